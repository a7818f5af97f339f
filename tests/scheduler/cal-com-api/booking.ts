import type { EndedBooking } from "../book";
import type { StandInBooking } from "../cal-com";
import { findCalendar } from "../event-types";
import { Refused } from "./problem";
import type { Call } from "./route";

/** A booking, and how it ended when it did. */
export interface Found {
  booking: StandInBooking;
  ended: EndedBooking | null;
}

/** The booking that the path names. @throws Refused 404 */
export function findBooking({ book, ids: [uid = ""] }: Call): Found {
  const ended = book.ended.find(({ booking }) => booking.uid === uid) ?? null;
  const booking = book.find(uid) ?? ended?.booking;
  if (!booking) throw new Refused(404, `Booking with uid=${uid} was not found in the database`);
  return { booking, ended };
}

/** All bookings of whose key it is, the ended ones too, by their beginning. */
export function myBookings({ book, me }: Call): Found[] {
  const all = [
    ...book.bookings.map((booking) => ({ booking, ended: null })),
    ...book.ended.map((ended) => ({ booking: ended.booking, ended })),
  ];
  return all
    .filter(({ booking }) => booking.event.startsWith(`${me?.slug}/`))
    .sort((a, b) => Date.parse(a.booking.start) - Date.parse(b.booking.start));
}

/** When a booking was changed last. */
export function changedAt({ booking, ended }: Found): string {
  return ended?.at ?? booking.updatedAt;
}

/** The words of `status` under which a booking is listed. */
export function listedAs({ booking, ended }: Found): string {
  if (ended) return "cancelled";
  if (booking.status === "PENDING") return "unconfirmed";
  return Date.parse(booking.end) < Date.now() ? "past" : "upcoming";
}

/** A booking, as the API shows it (2024-08-13). */
export function resourceOf({ absent }: Call, { booking, ended }: Found) {
  const calendar = findCalendar(booking.event);
  if (calendar?.kind !== "event") throw new Error(`No such event: ${booking.event}`);
  const { host, event } = calendar;
  const { uid, start, end, attendee, guests, notes, metadata, query } = booking;
  const { name, email, timeZone, phone } = attendee;
  return {
    id: Number.parseInt(Buffer.from(uid).toString("hex").slice(0, 8), 16),
    uid,
    title: `${event.title} between ${host.name} and ${name}`,
    description: notes,
    hosts: [
      { id: host.id, name: host.name, email: host.email, username: host.slug, timeZone: host.timeZone },
    ],
    status: ended ? "cancelled" : booking.status.toLowerCase(),
    ...(ended?.reason ? { cancellationReason: ended.reason } : {}),
    ...(ended?.movedTo ? { rescheduledToUid: ended.movedTo } : {}),
    ...(query.rescheduleUid ? { rescheduledFromUid: query.rescheduleUid[0] } : {}),
    start,
    end,
    duration: event.length,
    eventType: { id: event.id, slug: event.slug },
    location: event.videoCallUrl ?? "",
    absentHost: absent.has(uid),
    metadata,
    attendees: [
      { name, email, timeZone, language: "en", absent: absent.has(`${uid} ${email}`), phoneNumber: phone },
    ],
    guests,
    createdAt: booking.createdAt,
    updatedAt: changedAt({ booking, ended }),
    bookingFieldsResponses: { name, email, notes, guests },
  };
}
