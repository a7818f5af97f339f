import { bookedKey, ticketOfKey } from "./outcome";

/** The part of the options that shows all calls of one ticket, as it stands in their address. */
export function bookingsOfTicket(portal: string, id: string): `bookings?${string}` {
  return `bookings?${new URLSearchParams({ ticket: bookedKey(portal, id).slice("booked:".length) })}`;
}

/** The ticket that such an address names; `null` when it names none. */
export function ticketOfQuery(query: URLSearchParams): { portal: string; id: string } | null {
  return ticketOfKey(`booked:${query.get("ticket") ?? ""}`);
}
