import * as z from "zod/mini";
import type { Outcome } from "../../booking/outcome";
import { isLoopback } from "../../settings/origin-pattern";
import { calCom } from "../cal-com";
import type { CalendarAccount, MeetingType } from "./account";
import {
  beginning,
  isOf,
  Booking as ListedBooking,
  PAGE,
  Page,
  positionOf,
  queryOf,
  readPage,
  toldBooking,
} from "./cal-com-bookings";
import { AccountError, type AccountProblem } from "./problem";
import { type ApiRequest, callApi, callTagged, type Fetch, messageOf } from "./request";
import { knownTimeZone } from "./time-zone";

/**
 * Versions, exact per resource: a missing or unknown one is silently answered in the shapes of 2024-04-15.
 * @see https://cal.com/docs/api-reference/v2/introduction
 */
const VERSIONS = {
  bookings: "2024-08-13",
  slots: "2024-09-04",
  "event-types": "2024-06-14",
  me: "2024-06-11",
  // Below event types, with a version of its own: it alone gives the whole link, of an organisation too.
  "private-links": "2024-09-04",
} as const;

const data = <T>(inner: z.ZodMiniType<T>) => z.object({ status: z.literal("success"), data: inner });
const Me = z.object({
  id: z.number(),
  username: z.nullable(z.string()),
  email: z.string(),
  name: z.nullable(z.string()),
  timeZone: z.nullable(z.string()),
});
const EventType = z.object({
  id: z.number(),
  title: z.string(),
  slug: z.string(),
  lengthInMinutes: z.number(),
  description: z.optional(z.nullable(z.string())),
  bookingUrl: z.optional(z.nullable(z.url())),
  hidden: z.optional(z.boolean()),
});
const Slots = z.record(z.string(), z.array(z.object({ start: z.iso.datetime({ offset: true }) })));
const PrivateLink = z.object({ bookingUrl: z.url() });
const Booking = z.object({
  uid: z.string(),
  status: z.string(),
  start: z.iso.datetime({ offset: true }),
  end: z.iso.datetime({ offset: true }),
  hosts: z.optional(z.array(z.object({ timeZone: z.optional(z.string()) }))),
});
/** An event type that recurs gives one booking for each date. */
const Booked = z.union([Booking, z.tuple([Booking], Booking)]);

/** Where the API of a Cal.com is: of the cloud, of the EU cloud, or beside a server of one's own. */
export function calComApi(link: URL): string {
  if (/(?:^|\.)cal\.com$/.test(link.hostname)) return "https://api.cal.com/v2/";
  if (/(?:^|\.)cal\.eu$/.test(link.hostname)) return "https://api.cal.eu/v2/";
  // A server of one's own has it below its own address when it stands behind one proxy; else it is set by hand.
  return `${link.origin}/${isLoopback(link.hostname) ? "" : "api/"}v2/`;
}

/** Where the public pages of an API are. */
function pagesOf(base: string): string {
  const { origin, hostname } = new URL(base);
  return /^api\.cal\.(?:com|eu)$/.test(hostname) ? `https://${hostname.slice("api.".length)}/` : `${origin}/`;
}

/**
 * An account at Cal.com.
 * @param key an API key; `null` for what Cal.com answers to everybody: event types, slots and bookings of a public page
 */
