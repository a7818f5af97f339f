import * as z from "zod/mini";
import type { Book } from "../book";
import type { Host } from "../event-types";
import type { Answer } from "../local-server";
import { Refused } from "./problem";

/** What a route of the API has to do with. */
export interface Call {
  /** The parts of the path that are ids. */
  ids: string[];
  query: URLSearchParams;
  text: string;
  origin: string;
  /** Whose key it is; `null`: somebody without a valid one. */
  me: Host | null;
  book: Book;
  /** Uids of bookings to which somebody did not come: `uid` the host, `uid email` an attendee. */
  absent: Set<string>;
}

/** One address of the API. */
export interface Route {
  method: "GET" | "POST";
  /** Below `/v2`; `:id` stands for an id. */
  path: string;
  /** The values of `cal-api-version` that it answers. */
  versions: readonly string[] | "any";
  needsKey: boolean;
  answer(call: Call): Answer;
}

/**
 * The body, by its schema. Keys that it does not know are left out silently, as Cal.com does.
 * @throws Refused 400
 */
export function bodyOf<T>({ text }: Call, schema: z.ZodMiniType<T>): T {
  return checked(schema, parse(text));
}

/** The query, by its schema. @throws Refused 400 */
export function queryOf<T>({ query }: Call, schema: z.ZodMiniType<T>): T {
  return checked(schema, Object.fromEntries(query));
}

function parse(text: string): unknown {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    throw new Refused(400, "The body is not JSON");
  }
}

function checked<T>(schema: z.ZodMiniType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refused(400, `${issue?.path.join(".")}: ${issue?.message}`);
}

/** A day or an instant. */
export const Day = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
