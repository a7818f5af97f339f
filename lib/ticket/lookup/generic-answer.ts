import * as z from "zod/mini";
import type { PageDefinition } from "../page-definition";

const text = z.nullish(z.string().check(z.maxLength(500)));
const label = z.nullish(z.union([z.string().check(z.maxLength(500)), z.number()]));

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
