import { randomBytes } from "node:crypto";
import type { StandInBooking } from "./cal-com";
import { type Calendar, findCalendar } from "./event-types";
import { offeredSlots } from "./slots";

/** What the page posts when someone confirms. */
export interface BookingRequest {
  event: string;
  start: string;
  timeZone: string;
  responses: { name: string; email: string; notes: string; attendeePhoneNumber: string; guests: string[] };
  query: Record<string, string[]>;
}

/** The calendars and the bookings in them. */
export interface Book {
  bookings: StandInBooking[];
  free(event: string): string[];
  take(event: string, start: string): void;
  /** The new booking, or `null` when the slot is taken. */
  add(request: BookingRequest): StandInBooking | null;
  find(uid: string): StandInBooking | null;
  cancel(uid: string): StandInBooking | null;
  reset(): void;
}

/** Calendars without a booking. A host has one calendar: a booked slot is gone from all event types. */
export function createBook(): Book {
  const bookings: StandInBooking[] = [];
  const taken = new Set<string>();

  const calendarOf = (event: string) => {
    const calendar = findCalendar(event);
    if (calendar?.kind !== "event") throw new Error(`No such event: ${event}`);
    return calendar;
  };
  const key = (event: string, start: string) =>
    `${calendarOf(event).host.slug} ${new Date(start).toISOString()}`;
  const free = (event: string) => offeredSlots(new Date()).filter((start) => !taken.has(key(event, start)));
  const find = (uid: string) => bookings.find((booking) => booking.uid === uid) ?? null;

  return {
    bookings,
    free,
    find,
    take: (event, start) => void taken.add(key(event, start)),
    add(request) {
      if (!free(request.event).includes(request.start)) return null;
      const booking = createBooking(request, calendarOf(request.event));
      const [replaced] = request.query.rescheduleUid ?? [];
      if (replaced) this.cancel(replaced);
      taken.add(key(booking.event, booking.start));
      bookings.push(booking);
      return booking;
    },
    cancel(uid) {
      const booking = find(uid);
      if (!booking) return null;
      bookings.splice(bookings.indexOf(booking), 1);
      taken.delete(key(booking.event, booking.start));
      return booking;
    },
    reset() {
      bookings.length = 0;
      taken.clear();
    },
  };
}

function createBooking(
  { event, start, timeZone, responses, query }: BookingRequest,
  calendar: Extract<Calendar, { kind: "event" }>,
): StandInBooking {
  const { length, requiresConfirmation, paymentRequired } = calendar.event;
  return {
    uid: randomBytes(16).toString("base64url").replace(/[-_]/g, "x"),
    event,
    start,
    end: new Date(Date.parse(start) + length * 60_000).toISOString(),
    status: requiresConfirmation || paymentRequired ? "PENDING" : "ACCEPTED",
    attendee: {
      name: responses.name,
      email: responses.email,
      timeZone,
      phone: responses.attendeePhoneNumber || null,
    },
    guests: responses.guests,
    notes: responses.notes,
    metadata: metadataOf(query),
    query,
  };
}

/** `metadata[ticketId]=123` is stored with the booking as `{ticketId: "123"}`. */
function metadataOf(query: Record<string, string[]>): Record<string, string> {
  const metadata: Record<string, string> = {};
  for (const [name, [value]] of Object.entries(query)) {
    const slug = /^metadata\[(.+)\]$/.exec(name)?.[1];
    if (slug && value !== undefined) metadata[slug] = value;
  }
  return metadata;
}
