import type { Booking } from "../../../lib/booking/store/booking";

const at = "2026-11-20T12:00:00.000Z";

/** A call that is booked, about ticket T-7. */
export function givenBooking(given: Partial<Booking> = {}): Booking {
  const { uid = "uid-1", start = "2026-11-23T09:00:00.000Z", end = "2026-11-23T09:30:00.000Z" } = given;
  return {
    id: "7b0f3c1e-4f59-4a55-9c39-0b5c4f0f9d11",
    state: "booked",
    mark: null,
    uid,
    scheduler: "cal-com",
    link: "https://cal.com/tess",
    portal: "help",
    ticket: { id: "7", number: "T-7", subject: "Printer is on fire", url: null },
    technician: { email: "tess@example.com", name: "Tess Tech" },
    attendee: { name: "Ada Visitor", email: "ada@example.com" },
    start,
    end,
    timeZone: "Europe/Berlin",
    paymentRequired: false,
    joinUrl: null,
    attempt: null,
    history: [{ at, what: "booked", uid, start, end, mark: null }],
    source: "here",
    createdAt: at,
    updatedAt: at,
    ...given,
  };
}
