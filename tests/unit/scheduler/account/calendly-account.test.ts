import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CalendarAccount, MeetingType } from "../../../../lib/scheduler/account/account";
import { calendlyAccount } from "../../../../lib/scheduler/account/calendly-account";
import { type CalendlyStandIn, startCalendly } from "../../../scheduler/calendly";
import { ada, comingWeeks, prefill } from "./problem-of";

let calendly: CalendlyStandIn;
let account: CalendarAccount;
beforeAll(async () => {
  calendly = await startCalendly();
  account = calendlyAccount(calendly.token, `${calendly.apiOrigin}/`);
});
afterAll(() => calendly.close());
beforeEach(() => calendly.reset());

const link = (path: string) => new URL(path, calendly.origin);
async function type(path: string): Promise<MeetingType> {
  const [found] = await account.meetingTypes(link(path));
  if (!found) throw new Error(`No meeting type: ${path}`);
  return found;
}
async function firstSlot(of: MeetingType): Promise<string> {
  const [first = ""] = await account.freeSlots(of, ...comingWeeks());
  return first;
}

test("whose token it is", async () => {
  expect(await account.owner()).toEqual({
    id: `${calendly.apiOrigin}/users/TESS000000000001`,
    name: "Tess Tech",
    email: "tess@example.com",
    timeZone: "Europe/Berlin",
    link: `${calendly.origin}/tess`,
  });
});

describe("the scopes of a token", () => {
  const names = ["users:read", "event_types:read", "availability:read", "scheduled_events:read"];

  test("all that can be tried", async () => {
    const checks = await account.checkScopes();
    expect(checks.map(({ scope }) => scope)).toEqual([...names, "scheduling_links:write"]);
    expect(checks.map(({ allowed }) => allowed)).toEqual([true, true, true, true, "unknown"]);
  });

  test.each([
    [["users:read"], [true, false, "unknown", false]],
    [
      ["users:read", "event_types:read"],
      [true, true, false, false],
    ],
    [
      ["users:read", "event_types:read", "availability:read"],
      [true, true, true, false],
    ],
    [
      ["users:read", "scheduled_events:write"],
      [true, false, "unknown", true],
    ],
  ])("of a token with %j", async (scopes, allowed) => {
    calendly.setScopes(scopes);
    expect((await account.checkScopes()).slice(0, 4).map((check) => check.allowed)).toEqual(allowed);
  });
});

describe("meeting types", () => {
  const names = async (path: string) => (await account.meetingTypes(link(path))).map(({ name }) => name);
  const all = ["30 Minute Meeting", "Quick video call", "Phone call"];

  test.each([
    ["/tess", all],
    ["/tess/", all],
    ["/Tess?month=2026-12", all],
    ["/tess/30min", ["30 Minute Meeting"]],
    ["/tess/30min/2026-12-01T10:00:00Z", ["30 Minute Meeting"]],
    ["/tess/gone", all],
    ["/tess/retired", all],
    ["/tessa", []],
    ["/rob/30min", []],
    ["/d/abcd-efg-hij/30min", []],
  ])("of %s", async (path, expected) => expect(await names(path)).toEqual(expected));

  test("what is known of one", async () => {
    expect(await type("/tess/30min")).toEqual({
      id: `${calendly.apiOrigin}/event_types/TESS30MINXXXXXXX`,
      name: "30 Minute Meeting",
      minutes: 30,
      description: "30 minutes with Tess Tech.",
      link: `${calendly.origin}/tess/30min`,
      notesQuestion: { text: "Please share anything that will help prepare for our meeting.", position: 0 },
    });
    expect((await type("/tess/15min")).notesQuestion).toBeNull();
  });

  test("of more than one page", async () => {
    calendly.addEventTypes(230);
    const types = await account.meetingTypes(link("/tess"));
    expect(types).toHaveLength(233);
    expect(new Set(types.map(({ id }) => id)).size).toBe(233);
    expect((await names("/tess/extra-229"))[0]).toBe("Extra 229");
  });
});