export function calComAccount(key: string | null, base: string, fetch?: Fetch): CalendarAccount {
  const to = <T>(
    resource: keyof typeof VERSIONS,
    path: string,
    query: Record<string, string>,
    request: Omit<ApiRequest<T>, "url" | "scope">,
  ): ApiRequest<T> => {
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const headers = {
      "cal-api-version": VERSIONS[resource],
      ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
    };
    return { ...request, url, scope: "API key", headers, explain };
  };
  const call = <T>(...request: Parameters<typeof to<T>>) => callApi(to<T>(...request), fetch);

  return {
    async owner() {
      const { data: me } = await call("me", "me", {}, { answer: data(Me) });
      return {
        id: String(me.id),
        name: me.name ?? "",
        email: me.email,
        timeZone: knownTimeZone(me.timeZone),
        link: new URL(me.username ?? "", pagesOf(base)).href,
      };
    },

    async checkScopes() {
      await this.owner();
      return []; // a key of Cal.com may do everything that its owner may
    },

    async meetingTypes(link) {
      const [username = "", eventSlug] = link.pathname.split("/").filter(Boolean);
      const kind = calCom.recognise(link);
      // Teams, groups, private links and forms cannot be asked for by their address.
      if ((kind !== "profile" && kind !== "event") || /\+|%20|%2b/i.test(username)) return [];
      const [, org] = /^(?!app\.|www\.)([\w-]+)\.cal\.(?:com|eu)$/.exec(link.hostname) ?? [];
      const query = {
        username,
        ...(eventSlug === undefined ? {} : { eventSlug }),
        ...(org === undefined ? {} : { orgSlug: org }),
      };
      const { data: types } = await call("event-types", "event-types", query, {
        answer: data(z.array(EventType)),
      });
      return types
        .filter(({ hidden }) => !hidden || eventSlug !== undefined)
        .map(({ id, title, slug, lengthInMinutes, description, bookingUrl }) => ({
          id: String(id),
          name: title,
          minutes: lengthInMinutes,
          description: plainText(description ?? ""),
          link: bookingUrl ?? new URL(`/${username}/${slug}`, link).href,
          notesQuestion: null,
        }));
    },

    async freeSlots({ id }, from, to) {
      const query = { eventTypeId: id, start: from.toISOString(), end: to.toISOString(), timeZone: "UTC" };
      const { data: days } = await call("slots", "slots", query, { answer: data(Slots) });
      return Object.values(days)
        .flat()
        .map(({ start }) => new Date(start).toISOString())
        .sort();
    },

    async singleUseLink({ id }) {
      const request = { method: "POST", body: { maxUsageCount: 1 }, answer: data(PrivateLink) } as const;
      const path = `event-types/${encodeURIComponent(id)}/private-links`;
      const { data: link } = await call("private-links", path, {}, request);
      return new URL(link.bookingUrl);
    },

    async book(type: MeetingType, start, { name, email, timeZone, notes }, { guests, metadata, questions }) {
      const body = {
        start: new Date(start).toISOString(),
        eventTypeId: Number(type.id),
        attendee: { name, email, timeZone },
        ...(guests.length > 0 ? { guests } : {}),
        metadata,
        bookingFieldsResponses: { ...questions, ...(notes ? { notes } : {}) },
      };
      const request = { method: "POST", body, answer: data(Booked) } as const;
      const { data: booked } = await call("bookings", "bookings", {}, request);
      return toOutcome(Array.isArray(booked) ? booked[0] : booked);
    },

    async changes(kept, now) {
      const before = positionOf(kept) ?? beginning(Number((await this.owner()).id), now);
      const request = to("bookings", "bookings", queryOf(before), { answer: Page });
      const { href } = request.url;
      const told = await callTagged(
        { ...request, etag: before.seen?.url === href ? before.seen.etag : null },
        fetch,
      );
      if (told === "unchanged") return { bookings: [], position: before, more: false };
      const { data: page, pagination } = told.value;
      const { fresh, after } = readPage(before, page);
      const more = pagination.hasNextPage && page.length >= PAGE;
      return {
        bookings: fresh.filter((booking) => isOf(before.owner, booking)).map(toldBooking),
        // The same address is asked for again only where nothing was new.
        position: { ...after, seen: fresh.length === 0 && told.etag ? { url: href, etag: told.etag } : null },
        more,
      };
    },

    async booking(uid) {
      const path = `bookings/${encodeURIComponent(uid)}`;
      const request = { answer: z.object({ data: z.union([ListedBooking, z.array(ListedBooking)]) }) };
      const told = await call("bookings", path, {}, request).catch(gone);
      const [booking] = told ? [told.data].flat() : [];
      return booking ? toldBooking(booking) : null;
    },
  };
}

function toOutcome({ uid, status, start, end, hosts }: z.infer<typeof Booking>): Outcome {
  return {
    uid,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    status: status === "accepted" ? "accepted" : "pending",
    paymentRequired: false,
    timeZone: knownTimeZone(hosts?.[0]?.timeZone),
  };
}

/** What is not there is no error for somebody who looks for it. */
function gone(error: unknown): null {
  if (error instanceof AccountError && error.problem.cause === "not-found") return null;
  throw error;
}

/** A 400 says in words that a slot is gone, and says nothing that would be meant for programs. */
function explain(status: number, body: unknown): AccountProblem | null {
  const detail = messageOf(body);
  const gone =
    /no longer available|not available|no available|already (?:booked|has booking)|can't be booked at/i.test(
      detail,
    );
  return (status === 400 || status === 409) && gone ? { cause: "slot-taken", detail } : null;
}

/** Cal.com's descriptions are Markdown or simple HTML; as text they are enough for a list. */
function plainText(description: string): string {
  return description
    .replace(/<[^>]*>/g, " ")
    .replace(/[*_`#]+/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);
}
