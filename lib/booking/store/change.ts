import * as z from "zod/mini";
import { Outcome } from "../outcome";
import type { Attempt, Booking, BookingEvent, Mark } from "./booking";
import { type Difference, type SyncedChange, synced } from "./synced";

/** What a scheduler tells of a booking. Rescheduled: the same call at another time, with a new uid. */
export const ToldChange = z.discriminatedUnion("what", [
  z.object({ what: z.literal("booked"), outcome: Outcome }),
  z.object({ what: z.literal("rescheduled"), outcome: Outcome }),
  z.object({ what: z.literal("cancelled") }),
]);
export type ToldChange = z.infer<typeof ToldChange>;

/** What can happen to a booking. */
export type Change =
  | ToldChange
  | SyncedChange
  /** It was begun by an account: a link was made, or a time was sent. Not of a call that is booked. */
  | { what: "begun"; attempt: Attempt; attendee: { name: string | null; email: string | null } }
  | { what: "marked"; mark: Mark | null }
  /** The scheduler did not tell the time, somebody else did. */
  | { what: "time-set"; start: string; end: string | null; timeZone: string | null };

/**
 * A booking after a change. The same change twice is one: what is already so is not written into the history again.
 * @returns the booking itself when nothing has changed
 */
export function applyChange(booking: Booking, change: Change, now: Date): Booking {
  const { part, event: what } = differenceOf(booking, change);
  const changed = { ...booking, ...part };
  if (same(booking, changed)) return booking;
  const at = now.toISOString();
  if (what === null) return { ...changed, updatedAt: at };
  const { uid, start, end, mark } = changed;
  const event: BookingEvent = { at, what, uid, start, end, mark };
  return { ...changed, history: [...booking.history, event], updatedAt: at };
}

function differenceOf(booking: Booking, change: Change): Difference {
  switch (change.what) {
    case "booked":
    case "rescheduled":
      return { part: booked(booking, change), event: nameOf(booking, change) };
    case "cancelled":
      return { part: { state: "cancelled", mark: null }, event: "cancelled" };
    case "synced":
      return synced(booking, change);
    case "begun": {
      if (booking.state !== "started") return { part: {}, event: null };
      const { attempt, attendee } = change;
      const isLink = attempt.link !== null && attempt.link !== booking.attempt?.link;
      return { part: { attempt, attendee }, event: isLink ? "link-made" : null };
    }
    case "marked":
      return { part: { mark: change.mark }, event: "marked" };
    case "time-set": {
      const { start, end, timeZone } = change;
      return { part: { start, end, timeZone: timeZone ?? booking.timeZone }, event: "time-set" };
    }
  }
}

function booked(
  booking: Booking,
  change: Extract<ToldChange, { what: "booked" | "rescheduled" }>,
): Partial<Booking> {
  const { uid, status, timeZone, start, end, paymentRequired, joinUrl } = change.outcome;
  if (uid !== booking.uid && booking.history.some((event) => event.uid === uid && uid !== null)) return {};
  if (booking.state === "cancelled" && uid === booking.uid) return {}; // told late
  return {
    uid: uid ?? booking.uid,
    state: status === "pending" ? "awaiting" : "booked",
    start: start ?? (change.what === "booked" ? booking.start : null),
    end: end ?? (change.what === "booked" ? booking.end : null),
    timeZone: timeZone ?? booking.timeZone,
    paymentRequired,
    joinUrl: joinUrl ?? booking.joinUrl,
    attempt: null,
    mark: null,
  };
}

function nameOf({ state, uid }: Booking, change: ToldChange): BookingEvent["what"] {
  const confirms = change.what === "booked" && state === "awaiting" && change.outcome.uid === uid;
  return confirms ? "confirmed" : change.what;
}

function same(one: Booking, other: Booking): boolean {
  return (Object.keys(one) as (keyof Booking)[]).every(
    (key) => one[key] === other[key] || JSON.stringify(one[key]) === JSON.stringify(other[key]),
  );
}