describe("free slots", () => {
  test("of a month, asked for in weeks that follow on one another", async () => {
    const of = await type("/tess/30min");
    const before = calendly.requests().length;
    const slots = await account.freeSlots(of, ...comingWeeks());
    const asked = calendly
      .requests()
      .slice(before)
      .map((request) => new URL(request.replace("GET ", ""), calendly.apiOrigin).searchParams)
      .map((query) => [query.get("start_time") ?? "", query.get("end_time") ?? ""] as const);
    expect(asked).toHaveLength(5);
    for (const [index, [start, end]] of asked.entries()) {
      expect(Date.parse(end) - Date.parse(start)).toBeLessThanOrEqual(7 * 24 * 3600_000);
      if (index > 0) expect(start).toBe(asked[index - 1]?.[1]);
    }
    expect(slots).toHaveLength(14 * 16);
    expect(slots).toEqual([...slots].sort());
    expect(slots.every((slot) => /T\d\d:[03]0:00\.000Z$/.test(slot))).toBe(true);
  });

  test("none in the past, and no question for it", async () => {
    const of = await type("/tess/30min");
    const before = calendly.requests().length;
    expect(await account.freeSlots(of, new Date("2020-01-01"), new Date("2020-02-01"))).toEqual([]);
    expect(calendly.requests()).toHaveLength(before);
  });

  test("without those that somebody took, whatever they booked", async () => {
    const of = await type("/tess/30min");
    const slot = await firstSlot(of);
    calendly.takeSlot("tess/15min", slot);
    expect(await firstSlot(of)).not.toBe(slot);
  });
});

test("a single-use link ends after one booking", async () => {
  const single = await account.singleUseLink(await type("/tess/30min"));
  expect(single.href).toMatch(/\/d\/[\w-]{12}\/30min$/);
  const again = await account.singleUseLink(await type("/tess/30min"));
  expect(again.href).not.toBe(single.href);

  const hash = single.pathname.split("/")[2];
  expect(await (await fetch(single)).text()).toContain('"view":"booker"');
  const [start, second] = await account.freeSlots(await type("/tess/30min"), ...comingWeeks());
  const book = (start: string | undefined) =>
    fetch(`${calendly.origin}/page/book`, {
      method: "POST",
      body: JSON.stringify({
        event: "tess/30min",
        link: hash,
        start,
        ...{ name: "Ada", email: "ada@example.com", timeZone: "UTC", guests: [], answers: [] },
        tracking: { utm_content: "T-7" },
      }),
    });
  expect((await book(start)).status).toBe(200);
  expect((await book(second)).status).toBe(404);
  const page = await fetch(single);
  expect(page.status).toBe(410);
  expect(await page.text()).toContain("This link has expired");
  expect(calendly.bookings()[0]).toMatchObject({ event: "tess/30min", tracking: { utm_content: "T-7" } });
  expect(calendly.bookings()).toHaveLength(1);
});

describe("booking at once", () => {
  test("notes answer the form's question, the ticket is tracked", async () => {
    const of = await type("/tess/30min");
    const start = await firstSlot(of);
    const guests = Array.from({ length: 12 }, (_, index) => `guest${index}@example.com`);
    const given = prefill({ guests, metadata: { portal: "help", ticketNumber: "T-7" } });
    const outcome = await account.book(of, start, { ...ada, notes: "Regarding Ticket #7" }, given);
    const [booking] = calendly.bookings();
    expect(booking).toMatchObject({
      event: "tess/30min",
      start,
      invitee: { name: "Ada Visitor", email: "ada@example.com", timeZone: "America/New_York" },
      answers: [{ question: of.notesQuestion?.text, answer: "Regarding Ticket #7", position: 0 }],
      tracking: { utm_source: "callcard", utm_campaign: "help", utm_content: "T-7", utm_medium: null },
      location: null,
    });
    expect(booking?.guests).toEqual(guests.slice(0, 10));
    expect(outcome).toEqual({
      uid: `${calendly.apiOrigin}/scheduled_events/${booking?.uuid}/invitees/${booking?.inviteeUuid}`,
      start,
      end: booking?.end,
      status: "accepted",
      paymentRequired: false,
      timeZone: null,
    });
  });

  test.each([
    ["/tess/15min", null, { kind: "zoom_conference" }],
    ["/tess/phone", "+49 30 1", { kind: "outbound_call", location: "+49 30 1" }],
  ])("%s takes place where its event type says", async (path, phone, location) => {
    const of = await type(path);
    await account.book(of, await firstSlot(of), { ...ada, notes: "Not asked for here" }, prefill({ phone }));
    expect(calendly.bookings()[0]?.location).toEqual(location);
  });
});
