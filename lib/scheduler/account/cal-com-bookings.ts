import * as z from "zod/mini";
import { knownTimeZone } from "./time-zone";
import { joinUrlOf, type NamedTicket, type ToldBooking } from "./told-booking";

const instant = z.iso.datetime({ offset: true });
const maybe = z.optional(z.nullable(z.string()));

/** A booking, as version 2024-08-13 shows it. */
export const Booking = z.object({
  uid: z.string(),
  status: z.string(),
  start: instant,
  end: instant,
  hosts: z.optional(z.array(z.object({ id: z.optional(z.number()), timeZone: maybe }))),
  attendees: z.optional(z.array(z.object({ name: maybe, email: maybe }))),
  location: z.optional(z.unknown()),
  metadata: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  rescheduledFromUid: maybe,
  rescheduledToUid: maybe,
  createdAt: z.optional(z.nullable(instant)),
  updatedAt: z.optional(z.nullable(instant)),
});
export type Booking = z.infer<typeof Booking>;

export const Page = z.object({
  status: z.literal("success"),
  data: z.array(Booking),
  pagination: z.object({ hasNextPage: z.boolean() }),
});

/**
 * How far the bookings were read, in the order in which they changed: up to an instant, of which these were told already.
 * `skip`: more of them changed at that instant than fit on a page.
 */
const Position = z.object({
  /** Whose key it is. */
  owner: z.number(),
  since: instant,
  told: z.array(z.string()),
  skip: z.number(),
  /** The answer to this address was the last one, and there was nothing after it. */
  seen: z.nullable(z.object({ url: z.string(), etag: z.string() })),
});
export type Position = z.infer<typeof Position>;

/** So far back the first look goes: as long as a link for a customer lives. In milliseconds. */
const BEGINNING = 90 * 24 * 3600_000;
/** Bookings on a page; 250 is the most. */
export const PAGE = 100;

/** The position that was kept; one of another form, or of nobody, is none. */
export function positionOf(kept: unknown): Position | null {
  return Position.safeParse(kept).data ?? null;
}

export function beginning(owner: number, now: Date): Position {
  const since = new Date(now.getTime() - BEGINNING).toISOString();
  return { owner, since, told: [], skip: 0, seen: null };
}

/** What to ask for. All states are named: those of the default are not documented. */
export function queryOf({ since, skip }: Position): Record<string, string> {
  return {
    status: "upcoming,recurring,past,cancelled,unconfirmed",
    afterUpdatedAt: since,
    sortUpdatedAt: "asc",
    take: String(PAGE),
    ...(skip > 0 ? { skip: String(skip) } : {}),
  };
}

/**
 * What is new on a page, and the position after it. Pages go on by the time of the last change, not by a count: a booking
 * that changes meanwhile goes to the end, and all others would move up.
 */
export function readPage(before: Position, page: readonly Booking[]): { fresh: Booking[]; after: Position } {
  const changedAt = ({ updatedAt }: Booking) => (updatedAt ? Date.parse(updatedAt) : 0);
  const since = Date.parse(before.since);
  // The page begins with what changed at that instant itself.
  const fresh = page.filter(
    (booking) =>
      changedAt(booking) > since || (changedAt(booking) === since && !before.told.includes(booking.uid)),
  );
  const last = Math.max(since, ...page.map(changedAt));
  const atLast = page.filter((booking) => changedAt(booking) === last).map(({ uid }) => uid);
  const stays = last === since;
  return {
    fresh,
    after: {
      ...before,
      since: new Date(last).toISOString(),
      told: stays ? [...new Set([...before.told, ...atLast])] : atLast,
      skip: stays && page.length >= PAGE ? before.skip + page.length : 0,
    },
  };
}

/** Whether a booking is in this person's calendar: keys of an organisation's admin show everybody's. */
export function isOf(owner: number, { hosts }: Booking): boolean {
  return !hosts?.length || hosts.some(({ id }) => id === undefined || id === owner);
}

/** A booking in the words of all schedulers. */
export function toldBooking(booking: Booking): ToldBooking {
  const { uid, status, start, end, hosts, attendees, location, metadata } = booking;
  const [attendee] = attendees ?? [];
  return {
    uid,
    movedFrom: booking.rescheduledFromUid ?? null,
    movedTo: booking.rescheduledToUid ?? null,
    state: status === "accepted" ? "booked" : status === "pending" ? "awaiting" : "cancelled",
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    joinUrl: joinUrlOf(typeof location === "string" ? location : null),
    timeZone: knownTimeZone(hosts?.[0]?.timeZone),
    attendee: { name: attendee?.name ?? null, email: attendee?.email ?? null },
    ticket: calComTicket(metadata ?? {}),
    createdAt: booking.createdAt ?? null,
  };
}

/** The ticket that a booking's metadata name. */
export function calComTicket(metadata: Readonly<Record<string, unknown>>): NamedTicket | null {
  const text = (key: string) => {
    const value = metadata[key];
    return typeof value === "string" && value !== "" ? value : null;
  };
  const ticket = {
    portal: text("portal"),
    id: text("ticketId"),
    number: text("ticketNumber"),
    url: text("ticketUrl"),
  };
  return ticket.id === null && ticket.number === null && ticket.url === null ? null : ticket;
}
