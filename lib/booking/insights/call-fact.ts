import { normaliseIdentity } from "../../offer/identity";
import type { Day } from "../../scheduler/slots/calendar";
import { type Booking, type BookingEvent, type Mark, overAt } from "../store/booking";

/** What the figures need to know of a call that was booked; its ticket and its people are left behind. */
export interface CallFact {
  portal: string;
  /** E-mail address, normalised, as in the counters. */
  technician: string;
  state: Booking["state"];
  mark: Mark | null;
  /** Booked in this browser, or learnt from the scheduler's account. */
  source: Booking["source"];
  /** The day on which it was booked, on the person's calendar. */
  bookedOn: Day;
  /** From the booking to the start that was chosen then, in milliseconds; `null` where one of them is not known. */
  lead: number | null;
  /** When it starts on the person's clock: 1 (Monday) to 7 (Sunday), and 0 to 23; `null` for a time unknown. */
  starts: { weekday: number; hour: number } | null;
  /** When it is over, in milliseconds since 1970. */
  over: number;
  /** Whether it was moved at least once. */
  moved: boolean;
}

/**
 * Reads a booking for the figures.
 * @param clockAt what the clock and calendar of the person who looks at them show, as if that were UTC
 * @returns `null` for a calendar that was opened and no more
 */
export function factOf(booking: Booking, clockAt: (instant: Date) => Date): CallFact | null {
  const { portal, technician, state, mark, source, start, history } = booking;
  const began = history.findIndex(isBooking);
  const first = history[began];
  if (!first) return null;
  const chosen = history.slice(began).find((event) => event.start !== null)?.start;
  const clock = start ? clockAt(new Date(start)) : null;
  return {
    portal,
    technician: normaliseIdentity(technician.email),
    state,
    mark,
    source,
    bookedOn: clockAt(new Date(first.at)).toISOString().slice(0, 10),
    // When a call was booked elsewhere is not known; the record says when it was learnt of.
    lead: source === "here" && chosen ? Date.parse(chosen) - Date.parse(first.at) : null,
    starts: clock && { weekday: clock.getUTCDay() || 7, hour: clock.getUTCHours() },
    over: overAt(booking),
    moved: history.some(({ what }) => what === "rescheduled"),
  };
}

/** A call that was cancelled elsewhere before it was learnt of had been booked: it has a uid. */
function isBooking({ what, uid }: BookingEvent): boolean {
  return what === "booked" || what === "rescheduled" || (what === "cancelled" && uid !== null);
}
