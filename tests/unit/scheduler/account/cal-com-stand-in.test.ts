import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type CalComStandIn, startCalCom } from "../../../scheduler/cal-com";

let calCom: CalComStandIn;
beforeAll(async () => {
  calCom = await startCalCom();
});
afterAll(() => calCom.close());
beforeEach(() => calCom.reset());

const BOOKINGS = "2024-08-13";

async function ask(path: string, version: string | null, body?: object, key: string | null = calCom.key) {
  const response = await fetch(new URL(path, calCom.api), {
    method: body ? "POST" : "GET",
    headers: {
      ...(version === null ? {} : { "cal-api-version": version }),
      ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

async function slots(): Promise<string[]> {
  const end = new Date(Date.now() + 30 * 24 * 3600_000).toISOString();
  const { json } = await ask(
    `slots?eventTypeId=1&start=${new Date().toISOString()}&end=${end}`,
    "2024-09-04",
  );
  return Object.values(json.data as Record<string, { start: string }[]>).flatMap((day) =>
    day.map(({ start }) => start),
  );
}

const attendee = { name: "Ada", email: "ada@example.com", timeZone: "UTC" };
async function book(given: object = {}) {
  return await ask("bookings", BOOKINGS, { start: (await slots())[0], eventTypeId: 1, attendee, ...given });
}

describe("versions", () => {
  test.each([
    ["slots?eventTypeId=1&start=2026-01-01&end=2026-01-02", "2024-09-04", 200],
    ["slots?eventTypeId=1&start=2026-01-01&end=2026-01-02", "2024-08-13", 404],
    ["slots?eventTypeId=1&start=2026-01-01&end=2026-01-02", "2099-01-01", 404],
    ["slots?eventTypeId=1&start=2026-01-01&end=2026-01-02", null, 404],
    ["bookings", "2024-08-13", 200],
    ["bookings", null, 404],
    ["event-types?username=tess", "2024-06-14", 200],
    ["event-types?username=tess", "2024-09-04", 404],
    ["me", null, 200],
    ["me", "2024-06-11", 200],
  ])("%s with %s", async (path, version, status) => {
    const answer = await ask(path, version);
    expect(answer.status).toBe(status);
    expect(answer.json.status).toBe(status === 200 ? "success" : "error");
  });

  test("event types without one are told in the old shape", async () => {
    expect((await ask("event-types?username=tess", null)).json.data.eventTypeGroups).toHaveLength(1);
  });
});

test("errors have Cal.com's shape", async () => {
  expect((await ask("me", null, undefined, "cal_wrong")).json).toMatchObject({
    status: "error",
    path: "/v2/me",
    error: { code: "UnauthorizedException" },
  });
  calCom.allow(0);
  const { status, headers } = await ask("me", null);
  expect([status, headers.get("X-RateLimit-Limit-Default")]).toEqual([429, "120"]);
  calCom.allow(120);
});

test.each([
  ["attendee.email", { attendee: { ...attendee, email: "nobody" } }],
  ["attendee.email or attendee.phoneNumber", { attendee: { name: "Ada", timeZone: "UTC" } }],
  ["start", { start: "tomorrow" }],
  ["in the past", { start: "2020-01-01T09:00:00.000Z" }],
  ["metadata.ticketUrl", { metadata: { ticketUrl: "x".repeat(501) } }],
  ["metadata", { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, "v"])) }],
])("a booking is refused: %s", async (words, given) => {
  const { status, json } = await book(given);
  expect(status).toBe(400);
  expect(json.error.message).toContain(words);
});

test("keys of a body that nobody knows are left out", async () => {
  expect((await book({ colour: "red" })).status).toBe(201);
});

test("what a page books is in the API, and the other way round", async () => {
  const [start] = await slots();
  const page = {
    ...{ event: "tess/30min", link: null, start, timeZone: "UTC" },
    responses: { name: "Ada", email: "ada@example.com", notes: "", attendeePhoneNumber: "", guests: [] },
    query: { "metadata[ticketId]": ["7"] },
  };
  await fetch(`${calCom.origin}/api/book`, { method: "POST", body: JSON.stringify(page) });
  const { json } = await ask("bookings?status=upcoming", BOOKINGS);
  expect(json.data).toHaveLength(1);
  expect(json.data[0]).toMatchObject({ start, status: "accepted", metadata: { ticketId: "7" } });
  expect((await book({ start })).json.error.message).toMatch(/already has booking/);
  expect((await book()).status).toBe(201);
  expect(calCom.bookings()).toHaveLength(2);
});

test("bookings in pages", async () => {
  for (let i = 0; i < 3; i++) await book();
  const { json } = await ask("bookings?take=2&skip=2", BOOKINGS);
  expect(json.data).toHaveLength(1);
  expect(json.pagination).toMatchObject({
    totalItems: 3,
    remainingItems: 0,
    currentPage: 2,
    hasPreviousPage: true,
  });
  expect((await ask("bookings?take=251", BOOKINGS)).status).toBe(400);
  expect((await ask("bookings", BOOKINGS, undefined, null)).status).toBe(401);
});

test("a booking is moved and cancelled by whoever knows its uid", async () => {
  const { uid } = (await book()).json.data;
  const nobody = (path: string, body?: object) => ask(`bookings/${path}`, BOOKINGS, body, null);
  const moved = await nobody(`${uid}/reschedule`, { start: (await slots())[3] });
  expect(moved.json.data).toMatchObject({ rescheduledFromUid: uid });
  expect((await nobody(uid)).json.data).toMatchObject({
    status: "cancelled",
    rescheduledToUid: moved.json.data.uid,
  });
  expect((await nobody(`${uid}/cancel`, {})).status).toBe(400);
  const cancelled = await nobody(`${moved.json.data.uid}/cancel`, { cancellationReason: "Solved" });
  expect(cancelled.json.data).toMatchObject({ status: "cancelled", cancellationReason: "Solved" });
  expect(calCom.bookings()).toEqual([]);
  expect((await ask("bookings?status=cancelled", BOOKINGS)).json.data).toHaveLength(2);
  expect((await nobody("none")).status).toBe(404);
});

test("pages of any origin may ask, extensions too", async () => {
  const preflight = await fetch(new URL("bookings", calCom.api), { method: "OPTIONS" });
  expect(preflight.headers.get("Access-Control-Allow-Headers")).toContain("cal-api-version");
  expect((await ask("me", null)).headers.get("Access-Control-Allow-Origin")).toBe("*");
});

test("who did not come", async () => {
  const { uid } = (await book()).json.data;
  const mark = (body: object, key: string | null = calCom.key) =>
    ask(`bookings/${uid}/mark-absent`, BOOKINGS, body, key);
  expect((await mark({ host: true }, null)).status).toBe(401);
  const absent = await mark({ host: true, attendees: [{ email: attendee.email, absent: true }] });
  expect(absent.json.data).toMatchObject({ absentHost: true, attendees: [{ absent: true }] });
  const came = await mark({ attendees: [{ email: attendee.email, absent: false }] });
  expect(came.json.data).toMatchObject({ absentHost: true, attendees: [{ absent: false }] });
});

test("a private link that expires", async () => {
  const make = (body: object) => ask("event-types/1/private-links", "2024-09-04", body);
  const expired = (await make({ expiresAt: "2020-01-01T00:00:00Z" })).json.data;
  expect((await fetch(expired.bookingUrl)).status).toBe(404);
  const open = (await make({ expiresAt: "2999-01-01T00:00:00Z" })).json.data;
  expect((await fetch(open.bookingUrl)).status).toBe(200);
  expect((await make({})).json.data).toMatchObject({ maxUsageCount: 1, usageCount: 0, isExpired: false });
  expect((await make({ maxUsageCount: 0 })).status).toBe(400);
});
