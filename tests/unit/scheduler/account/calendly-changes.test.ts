import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CalendarAccount } from "../../../../lib/scheduler/account/account";
import { calendlyAccount } from "../../../../lib/scheduler/account/calendly-account";
import {
  calendlyTicket,
  idsOf,
  nowKnown,
  queryOf,
  unknownOf,
} from "../../../../lib/scheduler/account/calendly-bookings";
import { type CalendlyStandIn, startCalendly } from "../../../scheduler/calendly";
import { problemOf } from "./problem-of";

let calendly: CalendlyStandIn;
let account: CalendarAccount;
beforeAll(async () => {
  calendly = await startCalendly();
});
afterAll(() => calendly.close());
beforeEach(() => {
  calendly.reset();
  calendly.allow(500);
  account = calendlyAccount(calendly.token, `${calendly.apiOrigin}/`);
});

const ours = { utm_source: "callcard", utm_campaign: "help", utm_content: "43012", utm_term: "12" };
async function changes(position: unknown = null) {
  const bookings = [];
  for (let turn = 0; turn < 40; turn++) {
    const portion = await account.changes(position, new Date());
    bookings.push(...portion.bookings);
    position = portion.position;
    if (!portion.more) break;
  }
  return { bookings, position };
}
const asked = () => calendly.requests().filter((request) => request.includes("/invitees")).length;

describe("over HTTP", () => {
  test("booked, moved and cancelled elsewhere: each is told once, with its ticket", async () => {
    const booked = calendly.bookElsewhere("tess/30min", ours);
    const first = await changes();
    expect(first.bookings).toMatchObject([
      {
        uid: `${calendly.apiOrigin}/scheduled_events/${booked.uuid}/invitees/${booked.inviteeUuid}`,
        state: "booked",
        start: booked.start,
        end: booked.end,
        movedFrom: null,
        movedTo: null,
        attendee: { name: "Ada Visitor", email: "ada@example.com" },
        ticket: { portal: "help", id: "12", number: "43012", url: null },
      },
    ]);
    const moved = calendly.moveByMail(booked.uuid);
    const second = await changes(first.position);
    const [uid, next] = [first.bookings[0]?.uid, second.bookings.at(-1)?.uid];
    expect(second.bookings).toMatchObject([
      { uid, state: "cancelled", movedTo: next },
      { uid: next, state: "booked", movedFrom: uid, start: moved.start },
    ]);
    calendly.cancelByMail(moved.uuid);
    const third = await changes(second.position);
    expect(third.bookings).toMatchObject([{ uid: next, state: "cancelled", movedTo: null }]);
    expect((await changes(third.position)).bookings).toEqual([]);
  });

  test("invitees are asked for once, ten at a time; then one request tells that nothing has changed", async () => {
    for (let count = 0; count < 23; count++) calendly.bookElsewhere("tess/30min", count % 2 ? ours : {});
    const before = asked();
    const portion = await account.changes(null, new Date());
    expect(asked() - before).toBe(10);
    expect([portion.bookings.length, portion.more]).toEqual([10, true]);
    const rest = await changes(portion.position);
    expect(rest.bookings).toHaveLength(13);
    expect(asked() - before).toBe(23);
    const requests = calendly.requests().length;
    expect((await changes(rest.position)).bookings).toEqual([]);
    expect(calendly.requests()).toHaveLength(requests + 1);
  });

  test("more than a page of events", async () => {
    for (let count = 0; count < 112; count++) calendly.bookElsewhere("tess/30min", ours);
    const { bookings } = await changes();
    expect(new Set(bookings.map(({ uid }) => uid)).size).toBe(112);
    expect(bookings).toHaveLength(112);
  });

  test("a page that can no longer be asked for: from the beginning, and nothing is told twice", async () => {
    calendly.bookElsewhere("tess/30min", ours);
    const { position } = await changes();
    calendly.bookElsewhere("tess/30min", ours);
    const { bookings } = await changes({ ...(position as object), page: "long gone" });
    expect(bookings).toHaveLength(1);
  });

  test("a booking by its uid; none is there for another one", async () => {
    const booked = calendly.bookElsewhere("tess/30min", ours);
    const uid = `${calendly.apiOrigin}/scheduled_events/${booked.uuid}/invitees/${booked.inviteeUuid}`;
    expect(await account.booking(uid)).toMatchObject({ uid, state: "booked" });
    expect(await account.booking(uid.replace(booked.uuid, "AAAA"))).toBeNull();
    const before = calendly.requests().length;
    expect(await account.booking("https://evil.example/x")).toBeNull();
    expect(calendly.requests()).toHaveLength(before);
  });

  test("a scope that is missing is named", async () => {
    calendly.setScopes(["users:read"]);
    expect(await problemOf(changes())).toMatchObject({
      cause: "not-allowed",
      scope: "scheduled_events:read",
    });
  });
});

