import * as z from "zod/mini";

const text = z.string().check(z.maxLength(500));
const maybe = z.nullable(text);

/** Longer addresses lose their query and hash, in characters. */
export const MAX_URL_LENGTH = 2000;

/** Somebody named on a page, as far as the page prints it. */
export const Person = z.object({ name: maybe, login: maybe, email: maybe, phone: maybe });
export type Person = z.infer<typeof Person>;

/** What was read from one ticket (or application) page. Untrusted: customers write parts of such pages. */
export const Ticket = z.object({
  kind: z.enum(["ticket", "application"]),
  /** Id of the portal in the settings. */
  portal: text,
  /** The id in the address; not always the number that people see. */
  id: text,
  /** The number that people see. */
  number: text,
  url: z.url().check(z.maxLength(MAX_URL_LENGTH)),
  subject: maybe,
  /** `null` when nobody is in charge, or when the page does not tell; see `assignment`. */
  assignee: z.nullable(Person),
  /** `self`: the page says "Me", and not who that is. */
  assignment: z.enum(["assigned", "unassigned", "self", "unknown"]),
  requester: z.nullable(Person),
  watchers: z.array(Person).check(z.maxLength(50)),
  category: maybe,
  priority: maybe,
  /** Who is signed in to the portal. */
  viewer: z.nullable(Person),
  /** Whose calendar is opened; the viewer's own on applications with `callWith: "me"`. */
  callWith: z.optional(z.enum(["assignee", "me"])),
  /** The link that the lookup API's answer has for the assignee; a page's text never gets here. */
  bookingUrl: z.optional(z.string().check(z.maxLength(500))),
  /** Whether the page says that the ticket is done with. */
  closed: z.optional(z.boolean()),
  /** Whose page it is: an agent books for the requester, a customer for oneself. */
  audience: z.enum(["agent", "customer"]),
});
export type Ticket = z.infer<typeof Ticket>;
