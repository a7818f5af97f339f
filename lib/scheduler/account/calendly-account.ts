import * as z from "zod/mini";
import type { Outcome } from "../../booking/outcome";
import type { CalendarAccount, MeetingType, ScopeCheck } from "./account";
import {
  ASKED_AT_ONCE,
  EventInvitee,
  idOf,
  idsOf,
  nowKnown,
  type Position,
  positionOf,
  queryOf,
  ScheduledEvent,
  ScheduledEvents,
  toldBooking,
  unknownOf,
} from "./calendly-bookings";
import { invitation } from "./calendly-invitation";
import {
  type EventType,
  EventTypes,
  Invitee,
  PlacesOfType,
  Refusal,
  SingleUseLink,
  Times,
  User,
} from "./calendly-shapes";
import { AccountError, type AccountProblem } from "./problem";
import { type ApiRequest, callApi, callTagged, type Fetch, messageOf } from "./request";
import { knownTimeZone } from "./time-zone";
import type { ToldBooking } from "./told-booking";

/** @see https://developer.calendly.com/api-docs */
const CALENDLY_API = "https://api.calendly.com/";

/** Longest stretch that is asked for at once, in days: 31 since July 2026, 7 before; the shorter one works for both. */
const WINDOW = 7;
const DAY = 24 * 3600_000;
/** Slots in the past are an error; a request takes a moment, in milliseconds. */
const SOON = 60_000;
/** Pages of event types that are read at most, 100 each. */
const MAX_PAGES = 10;

/** What a token needs; free times need the second one too by the reference, and not by the list of scopes. */
const scopes = {
  me: "users:read",
  types: "event_types:read",
  times: "availability:read",
  calls: "scheduled_events:read",
  links: "scheduling_links:write",
  book: "scheduled_events:write",
} as const;

/**
 * An account at Calendly, by a personal access token.
 * @param base where the API is; a test has its own
 */
