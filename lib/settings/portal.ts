import * as z from "zod/mini";
import { Lookup } from "../ticket/lookup/lookup";
import { PageDefinition } from "../ticket/page-definition";
import type { Known } from "./known";
import { isLoopback } from "./origin-pattern";

const id = z.string().check(z.regex(/^[\w.-]{1,60}$/, { error: "not-an-id" }));
const origin = z.string().check(z.maxLength(300), z.refine(isOrigin, { error: "not-an-origin" }));
const basePath = z
  .string()
  .check(z.maxLength(200), z.regex(/^(?:\/[^/?#\s]+)*$/, { error: "not-a-base-path" }));
const noteText = z.string().check(z.maxLength(2000));

/** One helpdesk or application site (design.md 3.1). */
export const Portal = z.looseObject({
  id,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  origin,
  basePath: z._default(basePath, ""),
  /** Id of a preset; left out, the product is recognised by its pages. */
  preset: z.optional(z.string().check(z.maxLength(60))),
  /** Page definitions of its own, tried before the preset's. */
  pages: z.optional(z.array(PageDefinition).check(z.maxLength(20))),
  /** Where to ask for what its pages do not print; a page's own comes first. */
  lookup: z.optional(Lookup),
  /** What to do where the portal shows a booking button of its own. */
  nativeButton: z._default(z.enum(["keep", "replace"]), "keep"),
  /** The note on the ticket after a booking; off where it is left out. */
  note: z.optional(
    z.looseObject({
      offer: z._default(z.boolean(), false),
      /** See lib/note/note-text.ts; empty: plain sentences in the browser's language. */
      text: z.optional(noteText),
      /** The same for the note after a call, by what became of it. */
      after: z.optional(
        z.looseObject({
          held: z.optional(noteText),
          "no-show": z.optional(noteText),
          "follow-up": z.optional(noteText),
        }),
      ),
    }),
  ),
  /** Custom booking questions to fill, by slug. */
  questions: z.optional(
    z.record(z.string().check(z.regex(/^[\w-]{1,60}$/)), z.enum(["number", "url", "subject", "title"])),
  ),
});
export type Portal = Omit<Known<z.infer<typeof Portal>>, "pages" | "lookup"> & {
  pages?: PageDefinition[] | undefined;
  lookup?: Lookup | undefined;
};

/** What a typed portal address means, or why it is none. `insecure`: http elsewhere than on this machine. */
export type PortalAddress =
  | { ok: true; origin: string; basePath: string; insecure: boolean }
  | { ok: false; problem: "empty" | "not-an-address" | "not-a-site" };

/** Reads a portal's address as typed or pasted: `help.example.com`, or a ticket's whole URL (the path is left out). */
export function parsePortalAddress(typed: string): PortalAddress {
  const text = typed.trim();
  if (text === "") return { ok: false, problem: "empty" };
  const complete = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s/.test(complete) || !URL.canParse(complete)) return { ok: false, problem: "not-an-address" };
  const url = new URL(complete);
  if (url.hostname.includes("*")) return { ok: false, problem: "not-an-address" };
  if (url.protocol !== "https:" && url.protocol !== "http:") return { ok: false, problem: "not-a-site" };
  if (
    !url.hostname.includes(".") &&
    !isLoopback(url.hostname) &&
    url.protocol === "https:" &&
    !/^https:/i.test(text)
  ) {
    return { ok: false, problem: "not-an-address" };
  }
  const insecure = url.protocol === "http:" && !isLoopback(url.hostname);
  return { ok: true, origin: url.origin, basePath: "", insecure };
}

/** The portal that an address belongs to; where several share the origin, the one with the longest base path. */
export function findPortal(portals: readonly Portal[], url: URL): Portal | null {
  const found = portals.filter(
    ({ origin, basePath }) =>
      origin === url.origin && (url.pathname === basePath || url.pathname.startsWith(`${basePath}/`)),
  );
  found.sort((a, b) => b.basePath.length - a.basePath.length);
  return found[0] ?? null;
}

/** A portal for a site, with an id that no other portal has. */
export function newPortal(
  { origin, basePath }: { origin: string; basePath: string },
  portals: readonly Portal[],
  name = new URL(origin).host,
): Portal {
  const base = new URL(origin).hostname.replace(/[^\w.-]/g, "-").slice(0, 50) || "portal";
  const taken = new Set(portals.map((portal) => portal.id));
  let free = base;
  for (let count = 2; taken.has(free); count++) free = `${base}-${count}`;
  return { id: free, name, origin, basePath, nativeButton: "keep" };
}

/** Without wildcards: URLs allow them in hosts, and a match pattern would then grant other sites. */
function isOrigin(value: string): boolean {
  return /^https?:\/\/[^*]+$/.test(value) && URL.canParse(value) && new URL(value).origin === value;
}
