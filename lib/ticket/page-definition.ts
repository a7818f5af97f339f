import * as z from "zod/mini";
import { NoteRecipe } from "../note/recipe";
import type { Known } from "../settings/known";
import { stepsOf } from "./deep-select";
import { JsonPointer, Lookup } from "./lookup/lookup";
import { Regex, RegexWithGroup } from "./regex";

const selector = z
  .string()
  .check(z.minLength(1), z.maxLength(500), z.refine(isSelector, { error: "not-a-selector" }));
/** A selector that may lead into shadow roots: `shell-app >>> record-form >>> input`; see deep-select.ts. */
const deepSelector = z
  .string()
  .check(z.minLength(1), z.maxLength(1000), z.refine(isDeepSelector, { error: "not-a-selector" }));

/**
 * Where a field's text comes from: an element (or one of its attributes), a named group of the page's address,
 * whatever stands beside the field's label (labels/read-label.ts), or the lookup's answer (lookup/).
 */
export const FieldSource = z.union([
  z.looseObject({
    css: deepSelector,
    attr: z.optional(z.string().check(z.regex(/^[\w:.-]{1,60}$/))),
    match: z.optional(RegexWithGroup),
    /** Only attributes that begin with the element's text and say more: "Tess Tech (tess)" on "Tess Tech". */
    beyondText: z.optional(z.boolean()),
    /** Only elements with the text of the first element found here; two different answers are none. */
    sameTextAs: z.optional(deepSelector),
  }),
  z.looseObject({ url: z.string().check(z.regex(/^\w{1,40}$/)) }),
  z.looseObject({
    label: z.enum(["assignee", "requester", "number", "subject", "priority"]),
    /** Weak labels ("Owner", "Recruiter") count alone, on pages where they can mean nothing else. */
    weak: z.optional(z.boolean()),
  }),
  z.looseObject({ json: JsonPointer }),
]);
export type FieldSource = Known<z.infer<typeof FieldSource>>;

const field = z.optional(z.array(FieldSource).check(z.maxLength(20)));

const FieldDefinitions = z.looseObject({
  /**
   * Lists: the id of a row's ticket. Other pages have it in their address; where they print it, too, anywhere in the
   * document, a page that prints another one does not show the ticket of its address (yet).
   */
  id: field,
  /** Lists: the address of a row's ticket. */
  link: field,
  number: field,
  subject: field,
  assignee: field,
  assigneeEmail: field,
  assigneeLogin: field,
  requesterName: field,
  requesterEmail: field,
  requesterPhone: field,
  watchers: field,
  category: field,
  priority: field,
  viewerName: field,
  viewerEmail: field,
});