export function calendlyAccount(token: string, base = CALENDLY_API, fetch?: Fetch): CalendarAccount {
  const to = <T>(
    path: string,
    query: Record<string, string>,
    request: Omit<ApiRequest<T>, "url">,
  ): ApiRequest<T> => {
    const url = new URL(path, base);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    return { ...request, url, headers: { Authorization: `Bearer ${token}` }, explain };
  };
  const call = <T>(...request: Parameters<typeof to<T>>) => callApi(to<T>(...request), fetch);
  const me = async () =>
    (await call("users/me", {}, { answer: z.object({ resource: User }), scope: scopes.me })).resource;

  async function pageOfTypes(user: string, count: number, page: string | null) {
    const query = {
      user,
      active: "true",
      count: String(count),
      ...(page === null ? {} : { page_token: page }),
    };
    return await call("event_types", query, { answer: EventTypes, scope: scopes.types });
  }

  async function allTypes(user: string): Promise<EventType[]> {
    const all: EventType[] = [];
    let next: string | null = null;
    for (let page = 0; page === 0 || (next !== null && page < MAX_PAGES); page++) {
      const { collection, pagination }: z.infer<typeof EventTypes> = await pageOfTypes(user, 100, next);
      all.push(...collection);
      next = pagination.next_page_token;
    }
    return all;
  }

  async function freeTimes(type: string, from: number, to: number): Promise<string[]> {
    const query = {
      event_type: type,
      start_time: new Date(from).toISOString(),
      end_time: new Date(to).toISOString(),
    };
    const { collection } = await call("event_type_available_times", query, {
      answer: Times,
      scope: scopes.times,
    });
    return collection
      .filter(({ status }) => status === "available")
      .map(({ start_time }) => new Date(start_time).toISOString());
  }

  async function placesOf({ id }: MeetingType) {
    const path = `event_types/${id.split("/").at(-1)}`; // never a request to an address that came from elsewhere
    return (await call(path, {}, { answer: PlacesOfType, scope: scopes.types })).resource.locations;
  }

  async function inviteesOf(event: ScheduledEvent): Promise<ToldBooking[]> {
    const path = `scheduled_events/${idOf(event.uri)}/invitees`;
    const answer = z.object({ collection: z.array(EventInvitee) });
    const { collection } = await call(path, { count: "100" }, { answer, scope: scopes.calls });
    return collection.map((invitee) => toldBooking(event, invitee));
  }

  async function portionOf(before: Position, now: Date) {
    const request = to("scheduled_events", queryOf(before, now), {
      answer: ScheduledEvents,
      scope: scopes.calls,
    });
    const { href } = request.url;
    const told = await callTagged(
      { ...request, etag: before.seen?.url === href ? before.seen.etag : null },
      fetch,
    );
    if (told === "unchanged") return { bookings: [], position: before, more: false };
    const { collection, pagination } = told.value;
    const unknown = unknownOf(before, collection);
    const asked = unknown.slice(0, ASKED_AT_ONCE);
    const bookings: ToldBooking[] = [];
    for (const event of asked) bookings.push(...(await inviteesOf(event)));
    const after = nowKnown(before, asked, now);
    const isRead = asked.length === unknown.length;
    const next = isRead ? pagination.next_page_token : before.page;
    const isAll = isRead && before.page === null && next === null;
    const seen = isAll && told.etag ? { url: href, etag: told.etag } : null;
    return { bookings, position: { ...after, page: next, seen }, more: !isRead || next !== null };
  }

  return {
    async owner() {
      const { uri, name, email, timezone, scheduling_url } = await me();
      return { id: uri, name, email, timeZone: knownTimeZone(timezone), link: scheduling_url };
    },

    async checkScopes() {
      const { uri } = await me();
      const found: string[] = [];
      const types = await tried(scopes.types, async () => {
        found.push(...(await pageOfTypes(uri, 1, null)).collection.map((type) => type.uri));
      });
      const [type] = found;
      const soon = Date.now() + SOON;
      const times: ScopeCheck =
        type === undefined
          ? { scope: scopes.times, allowed: "unknown" }
          : await tried(scopes.times, () => freeTimes(type, soon, soon + DAY));
      const calls = await tried(scopes.calls, () =>
        call("scheduled_events", { user: uri, count: "1" }, { answer: z.unknown(), scope: scopes.calls }),
      );
      return [
        { scope: scopes.me, allowed: true },
        types,
        times,
        calls,
        { scope: scopes.links, allowed: "unknown" }, // cannot be tried without making one
      ];
    },

    async meetingTypes(link) {
      const { uri, scheduling_url } = await me();
      const types = (await allTypes(uri)).map(toMeetingType);
      const named = types.filter((type) => isBelow(link, new URL(type.link)));
      if (named.length > 0) return named;
      return isBelow(link, new URL(scheduling_url)) ? types : []; // never one's own types for another one's link
    },

    async freeSlots({ id }, from, to) {
      const starts = new Set<string>();
      const end = to.getTime();
      for (let at = Math.max(from.getTime(), Date.now() + SOON); at < end; at += WINDOW * DAY) {
        for (const start of await freeTimes(id, at, Math.min(at + WINDOW * DAY, end))) starts.add(start);
      }
      return [...starts].sort();
    },

    async singleUseLink({ id }) {
      const body = { max_event_count: 1, owner: id, owner_type: "EventType" };
      const request = { method: "POST", body, answer: SingleUseLink, scope: scopes.links } as const;
      return new URL((await call("scheduling_links", {}, request)).resource.booking_url);
    },

    async book(type, start, attendee, prefill) {
      const body = invitation(type, start, attendee, prefill, await placesOf(type));
      const request = { method: "POST", body, answer: Invitee, scope: scopes.book } as const;
      return booked((await call("invitees", {}, request)).resource.uri, start, type.minutes);
    },

    async changes(kept, now) {
      const before = positionOf(kept) ?? { user: (await me()).uri, page: null, known: {}, seen: null };
      try {
        return await portionOf(before, now);
      } catch (error) {
        // How long a page can be asked for is not documented: begin again with the first one.
        const isOld = error instanceof AccountError && /^not-(?:accepted|found)$/.test(error.problem.cause);
        if (before.page === null || !isOld) throw error;
        return { bookings: [], position: { ...before, page: null }, more: true };
      }
    },

    async booking(uid) {
      const ids = idsOf(uid);
      if (!ids) return null;
      const path = `scheduled_events/${ids.event}`;
      const ask = <T>(below: string, answer: z.ZodMiniType<T>) =>
        call(path + below, {}, { answer: z.object({ resource: answer }), scope: scopes.calls });
      try {
        const event = await ask("", ScheduledEvent);
        const invitee = await ask(`/invitees/${ids.invitee}`, EventInvitee);
        return toldBooking(event.resource, invitee.resource);
      } catch (error) {
        if (error instanceof AccountError && error.problem.cause === "not-found") return null;
        throw error;
      }
    },
  };
}

function toMeetingType(type: EventType): MeetingType {
  const question = type.custom_questions?.find(({ enabled, type }) => enabled && type === "text");
  return {
    id: type.uri,
    name: type.name,
    minutes: type.duration,
    description: type.description_plain ?? "",
    link: type.scheduling_url,
    notesQuestion: question ? { text: question.name, position: question.position } : null,
  };
}

/** Whether a link is a page or one below it: a chosen time is below its event type, and that below its owner. */
function isBelow(link: URL, page: URL): boolean {
  const path = (url: URL) => `${url.pathname.replace(/\/+$/, "").toLowerCase()}/`;
  return path(page) !== "/" && path(link).startsWith(path(page));
}

function booked(uid: string, start: string, minutes: number): Outcome {
  const end = new Date(Date.parse(start) + minutes * 60_000).toISOString();
  return {
    uid,
    start: new Date(start).toISOString(),
    end,
    status: "accepted",
    paymentRequired: false,
    timeZone: null,
  };
}

async function tried(scope: string, request: () => Promise<unknown>): Promise<ScopeCheck> {
  try {
    await request();
    return { scope, allowed: true };
  } catch (error) {
    if (error instanceof AccountError && error.problem.cause === "not-allowed")
      return { scope, allowed: false };
    throw error;
  }
}

/** A lost slot is a 400 whose details say so. */
function explain(status: number, body: unknown): AccountProblem | null {
  const { details = [] } = Refusal.safeParse(body).data ?? {};
  const taken = details.some(
    ({ code, parameter }) => code === "already_filled" || parameter === "event.start_time",
  );
  return status === 400 && taken ? { cause: "slot-taken", detail: messageOf(body) } : null;
}
