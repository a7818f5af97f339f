import * as z from "zod/mini";

/** A point in time, ISO 8601 with its offset. */
export const instant = z.iso.datetime({ offset: true });

/** What the scheduler said about a call that was booked. */
export const Outcome = z.object({
  /** The scheduler's id of the booking. Whoever knows it can cancel: a secret, never stored where pages are near. */
  uid: z.nullable(z.string()),
  start: z.nullable(instant),
  end: z.nullable(instant),
  status: z.enum(["accepted", "pending"]),
  /** Not booked before it is paid. */
  paymentRequired: z.boolean(),
  /** IANA zone of the technician, when the scheduler tells. */
  timeZone: z.nullable(z.string()),
  /** Where the call takes place, when the scheduler tells. */
  joinUrl: z.optional(z.url({ protocol: /^https$/ })),
});
export type Outcome = z.infer<typeof Outcome>;

/** What the card shows of a booked call; holds nothing by which it could be changed. */
export const BookedCall = z.object({
  /** Id of the booking in the store, which answers to our own background alone. */
  id: z.string(),
  start: z.nullable(instant),
  end: z.nullable(instant),
  status: z.enum(["accepted", "pending"]),
  paymentRequired: z.boolean(),
  timeZone: z.nullable(z.string()),
  technician: z.object({ email: z.string(), name: z.string() }),
  bookedAt: instant,
  /** Whether the background knows where the call takes place, and where it can be moved or cancelled. */
  canJoin: z._default(z.boolean(), false),
  canChange: z._default(z.boolean(), false),
  /** Whether the ticket's watchers were invited with it. */
  invited: z.optional(z.boolean()),
});
export type BookedCall = z.infer<typeof BookedCall>;

/** As much of a call as its scheduler has told. */
export type ToldCall = Omit<BookedCall, "id" | "bookedAt" | "canJoin" | "canChange">;

/** Storage key of a ticket's booked calls. */
export function bookedKey(portal: string, ticketId: string): `booked:${string}` {
  return `booked:${portal}:${ticketId}`;
}

/** The ticket of such a key; `null` for other keys. Ids of portals hold no colon. */
export function ticketOfKey(key: string): { portal: string; id: string } | null {
  const [, portal, id] = /^booked:([^:]*):(.*)$/s.exec(key) ?? [];
  return portal === undefined || id === undefined ? null : { portal, id };
}
