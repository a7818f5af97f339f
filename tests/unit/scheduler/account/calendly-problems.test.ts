import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CalendarAccount, MeetingType } from "../../../../lib/scheduler/account/account";
import { calendlyAccount } from "../../../../lib/scheduler/account/calendly-account";
import { type CalendlyStandIn, startCalendly } from "../../../scheduler/calendly";
import { ada, comingWeeks, prefill, problemOf } from "./problem-of";

let calendly: CalendlyStandIn;
let account: CalendarAccount;
let type: MeetingType;
let slot: string;
beforeEach(async () => {
  calendly = await startCalendly();
  account = calendlyAccount(calendly.token, `${calendly.apiOrigin}/`);
  [type] = (await account.meetingTypes(new URL(`${calendly.origin}/tess/30min`))) as [MeetingType];
  [slot] = (await account.freeSlots(type, ...comingWeeks())) as [string];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await calendly.close();
});

const requests: [name: string, scope: string, request: () => Promise<unknown>][] = [
  ["owner", "users:read", () => account.owner()],
  ["checkScopes", "users:read", () => account.checkScopes()],
  ["meetingTypes", "users:read", () => account.meetingTypes(new URL(`${calendly.origin}/tess`))],
  ["freeSlots", "availability:read", () => account.freeSlots(type, ...comingWeeks())],
  ["singleUseLink", "scheduling_links:write", () => account.singleUseLink(type)],
  ["book", "event_types:read", () => account.book(type, slot, ada, prefill())],
];

describe.each(requests)("%s", (_, scope, request) => {
  test("with a token that was revoked", async () => {
    calendly.revokeToken();
    expect(await problemOf(request())).toEqual({
      cause: "token-refused",
      detail: "The access token is invalid",
    });
  });

  test("with a token that may do nothing", async () => {
    calendly.setScopes([]);
    expect(await problemOf(request())).toMatchObject({ cause: "not-allowed", scope });
  });

  test("too often", async () => {
    calendly.allow(0);
    const problem = await problemOf(request());
    expect(problem).toMatchObject({ cause: "rate-limited" });
    if (problem.cause !== "rate-limited") return;
    expect(problem.seconds).toBeGreaterThan(50);
    expect(problem.seconds).toBeLessThanOrEqual(60);
  });

  test.each([500, 502, 503])("with a server that says %i", async (status) => {
    calendly.failNext(status);
    expect(await problemOf(request())).toMatchObject({ cause: "server", status });
  });

  test("with a proxy's page instead of an answer", async () => {
    calendly.failNext(200, "<!doctype html><title>Please sign in</title>");
    expect(await problemOf(request())).toMatchObject({ cause: "not-the-format" });
    calendly.failNext(502, "<!doctype html><title>Bad gateway</title>");
    expect(await problemOf(request())).toEqual({ cause: "server", status: 502, detail: "" });
  });

  test("without a network", async () => {
    await calendly.close();
    expect(await problemOf(request())).toMatchObject({ cause: "offline" });
  });

  test("with an answer that does not come", async () => {
    const timeout = new AbortController();
    vi.spyOn(AbortSignal, "timeout").mockReturnValue(timeout.signal);
    const held = calendly.hold();
    const problem = problemOf(request());
    await held.arrived;
    timeout.abort();
    expect(await problem).toMatchObject({ cause: "too-slow" });
    held.release();
  });
});

test.each([
  ["scheduling_links:write", () => account.singleUseLink(type)],
  ["event_types:read", () => account.meetingTypes(new URL(`${calendly.origin}/tess`))],
  ["scheduled_events:write", () => account.book(type, slot, ada, prefill())],
])("the scope that is missing is named: %s", async (missing, request) => {
  const all = ["users:read", "event_types:read", "availability:read", "scheduled_events:write"];
  calendly.setScopes([...all, "scheduling_links:write"].filter((scope) => scope !== missing));
  expect(await problemOf(request())).toEqual({
    cause: "not-allowed",
    scope: missing,
    detail: "You do not have permission to access this resource.",
  });
});

test("a slot that somebody took meanwhile", async () => {
  calendly.takeSlot("tess/30min", slot);
  expect(await problemOf(account.book(type, slot, ada, prefill()))).toEqual({
    cause: "slot-taken",
    detail: "The supplied parameters are invalid. event.start_time: is no longer available",
  });
  expect(calendly.bookings()).toEqual([]);
});

test("a plan without booking at once", async () => {
  calendly.setPlan("free");
  expect(await problemOf(account.book(type, slot, ada, prefill()))).toMatchObject({ cause: "not-allowed" });
  expect((await account.singleUseLink(type)).pathname).toMatch(/^\/d\//);
});

test("an event type that is gone", async () => {
  const gone = { ...type, id: `${calendly.apiOrigin}/event_types/GONE` };
  for (const request of [
    () => account.freeSlots(gone, ...comingWeeks()),
    () => account.singleUseLink(gone),
    () => account.book(gone, slot, ada, prefill()),
  ])
    expect(await problemOf(request())).toMatchObject({ cause: "not-found" });
});

test.each([
  [{ ...ada, email: "nobody" }, /invitee\.email/],
  [{ ...ada, name: "" }, /invitee\.name/],
])("what is wrong with an attendee is told: %j", async (attendee, detail) => {
  const problem = await problemOf(account.book(type, slot, attendee, prefill()));
  expect(problem.cause).toBe("not-accepted");
  expect(problem.detail).toMatch(detail);
});

test("a call for which a number is needed that nobody knows", async () => {
  const [phone] = (await account.meetingTypes(new URL(`${calendly.origin}/tess/phone`))) as [MeetingType];
  expect(await problemOf(account.book(phone, slot, ada, prefill()))).toMatchObject({
    cause: "not-accepted",
    detail: "The supplied parameters are invalid. location.kind: is invalid",
  });
});

test("an id never sends the token elsewhere", async () => {
  const asked: string[] = [];
  const watching = calendlyAccount(calendly.token, `${calendly.apiOrigin}/`, (url, init) => {
    asked.push(url.origin);
    return fetch(url, init);
  });
  const foreign = { ...type, id: "https://evil.example/event_types/TESS30MINXXXXXXX" };
  await problemOf(watching.book(foreign, slot, ada, prefill()));
  expect(new Set(asked)).toEqual(new Set([calendly.apiOrigin]));
});