const UnassignedTest = z.union([
  z.looseObject({ css: deepSelector }),
  /** The lookup's answer has one of these values here; a pointer to nothing is `null`. */
  z.looseObject({
    json: JsonPointer,
    equals: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
  /** What the assignee's sources read is a word for nobody, in 36 languages (labels/words.ts): "Unassigned". */
  z.looseObject({ text: z.literal("nobody") }),
]);
export type UnassignedTest = Known<z.infer<typeof UnassignedTest>>;

const ClosedTest = z.union([
  z.looseObject({
    css: deepSelector,
    attr: z.optional(z.string().check(z.regex(/^[\w:.-]{1,60}$/))),
    /** What the element's text, or the attribute, reads; without it the element itself says so. */
    match: z.optional(Regex),
  }),
  z.looseObject({
    json: JsonPointer,
    equals: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
]);
export type ClosedTest = Known<z.infer<typeof ClosedTest>>;

export const Place = z.looseObject({
  at: deepSelector,
  position: z.enum(["append", "prepend", "before", "after"]),
});
export type Place = z.infer<typeof Place>;

/** Elements of the portal whose looks the card borrows. */
const Look = z.looseObject({
  surface: z.optional(deepSelector),
  header: z.optional(deepSelector),
  heading: z.optional(deepSelector),
  body: z.optional(deepSelector),
  button: z.optional(deepSelector),
});
export type Look = z.infer<typeof Look>;

/** A text, a person or a time of one message: in an element of its row, or in one of the element's attributes. */
const MessagePart = z.looseObject({
  css: deepSelector,
  attr: z.optional(z.string().check(z.regex(/^[\w:.-]{1,60}$/))),
  match: z.optional(RegexWithGroup),
});

const Messages = z.looseObject({
  /** One message each. */
  row: deepSelector,
  /** Its text; left out, all of the row is. */
  body: z.optional(deepSelector),
  author: z.optional(z.array(MessagePart).check(z.maxLength(10))),
  /** As the page prints it. */
  time: z.optional(z.array(MessagePart).check(z.maxLength(10))),
  /** A number that grows with each message, for portals whose users choose the order; without it, the page's order counts. */
  order: z.optional(z.array(MessagePart).check(z.maxLength(10))),
  newestFirst: z.optional(z.boolean()),
});
/** Where the messages of a ticket stand. They are read for the call brief alone, when somebody opens it. */
export type Messages = Omit<Known<z.infer<typeof Messages>>, "author" | "time" | "order"> & {
  author?: MessagePart[] | undefined;
  time?: MessagePart[] | undefined;
  order?: MessagePart[] | undefined;
};
type MessagePart = Known<z.infer<typeof MessagePart>>;

const pageDefinition = z.looseObject({
  kind: z.enum(["ticket", "application", "list"]),
  /** See `matchUrl`; must name the group `id`, but for lists. */
  url: z.string().check(z.minLength(1), z.maxLength(300)),
  /** Lists: one row. All other selectors are looked for inside of it. */
  row: z.optional(selector),
  /** Lists: what stands in the rows. */
  of: z.optional(z.enum(["ticket", "application"])),
  /** Scope of all selectors, for portals that keep several tickets in one document. */
  root: z.optional(deepSelector),
  /** Never read inside: message bodies, histories; shadow roots inside of them neither. */
  exclude: z.optional(selector),
  fields: FieldDefinitions,
  /** Matches when nobody is in charge, in every language. */
  unassigned: z.optional(z.array(UnassignedTest).check(z.maxLength(20))),
  /** Matches when the ticket is done with: one hears so before a call about it is booked. */
  closed: z.optional(z.array(ClosedTest).check(z.maxLength(20))),
  /** Matches when the page names nobody, but says "Me": whoever is signed in is in charge. */
  self: z.optional(z.array(z.looseObject({ css: selector })).check(z.maxLength(20))),
  /** What a page without an assignee means: products that print one whenever there is one say "unassigned". */
  emptyAssignee: z._default(z.enum(["unknown", "unassigned"]), "unknown"),
  place: z._default(z.array(Place).check(z.maxLength(20)), []),
  look: z.optional(Look),
  audience: z._default(z.enum(["agent", "customer"]), "agent"),
  /** Whose calendar is opened: that of whoever is in charge, or the viewer's own. */
  callWith: z.optional(z.enum(["assignee", "me"])),
  /** Heading and button text, when it is not "Book a Call". */
  label: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
  /** Where to ask for what the page does not print; overrides the portal's. */
  lookup: z.optional(Lookup),
  /** How a note gets onto the ticket. */
  note: z.optional(NoteRecipe),
  /** Where its messages stand; without it, the parts that are never read for fields are taken for them. */
  messages: z.optional(Messages),
});
/** One kind of page of a portal (design.md 3.2): which address it has, what stands where, and where the card goes. */
export const PageDefinition = pageDefinition.check(
  z.refine(({ kind, url }) => kind === "list" || /:id(?!\w)/.test(url), {
    error: "url-without-id",
    path: ["url"],
  }),
  z.refine(({ kind, row }) => kind !== "list" || row !== undefined, {
    error: "list-without-row",
    path: ["row"],
  }),
);
export type PageDefinition = Omit<
  Known<z.infer<typeof PageDefinition>>,
  "fields" | "lookup" | "note" | "messages" | "unassigned" | "closed"
> & {
  fields: Known<z.infer<typeof FieldDefinitions>>;
  unassigned?: UnassignedTest[] | undefined;
  closed?: ClosedTest[] | undefined;
  lookup?: Lookup | undefined;
  note?: NoteRecipe | undefined;
  messages?: Messages | undefined;
};

/** The fields that a page can have. */
export const FIELD_NAMES = Object.keys(FieldDefinitions.shape) as (keyof typeof FieldDefinitions.shape)[];

/** Whether reading it takes the words of 36 languages: for labels, or for "Unassigned". */
export function usesLabels({
  fields,
  unassigned = [],
}: Pick<PageDefinition, "fields" | "unassigned">): boolean {
  if (unassigned.some((test) => "text" in test)) return true;
  return Object.values(fields).some((sources) => sources?.some((source) => "label" in source));
}

function isSelector(value: string): boolean {
  if (typeof document === "undefined") return true; // no DOM in the background; the page checks again
  try {
    document.createDocumentFragment().querySelector(value);
    return true;
  } catch {
    return false;
  }
}

function isDeepSelector(value: string): boolean {
  const [first = "", ...further] = stepsOf(value);
  return (
    (first === "" ? further.length > 0 : isSelector(first)) &&
    further.every((step) => step !== "" && isSelector(step))
  );
}
