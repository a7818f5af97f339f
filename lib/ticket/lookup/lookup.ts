import * as z from "zod/mini";
import type { Known } from "../../settings/known";
import { isLoopback } from "../../settings/origin-pattern";
import { RegexWithGroup } from "../regex";

/**
 * A JSON Pointer (RFC 6901) with two additions for arrays: `*` stands for every entry, and `[key==/pointer]` behind a
 * name for the entries whose `key` is what another pointer leads to: `/users[id==/ticket/assignee_id]/email`.
 */
export const JsonPointer = z
  .string()
  .check(
    z.maxLength(300),
    z.regex(/^(?:\/[^/[\]]*(?:\[\w{1,60}==(?:\/[^/[\]]*)+\])?)*$/, { error: "not-a-pointer" }),
  );

/** Where a request header's value comes from on the portal's own page, or a fixed text. */
export const HeaderSource = z.union([
  z.looseObject({ meta: z.string().check(z.regex(/^[\w:.-]{1,80}$/)) }),
  z.looseObject({
    cookie: z.string().check(z.regex(/^[\w.-]{1,80}$/)),
    /** Where in a cookie that holds JSON. */
    json: z.optional(JsonPointer),
  }),
  /** Group 1 of an expression in the text of an inline script: values that pages keep in a variable. */
  z.looseObject({ script: RegexWithGroup }),
  z.looseObject({ text: z.string().check(z.maxLength(300)) }),
]);
export type HeaderSource = Known<z.infer<typeof HeaderSource>>;

const Request = z.looseObject({
  /**
   * `{id}`, `{number}`, `{origin}` and other named groups of the page's address are filled in, percent-encoded; in a second
   * hop `{/pointer}` is read from the first answer. A path belongs to the portal; another origin is asked by the background.
   */
  url: z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(1000),
      z.regex(/^(?:\/(?![/\\])|https?:\/\/[^/?#\s@{}*\\]+\/|\{origin\}\/)/, { error: "not-a-lookup-url" }),
      z.refine(isSafe, { error: "not-https" }),
    ),
  headers: z.optional(z.record(z.string().check(z.regex(/^[A-Za-z][\w-]{0,60}$/)), HeaderSource)),
});
export type LookupRequest = Known<z.infer<typeof Request>>;

/** Asks the portal, or a service beside it, for what its pages do not print (design.md 3.3). */
export const Lookup = z.extend(Request, {
  /** Second hop; its answer stands below `/then` in the first one. */
  // biome-ignore lint/suspicious/noThenProperty: the name in the configuration document
  then: z.optional(Request),
  /** The answer (of the lookup API's form) has booked calls, too: it is asked for on every ticket. */
  bookings: z.optional(z.boolean()),
});
export type Lookup = LookupRequest & { then?: LookupRequest | undefined; bookings?: boolean | undefined };

/** Other sites are asked by https; http stays on this machine. The portal is asked as it was opened. */
function isSafe(url: string): boolean {
  return (
    !url.startsWith("http:") || isLoopback(new URL(url.replace(/^([^/]*\/\/[^/]*\/).*$/s, "$1")).hostname)
  );
}

/** The origin of a lookup's address, or `null` when it is the portal's own. */
function originOf({ url }: LookupRequest): string | null {
  const [start] = /^https?:\/\/[^/]+/.exec(url) ?? [];
  return start && URL.canParse(start) ? new URL(start).origin : null;
}

/** The sites beside the portal that a lookup asks; the browser has to allow each of them. */
export function foreignOrigins(lookup: Lookup | undefined, portalOrigin: string): string[] {
  const requests = [lookup, lookup?.then].filter((request) => request !== undefined);
  const origins = requests.map(originOf).filter((origin) => origin !== null && origin !== portalOrigin);
  return [...new Set(origins)] as string[];
}
