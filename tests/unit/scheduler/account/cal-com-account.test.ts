import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CalendarAccount, MeetingType } from "../../../../lib/scheduler/account/account";
import { calComAccount, calComApi } from "../../../../lib/scheduler/account/cal-com-account";
import { type CalComStandIn, startCalCom } from "../../../scheduler/cal-com";
import { eventTypes } from "../../../scheduler/event-types";
import { ada, comingWeeks, prefill, problemOf } from "./problem-of";

let calCom: CalComStandIn;
let account: CalendarAccount;
beforeAll(async () => {
  calCom = await startCalCom();
});
afterAll(() => calCom.close());
beforeEach(() => {
  calCom.reset();
  calCom.allow(120);
  account = calComAccount(calCom.key, calCom.api);
});

async function type(path: string, of = account): Promise<MeetingType> {
  const [found] = await of.meetingTypes(new URL(path, calCom.origin));
  if (!found) throw new Error(`No meeting type: ${path}`);
  return found;
}
async function firstSlot(of: MeetingType): Promise<string> {
  const [first = ""] = await account.freeSlots(of, ...comingWeeks());
  return first;
}

test.each([
  ["https://cal.com/tess", "https://api.cal.com/v2/"],
  ["https://app.cal.com/tess/30min", "https://api.cal.com/v2/"],
  ["https://www.cal.com/tess", "https://api.cal.com/v2/"],
  ["https://acme.cal.com/tess", "https://api.cal.com/v2/"],
  ["https://cal.eu/tess", "https://api.cal.eu/v2/"],
  ["https://app.cal.eu/tess", "https://api.cal.eu/v2/"],
  ["https://acme.cal.eu/tess", "https://api.cal.eu/v2/"],
  ["https://cal.corp.example/tess", "https://cal.corp.example/api/v2/"],
  ["https://cal.corp.example:8443/tess", "https://cal.corp.example:8443/api/v2/"],
  ["https://notcal.com/tess", "https://notcal.com/api/v2/"],
  ["https://cal.com.evil.example/tess", "https://cal.com.evil.example/api/v2/"],
  ["http://127.0.0.1:3000/tess", "http://127.0.0.1:3000/v2/"],
  ["http://localhost:3000/tess", "http://localhost:3000/v2/"],
])("the API of %s", (link, api) => expect(calComApi(new URL(link))).toBe(api));

test("the stand-in is where a link says that it is", () => {
  expect(calComApi(new URL(`${calCom.origin}/tess`))).toBe(calCom.api);
});

test("whose key it is", async () => {
  expect(await account.owner()).toEqual({
    id: "0",
    name: "Tess Tech",
    email: "tess@example.com",
    timeZone: "Europe/Berlin",
    link: `${calCom.origin}/tess`,
  });
  expect(await account.checkScopes()).toEqual([]);
});

test.each([
  ["https://api.cal.com/v2/", "https://cal.com/tess"],
  ["https://api.cal.eu/v2/", "https://cal.eu/tess"],
  ["https://cal.corp.example/api/v2/", "https://cal.corp.example/tess"],
])("an owner's page by %s", async (base, page) => {
  const data = { id: 1, username: "tess", email: "", name: null, timeZone: null };
  const me = calComAccount("cal_k", base, async () => Response.json({ status: "success", data }));
  expect((await me.owner()).link).toBe(page);
});

describe("meeting types", () => {
  test.each([
    ["/tess", eventTypes.length],
    ["/tess/", eventTypes.length],
    ["/tess/30min", 1],
    ["/rob", eventTypes.length],
    ["/tess/gone", 0],
    ["/nobody", 0],
    ["/tess+rob/30min", 0],
    ["/team/noc/30min", 0],
    ["/d/hash/30min", 0],
    ["/forms/7", 0],
  ])("of %s", async (path, count) => {
    expect(await account.meetingTypes(new URL(path, calCom.origin))).toHaveLength(count);
  });

  test.each(["/tess+rob/30min", "/tess%20rob/30min", "/team/noc/30min", "/d/hash/30min", "/router?form=7"])(
    "%s is nothing that can be asked for",
    async (path) => {
      const silent = calComAccount(null, calCom.api, () => Promise.reject(new Error("Somebody asked.")));
      expect(await silent.meetingTypes(new URL(path, calCom.origin))).toEqual([]);
    },
  );

  test("what is known of one", async () => {
    expect(await type("/tess/15min")).toEqual({
      id: "2",
      name: "15 Min Meeting",
      minutes: 15,
      description: "A quick video call.",
      link: `${calCom.origin}/tess/15min`,
      notesQuestion: null,
    });
  });

  test("an organisation's members are asked for with its name", async () => {
    const asked: URL[] = [];
    const watched = calComAccount(null, "https://api.cal.com/v2/", async (url) => {
      asked.push(url);
      return Response.json({ status: "success", data: [] });
    });
    await watched.meetingTypes(new URL("https://acme.cal.com/tess/30min"));
    await watched.meetingTypes(new URL("https://app.cal.com/tess"));
    expect(asked.map((url) => url.search)).toEqual([
      "?username=tess&eventSlug=30min&orgSlug=acme",
      "?username=tess",
    ]);
  });
});

