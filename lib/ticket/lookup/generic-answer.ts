import * as z from "zod/mini";
import type { PageDefinition } from "../page-definition";

const text = z.nullish(z.string().check(z.maxLength(500)));
const instant = z.iso.datetime({ offset: true });
const label = z.nullish(z.union([z.string().check(z.maxLength(500)), z.number()]));

/** A call that the portal knows of, booked here or elsewhere. Nothing by which it could be changed belongs in here. */
const LookedUpCall = z.looseObject({
  /** The portal's own id of it, or the one that CallCard's webhook has sent; never the scheduler's. */
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  start: instant,
  end: z.nullish(instant),
  status: z.enum(["accepted", "pending", "cancelled"]),
  /** IANA zone of the technician. */
  timeZone: z.nullish(z.string().check(z.maxLength(100))),
  technician: z.nullish(z.looseObject({ email: text, name: text })),
});
export type LookedUpCall = z.infer<typeof LookedUpCall>;

/** The answer of the lookup API (design.md 3.3), for portals that write one for CallCard. */
export const LookupAnswer = z.looseObject({
  ticket: z.nullish(
    z.looseObject({ id: label, number: label, subject: text, category: text, priority: label }),
  ),
  /** `null`: nobody is in charge. */
  assignee: z.nullable(z.looseObject({ email: text, name: text, username: text })),
  requester: z.nullish(z.looseObject({ name: text, email: text, phone: text })),
  watchers: z.nullish(z.array(z.looseObject({ email: text })).check(z.maxLength(200))),
  /** The assignee's calendar, for people without a link in the directory; its host has to be an allowed one. */
  bookingUrl: text,
  /** Calls about the ticket, where the lookup says that it knows of them (`"bookings": true`). */
  bookings: z.nullish(z.array(LookedUpCall).check(z.maxLength(50))),
});
export type LookupAnswer = z.infer<typeof LookupAnswer>;

type Fields = PageDefinition["fields"];

const pointers: Record<string, string> = {
  number: "/ticket/number",
  subject: "/ticket/subject",
  category: "/ticket/category",
  priority: "/ticket/priority",
  assignee: "/assignee/name",
  assigneeEmail: "/assignee/email",
  assigneeLogin: "/assignee/username",
  requesterName: "/requester/name",
  requesterEmail: "/requester/email",
  requesterPhone: "/requester/phone",
  watchers: "/watchers/*/email",
} satisfies Partial<Record<keyof Fields, string>>;

/** A page that takes from the answer what it does not print. */
export function withGenericPointers(page: PageDefinition): PageDefinition {
  const added = Object.entries(pointers).map(([name, json]) => [
    name,
    [...(page.fields[name as keyof Fields] ?? []), { json }],
  ]);
  return {
    ...page,
    fields: { ...page.fields, ...(Object.fromEntries(added) as Fields) },
    unassigned: [...(page.unassigned ?? []), { json: "/assignee", equals: [null] }],
  };
}
