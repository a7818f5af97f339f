import * as z from "zod/mini";
import { Outcome } from "../outcome";
import type { Booking, BookingEvent, Mark } from "./booking";

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
  | { what: "marked"; mark: Mark | null }
  /** The scheduler did not tell the time, somebody else did. */
  | { what: "time-set"; start: string; end: string | null; timeZone: string | null };

/**
 * A booking after a change. The same change twice is one: what is already so is not written into the history again.
 * @returns the booking itself when nothing has changed
 */
export function applyChange(booking: Booking, change: Change, now: Date): Booking {
  const changed = { ...booking, ...changes(booking, change) };
  if (same(booking, changed)) return booking;
  const at = now.toISOString();
  const { uid, start, end, mark } = changed;
  const event: BookingEvent = { at, what: nameOf(booking, change), uid, start, end, mark };
  return { ...changed, history: [...booking.history, event], updatedAt: at };
}

function changes(booking: Booking, change: Change): Partial<Booking> {
  switch (change.what) {
    case "booked":
    case "rescheduled": {
      const { uid, status, timeZone, start, end, paymentRequired, joinUrl } = change.outcome;
      if (uid !== booking.uid && booking.history.some((event) => event.uid === uid && uid !== null))
        return {};
      if (booking.state === "cancelled" && uid === booking.uid) return {}; // told late
      return {
        uid: uid ?? booking.uid,
        state: status === "pending" ? "awaiting" : "booked",
        start: start ?? (change.what === "booked" ? booking.start : null),
        end: end ?? (change.what === "booked" ? booking.end : null),
        timeZone: timeZone ?? booking.timeZone,
        paymentRequired,
        joinUrl: joinUrl ?? booking.joinUrl,
        mark: null,
      };
    }
    case "cancelled":
      return { state: "cancelled", mark: null };
    case "marked":
      return { mark: change.mark };
    case "time-set": {
      const { start, end, timeZone } = change;
      return { start, end, timeZone: timeZone ?? booking.timeZone };
    }
  }
}

function nameOf({ state, uid }: Booking, change: Change): BookingEvent["what"] {
  const confirms = change.what === "booked" && state === "awaiting" && change.outcome.uid === uid;
  return confirms ? "confirmed" : change.what;
}

function same(one: Booking, other: Booking): boolean {
  return (Object.keys(one) as (keyof Booking)[]).every((key) => one[key] === other[key]);
}
