import { type ApiSwitches, apiGate } from "./api-gate";
import type { Book } from "./book";
import { bookingRoutes } from "./cal-com-api/bookings";
import { eventTypeRoutes } from "./cal-com-api/event-types";
import { Refused, refuse } from "./cal-com-api/problem";
import type { Call, Route } from "./cal-com-api/route";
import { hosts } from "./event-types";
import type { Answer, LocalRequest } from "./local-server";

/** What a test does to Cal.com's API. */
export interface CalComApiSwitches extends ApiSwitches {
  /** Tess's API key. */
  key: string;
  revokeKey(): void;
  restoreKey(): void;
}

const KEY = "cal_local_key";
/** Pages of any origin may ask; what a limit says is not told to them. */
const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, PATCH, DELETE, HEAD, POST, PUT, OPTIONS",
  "Access-Control-Allow-Headers": "Accept, Authorization, cal-api-version, Content-Type, Origin",
};
const routes: readonly Route[] = [...eventTypeRoutes, ...bookingRoutes];

/** Version 2 of Cal.com's API over the stand-in's calendars and bookings. */
export function createCalComApi(book: Book): {
  answer(request: LocalRequest): Promise<Answer>;
  switches: CalComApiSwitches;
} {
  const absent = new Set<string>();
  let revoked = false;
  const gate = apiGate({ limit: 120, suffix: "-Default", tagged: true, refuse }, (request) => {
    const asked = !revoked && request.headers.authorization === `Bearer ${KEY}`;
    return answerApi(request, { book, absent, me: asked ? (hosts[0] ?? null) : null });
  });
  return {
    async answer(request) {
      if (request.method === "OPTIONS") return { status: 204, headers: CORS };
      const answer = await gate.answer(request);
      return { ...answer, headers: { ...answer.headers, ...CORS } };
    },
    switches: {
      ...gate.switches,
      key: KEY,
      revokeKey: () => {
        revoked = true;
      },
      restoreKey: () => {
        revoked = false;
      },
    },
  };
}

/**
 * A route answers only the versions that it knows. Without `cal-api-version`, or with one that nobody knows, Cal.com
 * takes that of 2024-04-15, where most routes are not there or answer in another shape.
 */
function answerApi(request: LocalRequest, world: Pick<Call, "book" | "absent" | "me">): Answer {
  const { method, url, headers, body } = request;
  const version = String(headers["cal-api-version"] ?? "2024-04-15");
  try {
    for (const route of routes) {
      const ids = new RegExp(`^/v2${route.path.replaceAll(":id", "([^/]+)")}/?$`)
        .exec(url.pathname)
        ?.slice(1);
      if (!ids || route.method !== method) continue;
      if (route.versions !== "any" && !route.versions.includes(version)) continue;
      if (route.needsKey && !world.me) return refuse(401, request);
      return route.answer({ ...world, ids, query: url.searchParams, text: body, origin: url.origin });
    }
    return refuse(404, request, `Cannot ${method} ${url.pathname}`);
  } catch (error) {
    if (error instanceof Refused) return refuse(error.status, request, error.message);
    throw error;
  }
}
