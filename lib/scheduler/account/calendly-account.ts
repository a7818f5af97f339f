import * as z from "zod/mini";
import type { Outcome } from "../../booking/outcome";
import type { Prefill } from "../prefill";
import type { Attendee, CalendarAccount, MeetingType, ScopeCheck } from "./account";
import { AccountError, type AccountProblem } from "./problem";
import { type ApiRequest, callApi, type Fetch, messageOf } from "./request";

/** @see https://developer.calendly.com/api-docs */
export const CALENDLY_API = "https://api.calendly.com/";

/** Longest stretch that is asked for at once, in days: 31 since July 2026, 7 before; the shorter one works for both. */
const WINDOW = 7;
const DAY = 24 * 3600_000;
/** Slots in the past are an error; a request takes a moment, in milliseconds. */
const SOON = 60_000;
/** Pages of event types that are read at most, 100 each. */
const MAX_PAGES = 10;

const User = z.object({
  uri: z.url(),
  name: z.string(),
  email: z.string(),
  scheduling_url: z.url(),
  timezone: z.optional(z.nullable(z.string())),
});
const EventType = z.object({
  uri: z.url(),
  name: z.string(),
  active: z.boolean(),
  duration: z.number(),
  scheduling_url: z.url(),
  description_plain: z.optional(z.nullable(z.string())),
  custom_questions: z.optional(
    z.array(z.object({ name: z.string(), type: z.string(), position: z.number(), enabled: z.boolean() })),
  ),
});
const EventTypes = z.object({
  collection: z.array(EventType),
  pagination: z.object({ next_page_token: z.nullable(z.string()) }),
});
const Times = z.object({
  collection: z.array(z.object({ status: z.string(), start_time: z.iso.datetime({ offset: true }) })),
});
const Link = z.object({ resource: z.object({ booking_url: z.url() }) });
const Invitee = z.object({ resource: z.object({ uri: z.url(), status: z.string() }) });
const Refusal = z.object({
  details: z.array(z.object({ parameter: z.optional(z.string()), code: z.optional(z.string()) })),
});

const scopes = {
  me: "users:read",
  types: "event_types:read",
  calls: "scheduled_events:read",
  links: "scheduling_links:write",
  book: "scheduled_events:write",
} as const;

/**
 * An account at Calendly, by a personal access token.
 * @param base where the API is; a test has its own
 */
export function calendlyAccount(token: string, base = CALENDLY_API, fetch?: Fetch): CalendarAccount {
  const call = <T>(path: string, query: Record<string, string>, request: Omit<ApiRequest<T>, "url">) => {
    const url = new URL(path, base);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    return callApi({ ...request, url, headers: { Authorization: `Bearer ${token}` }, explain }, fetch);
  };
  const me = async () =>
    (await call("users/me", {}, { answer: z.object({ resource: User }), scope: scopes.me })).resource;

  async function allTypes(user: string): Promise<z.infer<typeof EventType>[]> {
    const all: z.infer<typeof EventType>[] = [];
    let token: string | null = null;
    for (let page = 0; page < MAX_PAGES; page++) {
      const query = { user, active: "true", count: "100", ...(token === null ? {} : { page_token: token }) };
      const answer: z.infer<typeof EventTypes> = await call("event_types", query, {
        answer: EventTypes,
        scope: scopes.types,
      });
      all.push(...answer.collection);
      token = answer.pagination.next_page_token;
      if (token === null) break;
    }
    return all;
  }

  return {
    async owner() {
      const { uri, name, email, timezone, scheduling_url } = await me();
      return { id: uri, name, email, timeZone: timezone ?? null, link: scheduling_url };
    },

    async checkScopes() {
      const { uri } = await me();
      const any = z.unknown();
      return [
        { scope: scopes.me, allowed: true },
        await tried(
          scopes.types,
          call("event_types", { user: uri, count: "1" }, { answer: any, scope: scopes.types }),
        ),
        await tried(
          scopes.calls,
          call("scheduled_events", { user: uri, count: "1" }, { answer: any, scope: scopes.calls }),
        ),
        { scope: scopes.links, allowed: "unknown" }, // cannot be tried without making one
      ];
    },

    async meetingTypes(link) {
      const { uri } = await me();
      const types = (await allTypes(uri)).filter(({ active }) => active).map(toMeetingType);
      const named = types.filter((type) => samePage(new URL(type.link), link));
      return named.length > 0 ? named : types;
    },

    async freeSlots({ id }, from, to) {
      const starts: string[] = [];
      const end = to.getTime();
      for (let at = Math.max(from.getTime(), Date.now() + SOON); at < end; at += WINDOW * DAY) {
        const query = {
          event_type: id,
          start_time: new Date(at).toISOString(),
          end_time: new Date(Math.min(at + WINDOW * DAY, end)).toISOString(),
        };
        const { collection } = await call("event_type_available_times", query, {
          answer: Times,
          scope: scopes.types,
        });
        starts.push(
          ...collection.filter(({ status }) => status === "available").map(({ start_time }) => start_time),
        );
      }
      return [...new Set(starts)].sort((a, b) => Date.parse(a) - Date.parse(b));
    },

    async singleUseLink({ id }) {
      const body = { max_event_count: 1, owner: id, owner_type: "EventType" };
      const { resource } = await call(
        "scheduling_links",
        {},
        { method: "POST", body, answer: Link, scope: scopes.links },
      );
      return new URL(resource.booking_url);
    },

    async book(type, start, attendee, prefill) {
      const body = invitation(type, start, attendee, prefill);
      const { resource } = await call(
        "invitees",
        {},
        { method: "POST", body, answer: Invitee, scope: scopes.book },
      );
      return booked(resource.uri, start, type.minutes);
    },
  };
}

function toMeetingType(type: z.infer<typeof EventType>): MeetingType {
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

function samePage(one: URL, other: URL): boolean {
  const path = (url: URL) => url.pathname.replace(/\/+$/, "").toLowerCase();
  return path(one) === path(other);
}

function invitation(
  type: MeetingType,
  start: string,
  { name, email, timeZone, notes }: Attendee,
  prefill: Prefill,
) {
  const question = type.notesQuestion;
  return {
    event_type: type.id,
    start_time: new Date(start).toISOString(),
    invitee: { name, email, timezone: timeZone },
    ...(notes && question
      ? { questions_and_answers: [{ question: question.text, answer: notes, position: question.position }] }
      : {}),
    ...(prefill.guests.length > 0 ? { event_guests: prefill.guests.slice(0, 10) } : {}),
    tracking: {
      utm_source: "callcard",
      utm_campaign: prefill.metadata.portal ?? null,
      utm_medium: null,
      utm_content: prefill.metadata.ticketNumber ?? null,
      utm_term: null,
      salesforce_uuid: null,
    },
  };
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

async function tried(scope: string, request: Promise<unknown>): Promise<ScopeCheck> {
  try {
    await request;
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
