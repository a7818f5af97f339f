import * as z from "zod/mini";
import type { Known } from "../settings/known";

const selector = z
  .string()
  .check(z.minLength(1), z.maxLength(500), z.refine(isSelector, { error: "not-a-selector" }));
const regex = z
  .string()
  .check(z.maxLength(300), z.refine(isRegexWithGroup, { error: "not-a-regex-with-one-group" }));

/**
 * Where a field's text comes from: an element (or one of its attributes), a named group of the page's address, or
 * whatever stands beside the field's label (labels/read-label.ts).
 */
export const FieldSource = z.union([
  z.looseObject({
    css: selector,
    attr: z.optional(z.string().check(z.regex(/^[\w:.-]{1,60}$/))),
    match: z.optional(regex),
    /** Only attributes that begin with the element's text and say more: "Tess Tech (tess)" on "Tess Tech". */
    beyondText: z.optional(z.boolean()),
    /** Only elements with the text of the first element found here; two different answers are none. */
    sameTextAs: z.optional(selector),
  }),
  z.looseObject({ url: z.string().check(z.regex(/^\w{1,40}$/)) }),
  z.looseObject({ label: z.enum(["assignee", "requester", "number", "subject", "priority"]) }),
]);
export type FieldSource = Known<z.infer<typeof FieldSource>>;

const field = z.optional(z.array(FieldSource).check(z.maxLength(20)));

const FieldDefinitions = z.looseObject({
  number: field,
  subject: field,
  assignee: field,
  assigneeEmail: field,
  requesterName: field,
  requesterEmail: field,
  requesterPhone: field,
  watchers: field,
  category: field,
  priority: field,
  viewerName: field,
  viewerEmail: field,
});

export const Place = z.looseObject({
  at: selector,
  position: z.enum(["append", "prepend", "before", "after"]),
});
export type Place = z.infer<typeof Place>;

/** Elements of the portal whose looks the card borrows. */
const Look = z.looseObject({
  surface: z.optional(selector),
  header: z.optional(selector),
  heading: z.optional(selector),
  body: z.optional(selector),
  button: z.optional(selector),
});
export type Look = z.infer<typeof Look>;

/** One kind of page of a portal (design.md 3.2): which address it has, what stands where, and where the card goes. */
export const PageDefinition = z.looseObject({
  kind: z.enum(["ticket", "application"]),
  /** See `matchUrl`; must name the group `id`. */
  url: z.string().check(z.minLength(1), z.maxLength(300), z.regex(/:id(?!\w)/, { error: "url-without-id" })),
  /** Scope of all selectors, for portals that keep several tickets in one document. */
  root: z.optional(selector),
  /** Never read inside: message bodies, histories. */
  exclude: z.optional(selector),
  fields: FieldDefinitions,
  /** Matches when nobody is in charge, in every language. */
  unassigned: z.optional(z.array(z.looseObject({ css: selector }))),
  /** What a page without an assignee means: products that print one whenever there is one say "unassigned". */
  emptyAssignee: z._default(z.enum(["unknown", "unassigned"]), "unknown"),
  place: z._default(z.array(Place).check(z.maxLength(20)), []),
  look: z.optional(Look),
  audience: z._default(z.enum(["agent", "customer"]), "agent"),
  /** Heading and button text, when it is not "Book a Call". */
  label: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
});
export type PageDefinition = Omit<Known<z.infer<typeof PageDefinition>>, "fields"> & {
  fields: Known<z.infer<typeof FieldDefinitions>>;
};

function isSelector(value: string): boolean {
  if (typeof document === "undefined") return true; // no DOM in the background; the page checks again
  try {
    document.createDocumentFragment().querySelector(value);
    return true;
  } catch {
    return false;
  }
}

function isRegexWithGroup(value: string): boolean {
  try {
    return (new RegExp(`${value}|`).exec("")?.length ?? 0) === 2;
  } catch {
    return false;
  }
}
