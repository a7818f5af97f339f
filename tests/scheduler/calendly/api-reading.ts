import * as z from "zod/mini";
import { json } from "../local-server";
import type { Call, Route } from "./api";
import { check, instant } from "./check";
import { tess } from "./event-types";
import { findEvent, findType } from "./find";
import { Refused } from "./problem";
import { eventResource, inviteeResource, typeResource, uriOf, userResource } from "./resources";

const DAY = 24 * 3600_000;
/** Longest range of free times: 31 days since July 2026. The stand-in keeps the older rule, which is the stricter one. */
const MAX_RANGE = 7 * DAY;

const count = z.string().check(z.regex(/^(?:[1-9]\d?|100)$/, "must be between 1 and 100"));
const Page = { count: z.optional(count), page_token: z.optional(z.string()) };
const flag = z.enum(["true", "false"]);

const TypesQuery = z.strictObject({
  ...Page,
  user: z.optional(z.url()),
  organization: z.optional(z.url()),
  active: z.optional(flag),
  sort: z.optional(z.string()),
});
const TimesQuery = z.strictObject({ event_type: z.url(), start_time: instant, end_time: instant });
const EventsQuery = z.strictObject({
  ...Page,
  user: z.optional(z.url()),
  organization: z.optional(z.url()),
  invitee_email: z.optional(z.email()),
  status: z.optional(z.enum(["active", "canceled"])),
  min_start_time: z.optional(instant),
  max_start_time: z.optional(instant),
  sort: z.optional(z.enum(["start_time:asc", "start_time:desc"])),
});
const Nothing = z.strictObject({});

/** What can be read. Free times need a scope by their own page, and another by the list of scopes: here both. */
export const readingRoutes: readonly Route[] = [
  { method: "GET", path: "/users/me", scopes: ["users:read"], answer: me },
  { method: "GET", path: "/event_types", scopes: ["event_types:read"], answer: listTypes },
  { method: "GET", path: "/event_types/:id", scopes: ["event_types:read"], answer: oneType },
  {
    method: "GET",
    path: "/event_type_available_times",
    scopes: ["event_types:read", "availability:read"],
    answer: listTimes,
  },
  { method: "GET", path: "/scheduled_events", scopes: ["scheduled_events:read"], answer: listEvents },
  { method: "GET", path: "/scheduled_events/:id", scopes: ["scheduled_events:read"], answer: oneEvent },
  {
    method: "GET",
    path: "/scheduled_events/:id/invitees",
    scopes: ["scheduled_events:read"],
    answer: listInvitees,
  },
  {
    method: "GET",
    path: "/scheduled_events/:id/invitees/:id",
    scopes: ["scheduled_events:read"],
    answer: oneInvitee,
  },
];

function me({ origins, query }: Call) {
  query(Nothing);
  return json({ resource: userResource(origins, tess) });
}

function listTypes(call: Call) {
  const { book, origins, query } = call;
  const { user, organization, active, ...page } = query(TypesQuery);
  ownedBy(call, user, organization);
  const types = book.types.filter((type) => organization !== undefined || type.host === tess);
  const shown = types.filter((type) => active === undefined || String(type.active) === active);
  return list(call, shown, page, (type) => typeResource(origins, type));
}

function oneType({ book, origins, ids: [uuid] }: Call) {
  const found = book.types.find((type) => type.uuid === uuid);
  if (!found) throw new Refused(404);
  return json({ resource: typeResource(origins, found) });
}

function listTimes(call: Call) {
  const { book, origins, query } = call;
  const { event_type, start_time, end_time } = query(TimesQuery);
  const [start, end] = [Date.parse(start_time), Date.parse(end_time)];
  if (start < Date.now()) throw wrong("start_time", "must be in the future");
  if (end <= start) throw wrong("end_time", "must be after start_time");
  if (end - start > MAX_RANGE) throw wrong("end_time", "Date range can be no greater than 1 week (7 days)");
  const type = findType(call, event_type);
  const free = book.free(type).filter((slot) => Date.parse(slot) >= start && Date.parse(slot) < end);
  const collection = free.map((slot) => ({
    status: "available",
    invitees_remaining: 1,
    start_time: slot.replace(".000Z", "Z"),
    scheduling_url: `${origins.pages}/${type.host.slug}/${type.slug}/${slot.replace(".000Z", "Z")}`,
  }));
  return json({ collection });
}

function listEvents(call: Call) {
  const { book, origins, query } = call;
  const { user, organization, invitee_email, status, min_start_time, max_start_time, sort, ...page } =
    query(EventsQuery);
  ownedBy(call, user, organization);
  const found = book.bookings
    .filter((booking) => book.typeOf(booking).host === tess)
    .filter((booking) => !invitee_email || booking.invitee.email === invitee_email)
    .filter((booking) => !status || status === (booking.canceled ? "canceled" : "active"))
    .filter((booking) => !min_start_time || Date.parse(booking.start) >= Date.parse(min_start_time))
    .filter((booking) => !max_start_time || Date.parse(booking.start) <= Date.parse(max_start_time))
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  if (sort === "start_time:desc") found.reverse();
  return list(call, found, page, (booking) => eventResource(origins, booking, book.typeOf(booking)));
}

function oneEvent(call: Call) {
  const booking = findEvent(call);
  return json({ resource: eventResource(call.origins, booking, call.book.typeOf(booking)) });
}

function listInvitees(call: Call) {
  return list(call, [findEvent(call)], call.query(z.strictObject(Page)), (booking) =>
    inviteeResource(call.origins, booking, call.book.bookings),
  );
}

function oneInvitee(call: Call) {
  const booking = findEvent(call);
  if (booking.inviteeUuid !== call.ids[1]) throw new Refused(404);
  return json({ resource: inviteeResource(call.origins, booking, call.book.bookings) });
}

/** Lists are asked for by user or organisation; those of other people are not shown. */
function ownedBy({ origins }: Call, user: string | undefined, organization: string | undefined) {
  if (user === undefined && organization === undefined)
    throw wrong("user", "one of user, organization is required");
  if (user !== undefined && user !== uriOf.user(origins.api, tess)) throw new Refused(403);
}

/** One page of a list; the token of the next one is where it begins. */
function list<T>(
  { origins }: Call,
  all: readonly T[],
  { count = "20", page_token = "0" }: { count?: string | undefined; page_token?: string | undefined },
  show: (item: T) => object,
) {
  const from = Number(check(z.string().check(z.regex(/^\d+$/, "is invalid")), page_token));
  const next = from + Number(count);
  const more = next < all.length;
  return json({
    collection: all.slice(from, next).map(show),
    pagination: {
      count: Math.min(Number(count), Math.max(all.length - from, 0)),
      next_page: more ? `${origins.api}/?count=${count}&page_token=${next}` : null,
      previous_page: null,
      next_page_token: more ? String(next) : null,
      previous_page_token: null,
    },
  });
}

function wrong(parameter: string, message: string) {
  return new Refused(400, [{ parameter, message }]);
}
