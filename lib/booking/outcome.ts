import * as z from "zod/mini";

const instant = z.iso.datetime({ offset: true });

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
  start: z.nullable(instant),
  end: z.nullable(instant),
  status: z.enum(["accepted", "pending"]),
  paymentRequired: z.boolean(),
  timeZone: z.nullable(z.string()),
  technician: z.object({ email: z.string(), name: z.string() }),
  /** Id of the booking session, so that one outcome is recorded once. */
  session: z.string(),
  bookedAt: instant,
});
export type BookedCall = z.infer<typeof BookedCall>;

/** Storage key of a ticket's booked calls. */
export function bookedKey(portal: string, ticketId: string): `booked:${string}` {
  return `booked:${portal}:${ticketId}`;
}
