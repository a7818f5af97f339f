import { type Answer, json, type LocalRequest } from "../local-server";

const CODES: Readonly<Record<number, string>> = {
  400: "BadRequestException",
  401: "UnauthorizedException",
  403: "ForbiddenException",
  404: "NotFoundException",
  409: "ConflictException",
  429: "ThrottlerException",
};
const WORDS: Readonly<Record<number, string>> = {
  401: "ApiAuthStrategy - no valid API key was given",
  403: "You do not own this",
  429: "CustomThrottlerGuard - Too many requests. Please try again later.",
};

/** An error answer in the shape of Cal.com's API. */
export function refuse(status: number, { url }: LocalRequest, message?: string): Answer {
  const code = CODES[status] ?? "InternalServerErrorException";
  const words = message ?? WORDS[status] ?? "Internal server error";
  return json(
    {
      status: "error",
      timestamp: new Date().toISOString(),
      path: `${url.pathname}${url.search}`,
      error: { code, message: words, details: { message: words, statusCode: status } },
    },
    status,
  );
}

/** Thrown by what answers a request, where it has to end. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