const event = (id: string, updated_at: string, given: object = {}) => ({
  uri: `https://api.calendly.com/scheduled_events/${id}`,
  status: "active",
  start_time: "2026-11-23T09:00:00.000000Z",
  end_time: "2026-11-23T09:30:00.000000Z",
  updated_at,
  ...given,
});
const nothing = { user: "https://api.calendly.com/users/T", page: null, known: {}, seen: null };
const NOW = new Date("2026-11-20T12:34:56.000Z");

test("the same is asked for all day long: all calls since yesterday", () => {
  expect(queryOf(nothing, NOW)).toEqual({
    user: nothing.user,
    min_start_time: "2026-11-19T00:00:00.000Z",
    sort: "start_time:asc",
    count: "100",
  });
  expect(queryOf({ ...nothing, page: "p2" }, new Date("2026-11-20T23:59:59Z"))).toMatchObject({
    min_start_time: "2026-11-19T00:00:00.000Z",
    page_token: "p2",
  });
});

test("what is known is not asked for, until it changes; what is over is forgotten", () => {
  const events = [event("a", "2026-11-01T00:00:00Z"), event("b", "2026-11-01T00:00:00Z")];
  const known = nowKnown(nothing, events.slice(0, 1), NOW);
  expect(unknownOf(known, events)).toEqual([events[1]]);
  expect(unknownOf(known, [event("a", "2026-11-02T00:00:00Z")])).toHaveLength(1);
  expect(unknownOf(known, [event("a", "2026-11-01T00:00:00Z", { status: "canceled" })])).toHaveLength(1);
  expect(nowKnown(known, [], new Date("2026-11-26T00:00:00Z")).known).toEqual({});
});

test("a tag is sent again when all was known, and 304 means that nothing has changed", async () => {
  const sent: (string | null)[] = [];
  const tagged = calendlyAccount("t", "https://api.example.com/", async (url, init) => {
    if (url.pathname === "/users/me")
      return Response.json({
        resource: {
          uri: nothing.user,
          name: "T",
          email: "t@example.com",
          scheduling_url: "https://calendly.com/t",
        },
      });
    sent.push(new Headers(init.headers).get("If-None-Match"));
    if (sent.at(-1) === '"1"') return new Response(null, { status: 304 });
    const page = { collection: [], pagination: { next_page_token: null } };
    return Response.json(page, { headers: { ETag: '"1"' } });
  });
  const first = await tagged.changes(null, NOW);
  const second = await tagged.changes(first.position, NOW);
  expect(second).toEqual({ bookings: [], position: first.position, more: false });
  await tagged.changes(second.position, new Date(NOW.getTime() + 24 * 3600_000)); // another day, another address
  expect(sent).toEqual([null, '"1"', null]);
});

test.each([
  [ours, { portal: "help", id: "12", number: "43012", url: null }],
  [
    { ...ours, utm_term: null },
    { portal: "help", id: "43012", number: "43012", url: null },
  ],
  [{ ...ours, utm_source: "newsletter" }, null],
  [{ ...ours, utm_content: null }, null],
  [{}, null],
])("%j", (tracking, ticket) => expect(calendlyTicket(tracking)).toEqual(ticket));

test.each([
  ["https://api.calendly.com/scheduled_events/AB-1/invitees/CD_2", { event: "AB-1", invitee: "CD_2" }],
  ["https://api.calendly.com/scheduled_events/AB-1", null],
  ["AB-1", null],
])("%s", (uid, ids) => expect(idsOf(uid)).toEqual(ids));
