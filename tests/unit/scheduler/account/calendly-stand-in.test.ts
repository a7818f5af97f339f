import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type CalendlyStandIn, startCalendly } from "../../../scheduler/calendly";

let calendly: CalendlyStandIn;
beforeAll(async () => {
  calendly = await startCalendly();
});
afterAll(() => calendly.close());
beforeEach(() => calendly.reset());

const DAY = 24 * 3600_000;
// One clock reading for both ends of a range: a millisecond between two makes seven days too long.
const START = Date.now() + 3600_000;
const soon = (days: number) => new Date(START + days * DAY).toISOString();
const uri = (path: string) => `${calendly.apiOrigin}/${path}`;
const type = () => uri("event_types/TESS30MINXXXXXXX");
const user = () => uri("users/TESS000000000001");

async function ask(path: string, body?: object, token = calendly.token) {
  const method = body ? "POST" : "GET";
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(uri(path), {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, headers: response.headers, json: await response.json() };
}
const get = (path: string, query: Record<string, string>) => ask(`${path}?${new URLSearchParams(query)}`);
const times = (start_time: string, end_time: string, event_type = type()) =>
  get("event_type_available_times", { event_type, start_time, end_time });

async function book(given: object = {}) {
  const { json } = await times(soon(0), soon(7));
  return await ask("invitees", {
    event_type: type(),
    start_time: json.collection[0].start_time,
    invitee: { name: "Ada", email: "ada@example.com", timezone: "UTC" },
    ...given,
  });
}

test("errors have Calendly's shape", async () => {
  expect((await ask("users/me", undefined, "wrong")).json).toEqual({
    title: "Unauthenticated",
    message: "The access token is invalid",
  });
  expect((await fetch(uri("users/me"))).status).toBe(401);
  expect((await ask("nothing/here")).json.title).toBe("Resource Not Found");
  calendly.setScopes([]);
  expect((await ask("users/me")).json.title).toBe("Permission Denied");
});

test("a scope to write includes the one to read, and no other", async () => {
  calendly.setScopes(["scheduled_events:write"]);
  expect((await get("scheduled_events", { user: user() })).status).toBe(200);
  expect((await ask("users/me")).status).toBe(403);
  calendly.setScopes(["scheduled_events:read"]);
  expect((await ask("invitees", {})).status).toBe(403);
});

test("free times need both scopes that the documentation names", async () => {
  for (const scope of ["event_types:read", "availability:read"]) {
    calendly.setScopes([scope]);
    expect((await times(soon(0), soon(7))).status).toBe(403);
  }
});

test.each<[string, () => Promise<{ status: number; json: { details?: { parameter: string }[] } }>, string]>([
  ["times in the past", () => times(soon(-1), soon(1)), "start_time"],
  ["times of more than a week", () => times(soon(0), soon(7.1)), "end_time"],
  ["times that end before they begin", () => times(soon(2), soon(1)), "end_time"],
  ["times without an offset", () => times("2030-01-01T10:00:00", soon(1)), "start_time"],
  ["a query that nobody knows", () => get("event_types", { user: user(), colour: "red" }), "colour"],
  ["a page that is too large", () => get("event_types", { user: user(), count: "101" }), "count"],
  ["a list of nobody", () => get("event_types", {}), "user"],
  [
    "a link for two calls",
    () => ask("scheduling_links", { max_event_count: 2, owner: type(), owner_type: "EventType" }),
    "max_event_count",
  ],
  ["a body that nobody knows", () => book({ colour: "red" }), "colour"],
  ["eleven guests", () => book({ event_guests: Array(11).fill("a@example.com") }), "event_guests"],
  ["half of the tracking", () => book({ tracking: { utm_source: "x" } }), "tracking.utm_campaign"],
  [
    "a question in other words",
    () => book({ questions_and_answers: [{ question: "Notes?", answer: "x", position: 0 }] }),
    "questions_and_answers.question",
  ],
  [
    "a place that is not offered",
    () => book({ event_type: uri("event_types/TESS15MINXXXXXXX") }),
    "location.kind",
  ],
])("%s are refused", async (_, request, parameter) => {
  const { status, json } = await request();
  expect(status).toBe(400);
  expect(json.details?.[0]?.parameter).toBe(parameter);
});

test("other people's event types", async () => {
  expect((await get("event_types", { user: uri("users/ROB0000000000001") })).status).toBe(403);
});

test("the limit is told with every answer", async () => {
  calendly.allow(2);
  const left = async () => (await ask("users/me")).headers.get("X-RateLimit-Remaining");
  expect([await left(), await left()]).toEqual(["1", "0"]);
  const { status, headers } = await ask("users/me");
  expect([status, headers.get("X-RateLimit-Limit")]).toEqual([429, "500"]);
  expect(Number(headers.get("X-RateLimit-Reset"))).toBeGreaterThan(50);
  calendly.allow(500);
});

describe("a booked call", () => {
  test("by its addresses, by its invitee, and cancelled", async () => {
    const { status, json } = await book({ event_guests: ["bob@example.com"] });
    expect(status).toBe(201);
    const { uri: invitee, event, cancel_url } = json.resource;
    const path = (address: string) => address.replace(`${calendly.apiOrigin}/`, "");

    expect((await ask(path(invitee))).json.resource).toEqual(json.resource);
    expect((await ask(path(event))).json.resource).toMatchObject({
      status: "active",
      event_type: type(),
      event_guests: [{ email: "bob@example.com" }],
    });
    expect((await ask(`${path(event)}/invitees`)).json.collection).toEqual([json.resource]);
    const found = (query: object) => get("scheduled_events", { user: user(), ...query });
    expect((await found({ invitee_email: "ada@example.com" })).json.collection).toHaveLength(1);
    expect((await found({ invitee_email: "bob@example.com" })).json.collection).toHaveLength(0);
    expect(await (await fetch(cancel_url)).text()).toContain("Cancel this meeting?");

    const cancelled = await ask(`${path(event)}/cancellation`, { reason: "Solved" });
    expect(cancelled.status).toBe(201);
    expect(cancelled.json.resource).toMatchObject({ reason: "Solved", canceler_type: "host" });
    expect((await found({ status: "active" })).json.collection).toHaveLength(0);
    expect((await ask(path(invitee))).json.resource.cancellation.reason).toBe("Solved");
    expect((await ask(`${path(event)}/cancellation`, {})).status).toBe(403);
    expect((await book()).status).toBe(201); // its slot is free again
  });

  test("is gone from all of the host's event types", async () => {
    const start_time = (await times(soon(0), soon(7))).json.collection[0].start_time;
    expect((await book({ start_time })).status).toBe(201);
    const second = await book({ start_time });
    expect(second.status).toBe(400);
    expect(second.json.details).toEqual([
      { parameter: "event.start_time", message: "is no longer available", code: "already_filled" },
    ]);
  });
});

test("pages can be framed, and are not found where nobody is", async () => {
  for (const [path, status] of [
    ["tess", 200],
    ["tess/30min", 200],
    ["tess/30min/2026-12-01T10:00:00Z", 200],
    ["tess/retired", 404],
    ["nobody", 404],
    ["d/none", 404],
  ] as const) {
    const response = await fetch(`${calendly.origin}/${path}`);
    expect([path, response.status]).toEqual([path, status]);
    expect(response.headers.get("X-Frame-Options")).toBeNull();
  }
});
