/**
 * The ticket that a booking names, as its link was filled in (lib/scheduler/prefill.ts). Whoever books can write it: it is
 * looked up among the portals of this browser before it counts.
 */
export interface NamedTicket {
  /** Id of the portal in the settings of whoever made the link. */
  portal: string | null;
  /** The id in the portal's address. */
  id: string | null;
  number: string | null;
  url: string | null;
}

/** A booking in the owner's calendar, as the scheduler tells it now. */
export interface ToldBooking {
  uid: string;
  /** The booking that it was before it was moved, and the one that it is since. */
  movedFrom: string | null;
  movedTo: string | null;
  state: "awaiting" | "booked" | "cancelled";
  /** ISO 8601, in UTC. */
  start: string;
  end: string;
  joinUrl: string | null;
  /** IANA zone of the owner. */
  timeZone: string | null;
  attendee: { name: string | null; email: string | null };
  /** `null`: it names none. */
  ticket: NamedTicket | null;
  /** When it was made, ISO 8601. */
  createdAt: string | null;
}

/** As many bookings as were asked for at once. */
export interface Portion {
  bookings: ToldBooking[];
  /** From where to go on; of the scheduler's own form, to be kept as it is. */
  position: unknown;
  /** Whether there is more to ask for at once. */
  more: boolean;
}

/** An https address; `null` for other texts, such as "Phone". */
export function joinUrlOf(place: string | null | undefined): string | null {
  return place && URL.canParse(place) && new URL(place).protocol === "https:" ? place : null;
}
