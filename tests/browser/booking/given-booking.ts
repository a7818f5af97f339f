import { deleteDB } from "idb";
import type { Outcome } from "../../../lib/booking/outcome";
import type { NewBooking } from "../../../lib/booking/store/booking";
import { NAME } from "../../../lib/booking/store/database";

export const NOW = new Date("2026-11-20T12:00:00.000Z");

/** A booking as it begins, of ticket T-7. */
export function newBooking(given: Partial<NewBooking> = {}): NewBooking {
  return {
    id: crypto.randomUUID(),
    scheduler: "cal-com",
    link: "https://cal.com/tess",
    portal: "help",
    ticket: { id: "7", number: "T-7", subject: "Printer is on fire", url: null },
    technician: { email: "tess@example.com", name: "Tess Tech" },
    attendee: { name: "Ada Visitor", email: "ada@example.com" },
    source: "here",
    ...given,
  };
}

export function outcome(given: Partial<Outcome> = {}): Outcome {
  return {
    uid: "uid-1",
    start: "2026-11-23T09:00:00.000Z",
    end: "2026-11-23T09:30:00.000Z",
    status: "accepted",
    paymentRequired: false,
    timeZone: "Europe/Berlin",
    ...given,
  };
}

/** Begins without any bookings. */
export const forgetBookings = () => deleteDB(NAME);
