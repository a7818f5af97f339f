import type { ToldBooking } from "../../scheduler/account/told-booking";
import type { Booking } from "../store/booking";

/** Clocks of browsers and servers differ, in milliseconds. */
const TOLERANCE = 10 * 60_000;

/**
 * Which of a ticket's bookings without a uid has become a call that the scheduler tells of: one with the same technician
 * that was begun before, or was told by hand for the same time or without one. Of several the one for the same time comes
 * first, then the one for the same person, then the latest.
 */
export function begunAs(
  call: Pick<ToldBooking, "start" | "attendee" | "createdAt">,
  isTechnician: (booking: Booking) => boolean,
  bookings: readonly Booking[],
): Booking | null {
  const isSameTime = (start: string | null | undefined) =>
    typeof start === "string" && Date.parse(start) === Date.parse(call.start);
  const isBefore = ({ createdAt }: Booking) =>
    call.createdAt === null || Date.parse(createdAt) <= Date.parse(call.createdAt) + TOLERANCE;
  const weight = ({ start, attempt, attendee, createdAt }: Booking) => [
    Number(isSameTime(start) || isSameTime(attempt?.start)),
    Number(attendee.email !== null && same(attendee.email, call.attendee.email)),
    Date.parse(createdAt),
  ];
  const [found] = bookings
    .filter(
      (booking) =>
        booking.uid === null &&
        isTechnician(booking) &&
        (booking.state === "started"
          ? isBefore(booking)
          : booking.state === "booked" && (booking.start === null || isSameTime(booking.start))),
    )
    .map((booking) => ({ booking, weight: weight(booking) }))
    .sort((one, other) => compare(other.weight, one.weight));
  return found?.booking ?? null;
}

function same(one: string, other: string | null): boolean {
  return one.trim().toLowerCase() === other?.trim().toLowerCase();
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
