import { createEvent, type DateTime } from "ics";
import type { Booking } from "./store/booking";

/**
 * A booking as a calendar file (RFC 5545). Its UID is our own id, so that a file of the moved call replaces the first;
 * the scheduler's uid is not in it.
 * @returns `null` when the time is not known
 */
export function calendarFile(booking: Booking): string | null {
  const { id, state, start, end, technician, ticket, joinUrl, history, createdAt, updatedAt } = booking;
  if (!start) return null;
  const who = technician.name || technician.email;
  const about = ticket.subject ? `#${ticket.number} — ${ticket.subject}` : `#${ticket.number}`;
  const { value, error } = createEvent({
    uid: `${id}@callcard`,
    title: `${who}: ${about}`,
    start: utc(start),
    startInputType: "utc",
    startOutputType: "utc",
    endInputType: "utc",
    endOutputType: "utc",
    ...(end && Date.parse(end) > Date.parse(start) ? { end: utc(end) } : { duration: { minutes: 30 } }),
    status: state === "cancelled" ? "CANCELLED" : state === "awaiting" ? "TENTATIVE" : "CONFIRMED",
    sequence: history.length,
    created: Date.parse(createdAt),
    lastModified: Date.parse(updatedAt),
    productId: "CallCard",
    ...(joinUrl ? { url: joinUrl, location: joinUrl } : {}),
    ...(ticket.url ? { description: ticket.url } : {}),
  });
  if (error) throw error;
  return value ?? null;
}

function utc(instant: string): DateTime {
  const at = new Date(instant);
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()];
}
