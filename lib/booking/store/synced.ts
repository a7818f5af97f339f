import type { Booking, BookingEvent } from "./booking";

/** What a scheduler's account says of a call: how it is now, whatever happened to it meanwhile. */
export interface SyncedChange {
  what: "synced";
  state: "awaiting" | "booked" | "cancelled";
  uid: string;
  start: string;
  end: string;
  timeZone: string | null;
  joinUrl: string | null;
  attendee: { name: string | null; email: string | null };
}

/** What is different since, and how the history calls it; `null`: not worth a line there. */
export interface Difference {
  part: Partial<Booking>;
  event: BookingEvent["what"] | null;
}

/**
 * What an account's answer changes. It may be older than what this browser knows: a uid that the booking had before it was
 * moved, or the one that it was cancelled with, changes nothing.
 */
export function synced(booking: Booking, told: SyncedChange): Difference {
  const { uid, state } = booking;
  const isOld = uid !== told.uid && booking.history.some((event) => event.uid === told.uid);
  if (isOld || (state === "cancelled" && uid === told.uid)) return { part: {}, event: null };
  if (told.state === "cancelled") {
    const times = uid === told.uid && booking.start !== null ? {} : timesOf(booking, told);
    return {
      part: { ...times, state: "cancelled", uid: told.uid, mark: null, attempt: null },
      event: state === "cancelled" ? null : "cancelled",
    };
  }
  const times = timesOf(booking, told);
  const isMoved = booking.start !== null && times.start !== booking.start;
  const isNew = state === "started";
  return {
    part: {
      ...times,
      state: told.state,
      uid: told.uid,
      timeZone: told.timeZone ?? booking.timeZone,
      joinUrl: told.joinUrl ?? booking.joinUrl,
      paymentRequired: told.state === "awaiting" && booking.paymentRequired,
      mark: isMoved ? null : booking.mark,
      // Who was expected may have sent somebody else.
      attendee: isNew && told.attendee.email !== null ? told.attendee : booking.attendee,
      attempt: null,
    },
    event: eventOf(booking, told, times),
  };
}

function eventOf(
  { state, uid, start, end }: Booking,
  told: SyncedChange,
  times: { start: string; end: string },
): BookingEvent["what"] | null {
  if (state === "started") return "booked";
  if (uid !== null && uid !== told.uid) return "rescheduled";
  if (start === null) return "time-set";
  if (start !== times.start || (end !== null && end !== times.end)) return "rescheduled";
  if (uid === null) return "confirmed"; // somebody had told of it
  return state === "awaiting" && told.state === "booked" ? "confirmed" : null;
}

/** The times that were told; those that are known already stay as they are written. */
function timesOf({ start, end }: Booking, told: SyncedChange): { start: string; end: string } {
  return { start: sameInstant(start, told.start) ?? told.start, end: sameInstant(end, told.end) ?? told.end };
}

function sameInstant(known: string | null, told: string): string | null {
  return known !== null && Date.parse(known) === Date.parse(told) ? known : null;
}
