import { type OutgoingEvent, OutgoingEvent as Schema } from "../../../../lib/booking/store/outgoing";

/** Something that happened to a booking of ticket T-7. */
export function event(given: Partial<OutgoingEvent> = {}): OutgoingEvent {
  return Schema.parse({
    type: "booking.created",
    at: "2026-11-20T12:00:00.000Z",
    booking: "0b54a3a4-59a1-4f8e-8d8f-1a5d3f6f0003",
    status: "accepted",
    start: "2026-11-23T09:00:00.000Z",
    end: "2026-11-23T09:30:00.000Z",
    previousStart: null,
    timeZone: "Europe/Berlin",
    mark: null,
    scheduler: "cal-com",
    portal: "help",
    ticket: { id: "7", number: "T-7", subject: "Printer is on fire", url: "https://help.example.com/7" },
    technician: { email: "tess@example.com", name: "Tess Tech" },
    ...given,
  });
}