test("every resource is asked for in its version, with the key in a header", async () => {
  const asked: string[] = [];
  const watched = calComAccount(calCom.key, calCom.api, (url, init) => {
    const headers = new Headers(init.headers);
    expect(headers.get("Authorization")).toBe(`Bearer ${calCom.key}`);
    expect(url.href).not.toContain(calCom.key);
    asked.push(`${url.pathname} ${headers.get("cal-api-version")}`);
    return fetch(url, init);
  });
  await watched.owner();
  const of = await type("/tess/30min", watched);
  const [start = ""] = await watched.freeSlots(of, ...comingWeeks());
  await watched.singleUseLink(of);
  await watched.book(of, start, ada, prefill());
  expect(asked).toEqual([
    "/v2/me 2024-06-11",
    "/v2/event-types 2024-06-14",
    "/v2/slots 2024-09-04",
    "/v2/event-types/1/private-links 2024-09-04",
    "/v2/bookings 2024-08-13",
  ]);
});

describe("without a key", () => {
  test("what everybody may do", async () => {
    const nobody = calComAccount(null, calCom.api);
    const of = await type("/tess/30min", nobody);
    const slots = await nobody.freeSlots(of, ...comingWeeks());
    expect(slots).toHaveLength(14 * 16);
    const outcome = await nobody.book(of, slots[0] ?? "", ada, prefill());
    expect(outcome.uid).toBe(calCom.bookings()[0]?.uid);
  });

  test("what nobody may do", async () => {
    const nobody = calComAccount(null, calCom.api);
    const of = await type("/tess/30min", nobody);
    expect(await problemOf(nobody.owner())).toMatchObject({ cause: "token-refused" });
    expect(await problemOf(nobody.singleUseLink(of))).toMatchObject({ cause: "token-refused" });
  });
});

test("a private link ends after one booking", async () => {
  const link = await account.singleUseLink(await type("/tess/30min"));
  const path = new RegExp(`^${calCom.origin}/d/\\w+/30min$`);
  expect(link.href).toMatch(path);
  expect((await fetch(link)).status).toBe(200);
  const [first, second] = await account.freeSlots(await type("/tess/30min"), ...comingWeeks());
  const book = (start: string | undefined) =>
    fetch(`${calCom.origin}/api/book`, {
      method: "POST",
      body: JSON.stringify({
        event: "tess/30min",
        link: link.pathname.split("/")[2],
        start,
        timeZone: "UTC",
        responses: { name: "Ada", email: "ada@example.com", notes: "", attendeePhoneNumber: "", guests: [] },
        query: {},
      }),
    });
  expect((await book(first)).status).toBe(200);
  expect((await book(second)).status).toBe(409);
  expect((await fetch(link)).status).toBe(404);
});

