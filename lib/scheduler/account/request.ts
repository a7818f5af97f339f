import * as z from "zod/mini";
import { fieldsOfJson, fieldsOfQuery, openPath, secretField } from "../../ledger/fields";
import { noteLeaving } from "../../ledger/ledger";
import { AccountError, type AccountProblem } from "./problem";

/** Longest wait for an answer, in milliseconds. */
const TIMEOUT = 15_000;
/** Longest answer, in characters; a month of slots has about 300,000. */
const MAX_LENGTH = 2_000_000;
/** How long to leave a server alone that says "too many" and not for how long, in seconds. */
const DEFAULT_PAUSE = 60;
/** Longest message of an error that is kept, in characters. */
const MAX_MESSAGE = 300;

export interface ApiRequest<T> {
  url: URL;
  method?: "GET" | "POST" | "DELETE" | "PATCH";
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  /** The documented answer. */
  answer: z.ZodMiniType<T>;
  /** What the token needs for this, in the scheduler's own words. */
  scope: string;
  /** The tag of an answer that is known already; the server may say that it has not changed since (RFC 9110). */
  etag?: string | null;
  /** What an error answer means that is special to this scheduler; `null` for what its status means everywhere. */
  explain?(status: number, body: unknown): AccountProblem | null;
}

/** The network, as a parameter: tables of answers need no server. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/**
 * Asks a scheduler's API, and parses its answer.
 * @throws AccountError for whatever goes wrong
 */
export async function callApi<T>(request: ApiRequest<T>, fetch?: Fetch): Promise<T> {
  const told = await callTagged(request, fetch);
  if (told !== "unchanged") return told.value;
  throw new AccountError({ cause: "not-the-format", detail: "304" }); // it was not asked whether anything has changed
}

/**
 * The same, with the tag of the answer where the server gives one and lets it be read.
 * @returns `unchanged` when the answer is still the one that had the request's tag
 * @throws AccountError for whatever goes wrong
 */
export async function callTagged<T>(
  request: ApiRequest<T>,
  fetch: Fetch = globalThis.fetch,
): Promise<{ value: T; etag: string | null } | "unchanged"> {
  const { url, method = "GET", headers, body, answer, etag } = request;
  const signal = AbortSignal.timeout(TIMEOUT);
  noteRequest(url, method, headers, body);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method,
      headers: {
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        // Without the second one browsers add `no-cache`, and servers then answer in full.
        ...(etag ? { "If-None-Match": etag, "Cache-Control": "max-age=0" } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal,
    });
    text = (await response.text()).slice(0, MAX_LENGTH);
  } catch (error) {
    throw new AccountError({ cause: signal.aborted ? "too-slow" : "offline", detail: String(error) });
  }
  if (response.status === 304 && etag) return "unchanged";
  const json = parseJson(text);
  if (!response.ok) throw new AccountError(explain(response, json, request));
  const parsed = answer.safeParse(json);
  if (parsed.success) return { value: parsed.data, etag: response.headers.get("ETag") };
  const [issue] = parsed.error.issues;
  throw new AccountError({
    cause: "not-the-format",
    detail: `${url.pathname}: ${issue?.path.join(".") ?? ""}`,
  });
}

/** The ledger has each request: what it asks for, and whether a token goes with it. */
function noteRequest(url: URL, method: string, headers: ApiRequest<unknown>["headers"], body: unknown): void {
  noteLeaving({
    host: url.host,
    purpose: "api",
    request: `${method} ${openPath(url)}`,
    fields: [
      ...(headers && "Authorization" in headers ? [secretField("Authorization")] : []),
      ...fieldsOfQuery(url),
      ...fieldsOfJson(body),
    ],
    repeats: method === "GET",
  });
}

function explain<T>({ status, headers }: Response, body: unknown, request: ApiRequest<T>): AccountProblem {
  const special = request.explain?.(status, body);
  if (special) return special;
  const detail = messageOf(body);
  if (status === 401) return { cause: "token-refused", detail };
  if (status === 403) return { cause: "not-allowed", scope: request.scope, detail };
  if (status === 404 || status === 410) return { cause: "not-found", detail };
  if (status === 409) return { cause: "slot-taken", detail };
  if (status === 429) return { cause: "rate-limited", seconds: pause(headers), detail };
  return status >= 500 ? { cause: "server", status, detail } : { cause: "not-accepted", detail };
}

/**
 * Seconds until the next request may be made: Calendly counts them, Cal.com counts them or names the second since 1970,
 * and Retry-After (RFC 9110) counts them or names a date.
 */
function pause(headers: Headers, now = Date.now()): number {
  const named = ["Retry-After", "X-RateLimit-Reset", "X-RateLimit-Reset-Default"].map((name) => {
    const text = headers.get(name) ?? "";
    const value = Number(text);
    if (Number.isNaN(value)) return (Date.parse(text) - now) / 1000;
    return value > 1e9 ? value - now / 1000 : value;
  });
  const seconds = named.find((value) => value > 0 && value <= 3600);
  return seconds === undefined ? DEFAULT_PAUSE : Math.ceil(seconds);
}

const Detail = z.object({ parameter: z.optional(z.string()), message: z.string() });

/** What an error answer says: Calendly's `message` and the first of its `details`, Cal.com's `error.message`. */
export function messageOf(body: unknown): string {
  if (typeof body !== "object" || body === null) return "";
  if ("error" in body) return messageOf(body.error);
  const message = "message" in body && typeof body.message === "string" ? body.message : "";
  const [first] = "details" in body && Array.isArray(body.details) ? body.details : [];
  const detail = Detail.safeParse(first).data;
  return [message, detail && [detail.parameter, detail.message].filter(Boolean).join(": ")]
    .filter(Boolean)
    .join(" ")
    .slice(0, MAX_MESSAGE);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a proxy's HTML page
  }
}
