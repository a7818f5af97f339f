import * as z from "zod/mini";

const instant = z.iso.datetime({ offset: true });
const maybe = z.nullable(z.string());

/** Where a booking stands. `started`: the calendar was there, and no outcome has come. */
const states = ["started", "awaiting", "booked", "cancelled"] as const;
/** What became of a call that is over. */
export const marks = ["held", "no-show", "follow-up"] as const;
export type Mark = (typeof marks)[number];

/** One thing that happened to a booking, with the uid and the time that it had from then on. */
const Event = z.object({
  at: instant,
  what: z.enum([
    "started",
    "link-made",
    "booked",
    "confirmed",
    "rescheduled",
    "cancelled",
    "marked",
    "time-set",
  ]),
  uid: maybe,
  start: z.nullable(instant),
  end: z.nullable(instant),
  mark: z._default(z.nullable(z.enum(marks)), null),
});
export type BookingEvent = z.infer<typeof Event>;

/** How a call was begun by an account: as much as it takes to make its link once more. */
export const Attempt = z.object({
  /** Id of the account. */
  account: z.string(),
  /** The kind of call, by the scheduler's id and name. */
  type: z.object({ id: z.string(), name: z.string() }),
  /** The time that was chosen, if one was. */
  start: z.nullable(z.string()),
  /** The link that ends after one booking, with what it is filled in with: whoever has it can book. */
  link: z.nullable(z.string()),
  notes: z.string(),
});
export type Attempt = z.infer<typeof Attempt>;

/** A call about a ticket, from the open calendar to what became of it. Lives in IndexedDB: pages cannot reach it. */
export const Booking = z.object({
  id: z.uuid(),
  state: z.enum(states),
  mark: z.nullable(z.enum(marks)),
  /** The scheduler's id of the booking. Whoever knows it can move and cancel the call: a secret. */
  uid: maybe,
  /** Id of the scheduler (lib/scheduler). */
  scheduler: z.string(),
  /** The technician's booking link. */
  link: z.string(),
  /** Id of the portal in the settings. */
  portal: z.string(),
  /** As far as it was shared; `id` is the one in the portal's address. */
  ticket: z.object({ id: z.string(), number: z.string(), subject: maybe, url: maybe }),
  technician: z.object({ email: z.string(), name: z.string() }),
  /** For whom it was booked, as the scheduler was told. */
  attendee: z.object({ name: maybe, email: maybe }),
  /** Whether watchers of the ticket were invited with it. */
  invited: z.optional(z.boolean()),
  start: z.nullable(instant),
  end: z.nullable(instant),
  /** IANA zone of the technician, when the scheduler tells. */
  timeZone: maybe,
  paymentRequired: z.boolean(),
  joinUrl: maybe,
  /** Only while it is started and not booked. */
  attempt: z._default(z.nullable(Attempt), null),
  /** What happened to it, oldest first. */
  history: z.array(Event),
  /** Booked in this browser, or learnt from the scheduler's account. */
  source: z.enum(["here", "sync"]),
  createdAt: instant,
  updatedAt: instant,
});
export type Booking = z.infer<typeof Booking>;

/** A booking as it begins: what happens to it comes by changes. */
export const NewBooking = z.pick(Booking, {
  id: true,
  scheduler: true,
  link: true,
  portal: true,
  ticket: true,
  technician: true,
  attendee: true,
  invited: true,
  source: true,
});
export type NewBooking = z.infer<typeof NewBooking>;

const HOUR = 3600_000;
/** A call without a time counts as over so long after it was booked. */
const WITHOUT_TIME = 7 * 24 * HOUR;

/** When a booking is over, in milliseconds since 1970; without an end, an hour after its start. The order of lists. */
export function overAt({ start, end, createdAt }: Pick<Booking, "start" | "end" | "createdAt">): number {
  if (end) return Date.parse(end);
  return start ? Date.parse(start) + HOUR : Date.parse(createdAt) + WITHOUT_TIME;
}
