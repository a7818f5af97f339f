import { createHash } from "node:crypto";
import type { Answer, LocalRequest } from "./local-server";

/** What a test does to an API, and what it may ask about it. */
export interface ApiSwitches {
  /** The next request is answered with this status, and with this text instead of the API's own words. */
  failNext(status: number, text?: string): void;
  /** After so many more requests within the minute it is one too many. */
  allow(requests: number): void;
  /** Answers wait until `release`; `arrived` tells that a request is waiting. */
  hold(): Held;
  /** The requests so far, as `GET /users/me?x=1`. */
  requests(): string[];
}

interface Held {
  arrived: Promise<void>;
  release(): void;
}

/** How an API refuses, and what its rate limit is. */
export interface GateOptions {
  /** Requests a minute. */
  limit: number;
  /** What stands behind `X-RateLimit-Limit`. */
  suffix: string;
  /** Whether answers have a tag, as those of Express have: 304 for whoever knows it and does not say `no-cache`. */
  tagged: boolean;
  /** An error answer of a status, in the API's own shape. */
  refuse(status: number, request: LocalRequest): Answer;
}

type Handler = (request: LocalRequest) => Answer;

const MINUTE = 60_000;

/** Puts the switches and the rate limit in front of an API. */
export function apiGate(
  { limit, suffix, tagged, refuse }: GateOptions,
  handle: Handler,
): { switches: ApiSwitches; answer(request: LocalRequest): Promise<Answer> } {
  const seen: string[] = [];
  let failure: { status: number; text: string | undefined } | null = null;
  let minute = { began: Date.now(), used: 0 };
  let held: { promise: Promise<void>; arrive(): void } | null = null;

  function count(): Record<string, string> {
    if (Date.now() - minute.began >= MINUTE) minute = { began: Date.now(), used: 0 };
    minute.used++;
    return {
      [`X-RateLimit-Limit${suffix}`]: String(limit),
      [`X-RateLimit-Remaining${suffix}`]: String(Math.max(limit - minute.used, 0)),
      [`X-RateLimit-Reset${suffix}`]: String(Math.ceil((minute.began + MINUTE - Date.now()) / 1000)),
    };
  }

  function fail(request: LocalRequest, { status, text }: NonNullable<typeof failure>): Answer {
    failure = null;
    return text === undefined ? refuse(status, request) : { status, body: text };
  }

  function withTag({ method, headers }: LocalRequest, answer: Answer): Answer {
    if (!tagged || method !== "GET" || (answer.status ?? 200) !== 200) return answer;
    const hash = createHash("sha1")
      .update(answer.body ?? "")
      .digest("base64url");
    const ETag = `W/"${hash}"`;
    const isKnown = headers["if-none-match"] === ETag && !/no-cache/.test(headers["cache-control"] ?? "");
    const { body: _, ...rest } = answer;
    return isKnown
      ? { ...rest, status: 304, headers: { ...answer.headers, ETag } }
      : { ...answer, headers: { ...answer.headers, ETag } };
  }

  return {
    async answer(request) {
      seen.push(`${request.method} ${request.url.pathname}${request.url.search}`);
      held?.arrive();
      await held?.promise;
      const headers = count();
      const answer =
        minute.used > limit ? refuse(429, request) : failure ? fail(request, failure) : handle(request);
      return withTag(request, { ...answer, headers: { ...answer.headers, ...headers } });
    },
    switches: {
      failNext: (status, text) => {
        failure = { status, text };
      },
      allow: (requests) => {
        minute = { began: Date.now(), used: limit - requests };
      },
      hold() {
        const waiting = deferred();
        const arrival = deferred();
        held = { promise: waiting.promise, arrive: arrival.resolve };
        const release = () => {
          held = null;
          waiting.resolve();
        };
        return { arrived: arrival.promise, release };
      },
      requests: () => [...seen],
    },
  };
}

function deferred(): { promise: Promise<void>; resolve(): void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
