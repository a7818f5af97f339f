import * as z from "zod/mini";
import { FieldSource, PageDefinition, Place } from "../page-definition";

/** What can be taught. The first two are needed, the others may be added. */
export const TAUGHT_FIELDS = ["assignee", "number", "requester", "subject", "priority"] as const;
export type TaughtField = (typeof TAUGHT_FIELDS)[number];

const sources = z.array(FieldSource).check(z.minLength(1), z.maxLength(20));

/** Where one field stands, and what was read there. */
export const Choice = z.object({
  sources,
  /** Where the person's address stands, when the page has one beside the name. */
  email: z.optional(sources),
  text: z.string().check(z.maxLength(500)),
});
export type Choice = z.infer<typeof Choice>;

/**
 * A portal's page while it is taught. It lives in session storage, where content scripts cannot reach, and ends with the
 * browser. "start": waits for a ticket page; "point": on the first ticket, in one tab; "check": waits for another ticket.
 */
export const Draft = z.object({
  portal: z.string().check(z.maxLength(60)),
  phase: z.enum(["start", "point", "check"]),
  /** The tab in which it is pointed; `null`: in any tab of the portal. */
  tab: z.nullable(z.number()),
  /** The tickets that it was taught on. */
  url: z.nullable(z.url().check(z.maxLength(4000))),
  fields: z.partialRecord(z.enum(TAUGHT_FIELDS), Choice),
  exclude: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(40)),
  /** `null`: not chosen yet; empty: floating. */
  place: z.nullable(z.array(Place).check(z.maxLength(20))),
  audience: z.enum(["agent", "customer"]),
});
export type Draft = z.infer<typeof Draft>;

/** A draft with nothing in it. */
export function newDraft(portal: string, tab: number | null): Draft {
  return {
    portal,
    phase: tab === null ? "start" : "point",
    tab,
    url: null,
    fields: {},
    exclude: [],
    place: null,
    audience: "agent",
  };
}

/**
 * The page definition that a draft describes. All values are read by it, also while teaching.
 * @param url see `deriveUrl`
 */
export function draftPage({ fields, exclude, place, audience }: Draft, url: string): PageDefinition {
  const { assignee, number, requester, subject, priority } = fields;
  return PageDefinition.parse({
    kind: "ticket",
    url,
    ...(exclude.length > 0 && { exclude: exclude.join(", ") }),
    fields: {
      number: [...(number?.sources ?? []), { url: "id" }],
      ...(assignee && { assignee: assignee.sources }),
      ...(assignee?.email && { assigneeEmail: assignee.email }),
      ...(requester && { requesterName: requester.sources }),
      ...(requester?.email && { requesterEmail: requester.email }),
      ...(subject && { subject: subject.sources }),
      ...(priority && { priority: priority.sources }),
    },
    unassigned: [{ text: "nobody" }],
    place: place ?? [],
    audience,
  });
}
