import type { CallFact } from "../../../../lib/booking/insights/call-fact";
import type { Counter } from "../../../../lib/booking/insights/counter";
import type { Booking, BookingEvent } from "../../../../lib/booking/store/booking";

/** A call of Tess that stands, booked in this browser, with what is given instead. */
export function call(given: Partial<CallFact> = {}): CallFact {
  return {
    portal: "help",
    technician: "tess@example.com",
    state: "booked",
    mark: null,
    source: "here",
    bookedOn: "2026-11-20",
    lead: 3600_000,
    starts: { weekday: 1, hour: 9 },
    over: Date.parse("2026-11-23T09:30:00Z"),
    moved: false,
    ...given,
  };
}

export function counter(given: Partial<Counter> = {}): Counter {
  return { day: "2026-11-20", portal: "help", technician: "tess@example.com", shown: 1, opened: 0, ...given };
}

export function event(what: BookingEvent["what"], given: Partial<BookingEvent> = {}): BookingEvent {
  return { at: "2026-11-20T12:00:00.000Z", what, uid: "u", start: null, end: null, mark: null, ...given };
}

export function booking(given: Partial<Booking> = {}): Booking {
  const at = "2026-11-20T12:00:00.000Z";
  return {
    id: "7b0f3c1e-4f59-4a55-9c39-0b5c4f0f9d11",
    state: "booked",
    mark: null,
    uid: "u",
    scheduler: "cal-com",
    link: "https://cal.com/tess",
    portal: "help",
    ticket: { id: "7", number: "T-7", subject: null, url: null },
    technician: { email: "Tess@Example.com", name: "Tess Tech" },
    attendee: { name: null, email: null },
    start: "2026-11-23T09:00:00.000Z",
    end: "2026-11-23T09:30:00.000Z",
    timeZone: null,
    paymentRequired: false,
    joinUrl: null,
    attempt: null,
    history: [event("started"), event("booked", { start: "2026-11-23T09:00:00.000Z" })],
    source: "here",
    createdAt: at,
    updatedAt: at,
    ...given,
  };
}
