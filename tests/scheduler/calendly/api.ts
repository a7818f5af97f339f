import type * as z from "zod/mini";
import type { Answer, LocalRequest } from "../local-server";
import { bookingRoutes } from "./api-booking";
import { readingRoutes } from "./api-reading";
import type { Book } from "./book";
import { check, parseBody } from "./check";
import { Refused, refuse } from "./problem";
import type { Origins } from "./resources";
import { checkToken, type Token } from "./token";

/** What a route of the API has to do with. */
export interface Call {
  /** The parts of the path that are ids. */
  ids: string[];
  /** The query, by its schema; throws 400. */
  query<T>(schema: z.ZodMiniType<T>): T;
  /** The body, by its schema; throws 400. */
  body<T>(schema: z.ZodMiniType<T>): T;
  book: Book;
  origins: Origins;
  plan: "free" | "paid";
}

/** One address of the API. */
export interface Route {
  method: "GET" | "POST";
  /** `:id` stands for an id. */
  path: string;
  scopes: readonly string[];
  answer(call: Call): Answer;
}

const routes: readonly Route[] = [...readingRoutes, ...bookingRoutes];

/** Answers a request to the API as documented: token, scopes, parameters, in this order. */
export function answerApi(
  request: LocalRequest,
  token: Token,
  world: Pick<Call, "book" | "origins" | "plan">,
): Answer {
  const { method, url, body } = request;
  try {
    for (const route of routes) {
      const ids = idsOf(route.path, url.pathname);
      if (!ids || route.method !== method) continue;
      checkToken(request, token, route.scopes);
      return route.answer({
        ...world,
        ids,
        query: (schema) => check(schema, Object.fromEntries(url.searchParams)),
        body: (schema) => check(schema, parseBody(body)),
      });
    }
    return refuse(404);
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}

function idsOf(path: string, pathname: string): string[] | null {
  const pattern = new RegExp(`^${path.replaceAll(":id", "([^/]+)")}$`);
  return pattern.exec(pathname)?.slice(1) ?? null;
}
