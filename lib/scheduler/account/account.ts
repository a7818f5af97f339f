import type { Outcome } from "../../booking/outcome";
import type { Prefill } from "../prefill";
import type { Portion, ToldBooking } from "./told-booking";

/** A kind of call that can be booked. */
export interface MeetingType {
  /** The scheduler's own id: an address (Calendly), a number as text (Cal.com). */
  id: string;
  name: string;
  /** Length of the call. */
  minutes: number;
  /** Plain text; empty where there is none. */
  description: string;
  /** Its public page. */
  link: string;
  /** The question of its form that takes the notes, as exactly worded; `null`: it has a field of its own, or none. */
  notesQuestion: { text: string; position: number } | null;
}

/** Whose token it is. */
export interface AccountOwner {
  id: string;
  name: string;
  email: string;
  /** IANA zone. */
  timeZone: string | null;
  /** Their public page. */
  link: string;
}

/** What a token may do, by trying; `unknown` for what cannot be tried without doing it. */
export interface ScopeCheck {
  scope: string;
  allowed: boolean | "unknown";
}

/** Who comes to the call. */
export interface Attendee {
  name: string;
  email: string;
  /** IANA zone. */
  timeZone: string;
  notes: string;
}

/**
 * An account at a scheduler, reached by its API. All methods throw `AccountError`.
 */
export interface CalendarAccount {
  owner(): Promise<AccountOwner>;
  /** What the token may do, in words of the scheduler. */
  checkScopes(): Promise<ScopeCheck[]>;
  /** The kinds of call that can be booked with whom a link belongs to; only one of them, when the link names it. */
  meetingTypes(link: URL): Promise<MeetingType[]>;
  /** Beginnings of free slots between two instants (ISO 8601), in order. */
  freeSlots(type: MeetingType, from: Date, to: Date): Promise<string[]>;
  /** A link that ends after one booking. */
  singleUseLink(type: MeetingType): Promise<URL>;
  /** Books at once. */
  book(type: MeetingType, start: string, attendee: Attendee, prefill: Prefill): Promise<Outcome>;
  /**
   * The owner's bookings that have changed, a portion at a time; as little is asked as the scheduler allows.
   * @param position that of the portion before; `null` or one of another form: from the beginning
   */
  changes(position: unknown, now: Date): Promise<Portion>;
  /** One booking by its uid; `null` when it is not there. */
  booking(uid: string): Promise<ToldBooking | null>;
}
