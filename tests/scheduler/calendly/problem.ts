import { type Answer, json } from "../local-server";

/** What Calendly says about one parameter. */
export interface Detail {
  parameter: string;
  message: string;
  code?: string;
}

/** Titles and messages of Calendly's error answers; those of 429 are not documented. */
const WORDS: Readonly<Record<number, readonly [title: string, message: string]>> = {
  400: ["Invalid Argument", "The supplied parameters are invalid."],
  401: ["Unauthenticated", "The access token is invalid"],
  403: ["Permission Denied", "You do not have permission to access this resource."],
  404: ["Resource Not Found", "The server could not find the requested resource."],
  429: ["Too Many Requests", "You have exceeded your rate limit."],
};
const BROKEN = [
  "Internal Server Error",
  "The server encountered an unexpected condition that prevented it from fulfilling the request.",
] as const;

/** An error answer in Calendly's shape. */
export function refuse(status: number, details: Detail[] = [], message?: string): Answer {
  const [title, words] = WORDS[status] ?? BROKEN;
  return json({ title, message: message ?? words, ...(details.length > 0 ? { details } : {}) }, status);
}

/** Thrown by what answers a request, where it has to end. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly details: Detail[] = [],
    message?: string,
  ) {
    super(message);
  }

  get answer(): Answer {
    return refuse(this.status, this.details, this.message || undefined);
  }
}