describe("booking", () => {
  test("what a booking holds, and what is told of it", async () => {
    const of = await type("/tess/30min");
    const start = await firstSlot(of);
    const given = prefill({
      guests: ["bob@example.com"],
      metadata: { ticketId: "7" },
      questions: { TicketNumber: "T-7" },
    });
    const outcome = await account.book(of, start, { ...ada, notes: "Regarding #7" }, given);
    const [booking] = calCom.bookings();
    expect(booking).toMatchObject({
      event: "tess/30min",
      start,
      status: "ACCEPTED",
      attendee: { name: "Ada Visitor", email: "ada@example.com", timeZone: "America/New_York" },
      guests: ["bob@example.com"],
      notes: "Regarding #7",
      metadata: { ticketId: "7" },
      query: { TicketNumber: ["T-7"] },
    });
    expect(outcome).toEqual({
      uid: booking?.uid,
      start,
      end: booking?.end,
      status: "accepted",
      paymentRequired: false,
      timeZone: "Europe/Berlin",
    });
    expect(await account.freeSlots(of, ...comingWeeks())).not.toContain(start);
  });

  test("one that the host has to confirm", async () => {
    const of = await type("/rob/confirm");
    const outcome = await account.book(of, await firstSlot(of), ada, prefill());
    expect(outcome).toMatchObject({ status: "pending", timeZone: "America/New_York" });
  });

  test("the first of those that recur", async () => {
    const booking = (uid: string) => ({
      ...{ uid, status: "accepted", start: "2026-11-23T09:00:00Z", end: "2026-11-23T09:30:00Z" },
    });
    const data = [booking("first"), booking("second")];
    const recurring = calComAccount("cal_k", calCom.api, async () =>
      Response.json({ status: "success", data }),
    );
    const of = await type("/tess/30min");
    expect((await recurring.book(of, "2026-11-23T09:00:00Z", ada, prefill())).uid).toBe("first");
  });
});

describe("problems", () => {
  test.each([
    [400, "User either already has booking at this time or is not available"],
    [409, "User either already has booking at this time or is not available"],
    [400, `The event type can't be booked at the "start" time provided.`],
    [400, "no_available_users_found_error: no available users"],
  ])("%i %s", async (status, message) => {
    calCom.failNext(
      status,
      JSON.stringify({ status: "error", error: { code: "BadRequestException", message } }),
    );
    const of = { id: "1", name: "", minutes: 30, description: "", link: "", notesQuestion: null };
    const problem = await problemOf(account.book(of, "2026-11-23T09:00:00Z", ada, prefill()));
    expect(problem).toEqual({ cause: "slot-taken", detail: message });
  });

  test("a slot that somebody took meanwhile", async () => {
    const of = await type("/tess/30min");
    const slot = await firstSlot(of);
    calCom.takeSlot("tess/15min", slot);
    expect(await problemOf(account.book(of, slot, ada, prefill()))).toMatchObject({ cause: "slot-taken" });
  });

  test("an attendee whose address is none", async () => {
    const of = await type("/tess/30min");
    const attendee = { ...ada, email: "nobody" };
    const problem = await problemOf(account.book(of, await firstSlot(of), attendee, prefill()));
    expect(problem.cause).toBe("not-accepted");
    expect(problem.detail).toContain("attendee.email");
  });

  test("a key that was revoked", async () => {
    const of = await type("/tess/30min");
    calCom.revokeKey();
    expect(await problemOf(account.owner())).toMatchObject({ cause: "token-refused" });
    expect(await problemOf(account.checkScopes())).toMatchObject({ cause: "token-refused" });
    expect(await problemOf(account.singleUseLink(of))).toMatchObject({ cause: "token-refused" });
  });

  test("a link for another one's event type", async () => {
    expect(await problemOf(account.singleUseLink(await type("/rob/30min")))).toMatchObject({
      cause: "not-allowed",
      scope: "API key",
    });
  });

  test("an event type that is gone", async () => {
    const gone = { ...(await type("/tess/30min")), id: "999" };
    for (const request of [
      () => account.freeSlots(gone, ...comingWeeks()),
      () => account.singleUseLink(gone),
      () => account.book(gone, new Date(Date.now() + 86_400_000).toISOString(), ada, prefill()),
    ])
      expect(await problemOf(request())).toMatchObject({ cause: "not-found" });
  });

  test("too many requests, a broken server, a firewall's page", async () => {
    calCom.allow(0);
    const problem = await problemOf(account.owner());
    expect(problem.cause).toBe("rate-limited");
    if (problem.cause === "rate-limited") expect(problem.seconds).toBeGreaterThan(50);
    calCom.allow(120);
    calCom.failNext(503);
    expect(await problemOf(account.owner())).toMatchObject({ cause: "server", status: 503 });
    calCom.failNext(403, "<html>Request blocked</html>");
    expect(await problemOf(account.owner())).toEqual({ cause: "not-allowed", scope: "API key", detail: "" });
  });
});
