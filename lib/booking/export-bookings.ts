import { csvOf } from "../csv";
import type { Booking } from "./store/booking";

/** The columns of the table, in order. The uid is left out: whoever gets the file could move and cancel the calls. */
const columns: readonly (readonly [string, (booking: Booking) => string | null])[] = [
  ["state", ({ state }) => state],
  ["mark", ({ mark }) => mark],
  ["start", ({ start }) => start],
  ["end", ({ end }) => end],
  ["time_zone", ({ timeZone }) => timeZone],
  ["portal", ({ portal }) => portal],
  ["ticket", ({ ticket }) => ticket.number],
  ["subject", ({ ticket }) => ticket.subject],
  ["ticket_url", ({ ticket }) => ticket.url],
  ["technician_name", ({ technician }) => technician.name],
  ["technician_email", ({ technician }) => technician.email],
  ["attendee_name", ({ attendee }) => attendee.name],
  ["attendee_email", ({ attendee }) => attendee.email],
  ["created_at", ({ createdAt }) => createdAt],
  ["updated_at", ({ updatedAt }) => updatedAt],
];

/** Bookings as a table for spreadsheets. */
export function bookingsCsv(bookings: readonly Booking[]): string {
  const rows = bookings.map((booking) => columns.map(([, read]) => read(booking) ?? ""));
  return csvOf([columns.map(([name]) => name), ...rows]);
}

/** Bookings as JSON, with their histories; without uids, and without links by which anybody may book. */
export function bookingsJson(bookings: readonly Booking[]): string {
  const open = bookings.map(({ uid: _, attempt: __, history, ...booking }) => ({
    ...booking,
    history: history.map(({ uid: _, ...event }) => event),
  }));
  return `${JSON.stringify({ version: 1, bookings: open }, null, 2)}\n`;
}
