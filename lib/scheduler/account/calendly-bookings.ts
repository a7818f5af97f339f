import * as z from "zod/mini";
import { joinUrlOf, type NamedTicket, type ToldBooking } from "./told-booking";

// @see https://developer.calendly.com/api-docs/calendly-api/scheduled-events/list-scheduled-events

const instant = z.iso.datetime({ offset: true });
const maybe = z.optional(z.nullable(z.string()));

export const ScheduledEvent = z.object({
  uri: z.url(),
  status: z.string(),
  start_time: instant,
  end_time: instant,
  updated_at: instant,
  location: z.optional(z.nullable(z.object({ join_url: maybe, location: maybe }))),
});
export type ScheduledEvent = z.infer<typeof ScheduledEvent>;

export const ScheduledEvents = z.object({
  collection: z.array(ScheduledEvent),
  pagination: z.object({ next_page_token: z.nullable(z.string()) }),
});

export const EventInvitee = z.object({
  uri: z.url(),
  status: z.string(),
  name: maybe,
  email: maybe,
  created_at: z.optional(instant),
  old_invitee: maybe,
  new_invitee: maybe,
  tracking: z.optional(
    z.nullable(z.object({ utm_source: maybe, utm_campaign: maybe, utm_content: maybe, utm_term: maybe })),
  ),
});
export type EventInvitee = z.infer<typeof EventInvitee>;

/** Events have to be asked for their invitees one by one; the ones that were are remembered as long as they are to come. */
const Position = z.object({
  /** Address of whose token it is. */
  user: z.url(),
  /** The page to go on with; `null`: the first one. */
  page: z.nullable(z.string()),
  /** By the event's id: how it was when its invitees were asked for, and when it ends. */
  known: z.record(z.string(), z.object({ as: z.string(), end: z.string() })),
  /** The answer to this address was all there is, and all of it is known. */
  seen: z.nullable(z.object({ url: z.string(), etag: z.string() })),
});
export type Position = z.infer<typeof Position>;

const DAY = 24 * 3600_000;
/** Events whose invitees are asked for in one portion: a free plan allows 50 requests a minute. */
export const ASKED_AT_ONCE = 10;

export function positionOf(kept: unknown): Position | null {
  return Position.safeParse(kept).data ?? null;
}

/**
 * What to ask for: there is no filter by the time of a change, so it is all calls to come, those of yesterday included.
 * The beginning is that of a day, so that the same address can be asked for all day long.
 */
export function queryOf({ user, page }: Position, now: Date): Record<string, string> {
  const yesterday = new Date(Math.floor(now.getTime() / DAY - 1) * DAY);
  return {
    user,
    min_start_time: yesterday.toISOString(),
    sort: "start_time:asc",
    count: "100",
    ...(page === null ? {} : { page_token: page }),
  };
}

/** The events of a page that are new, or have changed since their invitees were asked for. */
export function unknownOf({ known }: Position, events: readonly ScheduledEvent[]): ScheduledEvent[] {
  return events.filter((event) => known[idOf(event.uri)]?.as !== stateOf(event));
}

/** The position when the invitees of these events are known; what is over is forgotten. */
export function nowKnown(before: Position, events: readonly ScheduledEvent[], now: Date): Position {
  const asked = events.map(
    (event) => [idOf(event.uri), { as: stateOf(event), end: event.end_time }] as const,
  );
  const known = Object.entries({ ...before.known, ...Object.fromEntries(asked) });
  const oldest = now.getTime() - 2 * DAY;
  return { ...before, known: Object.fromEntries(known.filter(([, { end }]) => Date.parse(end) > oldest)) };
}

function stateOf({ status, updated_at }: ScheduledEvent): string {
  return `${status} ${updated_at}`;
}

/** The last part of an address: requests never go to an address that came from elsewhere. */
export function idOf(uri: string): string {
  return uri.split("/").at(-1) ?? "";
}

/** The ids of an invitee's address; `null` for one of another form. */
export function idsOf(invitee: string): { event: string; invitee: string } | null {
  const [, event, id] = /\/scheduled_events\/([\w-]+)\/invitees\/([\w-]+)$/.exec(invitee) ?? [];
  return event === undefined || id === undefined ? null : { event, invitee: id };
}

/** An invitee and the event in the words of all schedulers. */
export function toldBooking(event: ScheduledEvent, invitee: EventInvitee): ToldBooking {
  const { location } = event;
  return {
    uid: invitee.uri,
    movedFrom: invitee.old_invitee ?? null,
    movedTo: invitee.new_invitee ?? null,
    state: invitee.status === "active" && event.status === "active" ? "booked" : "cancelled",
    start: new Date(event.start_time).toISOString(),
    end: new Date(event.end_time).toISOString(),
    joinUrl: joinUrlOf(location?.join_url) ?? joinUrlOf(location?.location),
    timeZone: null, // the event does not say; the account does
    attendee: { name: invitee.name ?? null, email: invitee.email ?? null },
    ticket: calendlyTicket(invitee.tracking ?? {}),
    createdAt: invitee.created_at ?? null,
  };
}

/** The ticket that the parameters of a link name; only those of ours: everybody's links carry some. */
export function calendlyTicket(tracking: NonNullable<EventInvitee["tracking"]>): NamedTicket | null {
  const { utm_source, utm_campaign, utm_content, utm_term } = tracking;
  if (utm_source !== "callcard" || !utm_content) return null;
  return { portal: utm_campaign || null, id: utm_term || utm_content, number: utm_content, url: null };
}
