import { randomBytes } from "node:crypto";
import type { StandInBooking } from "./cal-com";
import { type Calendar, findCalendar } from "./event-types";
import { createPrivateLinks, type PrivateLinks } from "./private-links";
import { offeredSlots } from "./slots";
import type { Trigger } from "./webhook";

/** What the page posts when someone confirms. */
export interface BookingRequest {
  event: string;
  /** The hash of the private link that it is booked by. */
  link: string | null;
  start: string;
  timeZone: string;
  responses: { name: string; email: string; notes: string; attendeePhoneNumber: string; guests: string[] };
  query: Record<string, string[]>;
}

/** A booking that was moved or cancelled. */
export interface EndedBooking {
  booking: StandInBooking;
  reason: string;
  /** The uid of the booking that replaced it. */
  movedTo: string | null;
  /** When it ended. */
  at: string;
}

/** The calendars and the bookings in them. */
export interface Book {
  bookings: StandInBooking[];
  ended: EndedBooking[];
  links: PrivateLinks;
  free(event: string): string[];
  take(event: string, start: string): void;
  /** The new booking, or `null` when the slot is taken, or the private link has ended. */
  add(request: BookingRequest): StandInBooking | null;
  find(uid: string): StandInBooking | null;
  /** The host accepts a booking that waits. */
  confirm(uid: string): void;
  cancel(uid: string, end?: { reason?: string; movedTo?: string }): StandInBooking | null;
  reset(): void;
}

/** Hears of each booking; `replaced` is the uid that a moved one had. */
export type Told = (trigger: Trigger, booking: StandInBooking, replaced: string | null) => void;

/** Calendars without a booking. A host has one calendar: a booked slot is gone from all event types. */
export function createBook(told: Told = () => {}): Book {
  const bookings: StandInBooking[] = [];
  const ended: EndedBooking[] = [];
  const links = createPrivateLinks();
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
    ended,
    links,
    free,
    find,
    take: (event, start) => void taken.add(key(event, start)),
    add(request) {
      if (!free(request.event).includes(request.start) || links.hasEnded(request.link)) return null;
      const booking = createBooking(request, calendarOf(request.event));
      const [replaced] = request.query.rescheduleUid ?? [];
      if (replaced) this.cancel(replaced, { movedTo: booking.uid });
      links.use(request.link);
      taken.add(key(booking.event, booking.start));
      bookings.push(booking);
      told(triggerOf(booking, replaced), booking, replaced ?? null);
      return booking;
    },
    confirm(uid) {
      const booking = find(uid);
      if (booking) Object.assign(booking, { status: "ACCEPTED", updatedAt: new Date().toISOString() });
    },
    cancel(uid, { reason = "", movedTo } = {}) {
      const booking = find(uid);
      if (!booking) return null;
      bookings.splice(bookings.indexOf(booking), 1);
      ended.push({ booking, reason, movedTo: movedTo ?? null, at: new Date().toISOString() });
      if (movedTo === undefined) told("BOOKING_CANCELLED", booking, null);
      taken.delete(key(booking.event, booking.start));
      return booking;
    },
    reset() {
      bookings.length = 0;
      ended.length = 0;
      links.reset();
      taken.clear();
    },
  };
}

function triggerOf({ status }: StandInBooking, replaced: string | undefined): Trigger {
  if (replaced) return "BOOKING_RESCHEDULED";
  return status === "PENDING" ? "BOOKING_REQUESTED" : "BOOKING_CREATED";
}

function createBooking(
  { event, start, timeZone, responses, query }: BookingRequest,
  calendar: Extract<Calendar, { kind: "event" }>,
): StandInBooking {
  const { length, requiresConfirmation, paymentRequired } = calendar.event;
  const now = new Date().toISOString();
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
    createdAt: now,
    updatedAt: now,
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
