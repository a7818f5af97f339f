import * as z from "zod/mini";
import { type Booking, type BookingEvent, marks } from "./booking";

const maybe = z.nullable(z.string());
const instant = z.iso.datetime({ offset: true });

/** What the outside is told about a booking (docs/automation.md). */
export const outgoingTypes = [
  "booking.created",
  "booking.confirmed",
  "booking.rescheduled",
  "booking.cancelled",
  "booking.held",
  "booking.no_show",
] as const;
export type OutgoingType = (typeof outgoingTypes)[number];

/** A booking as it was when something happened to it: neither its uid, nor an address, nor who attends. */
export const OutgoingEvent = z.object({
  type: z.enum(outgoingTypes),
  /** When it happened. */
  at: instant,
  booking: z.string(),
  status: z.enum(["accepted", "pending", "cancelled"]),
  start: z.nullable(instant),
  end: z.nullable(instant),
  previousStart: z.nullable(instant),
  timeZone: maybe,
  mark: z.nullable(z.enum(marks)),
  scheduler: z.string(),
  portal: z.string(),
  ticket: z.object({ id: z.string(), number: z.string(), subject: maybe, url: maybe }),
  technician: z.object({ email: z.string(), name: z.string() }),
});
export type OutgoingEvent = z.infer<typeof OutgoingEvent>;

/**
 * What the outside is to be told of a change.
 * @param known how much of the booking's history there was before
 */
export function outgoingEvents(booking: Booking, known: number): OutgoingEvent[] {
  let isOn = false;
  let start: string | null = null;
  const found: OutgoingEvent[] = [];
  booking.history.forEach((event, at) => {
    const type = typeOf(event, isOn, start);
    if (type && at >= known)
      found.push({ type, ...whatIs(booking, event), previousStart: isOn ? start : null });
    if (event.what === "cancelled") isOn = false;
    if (event.what === "booked" || event.what === "confirmed" || event.what === "rescheduled") isOn = true;
    start = event.start;
  });
  return found;
}

/** @param isOn whether the call was booked or requested before, for the time `start` */
function typeOf(event: BookingEvent, isOn: boolean, start: string | null): OutgoingType | null {
  const isMoved = isOn && event.start !== start;
  switch (event.what) {
    case "booked":
      if (!isOn) return "booking.created";
      return isMoved ? "booking.rescheduled" : null; // told once more, with more
    case "confirmed":
      return "booking.confirmed";
    case "rescheduled":
      return isOn ? "booking.rescheduled" : "booking.created"; // of a call that was not known
    case "time-set":
      return isMoved ? "booking.rescheduled" : null;
    case "cancelled":
      return isOn ? "booking.cancelled" : null;
    case "marked":
      if (event.mark === "held") return "booking.held";
      return event.mark === "no-show" ? "booking.no_show" : null;
    case "started":
    case "link-made":
      return null;
  }
}

function whatIs(booking: Booking, event: BookingEvent): Omit<OutgoingEvent, "type" | "previousStart"> {
  const { id, state, timeZone, scheduler, portal, technician } = booking;
  const { id: ticket, number, subject, url } = booking.ticket;
  const { at, start, end, mark } = event;
  return {
    at,
    booking: id,
    status: event.what === "cancelled" ? "cancelled" : state === "awaiting" ? "pending" : "accepted",
    start,
    end,
    timeZone,
    mark,
    scheduler,
    portal,
    ticket: { id: ticket, number, subject, url },
    technician: { email: technician.email, name: technician.name },
  };
}

/** An event on its way out, under a number that grows. */
export const Outgoing = z.object({
  /** The same in every attempt: receivers know by it what they have had. */
  id: z.string(),
  event: OutgoingEvent,
  /** Attempts that have failed. */
  attempts: z.number(),
  /** Not before this; `null`: at once. */
  notBefore: z.nullable(instant),
  /** Why the last attempt has failed (lib/booking/automation/problem-text.ts). */
  problem: z.nullable(z.string()),
  delivered: z.nullable(instant),
});
export type Outgoing = z.infer<typeof Outgoing>;

/** A new event as it lies in the queue. */
export function outgoing(event: OutgoingEvent): Outgoing {
  const id = `msg_${crypto.randomUUID().replaceAll("-", "")}`;
  return { id, event, attempts: 0, notBefore: null, problem: null, delivered: null };
}
