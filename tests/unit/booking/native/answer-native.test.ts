import { beforeEach, expect, test, vi } from "vitest";
import type { Browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { answer } from "../../../../lib/booking/answer";
import { lastCopiedLink } from "../../../../lib/booking/copied-links";
import { claimSession, openSession } from "../../../../lib/booking/sessions";
import type { NewBooking } from "../../../../lib/booking/store/booking";
import { prefillWithoutTicket } from "../../../../lib/scheduler/prefill";
import { Account, accounts } from "../../../../lib/settings/accounts";
import { Me } from "../../../../lib/settings/share";

vi.mock("../../../../lib/settings/secrets", () => ({ getSecret: async () => "the-token" }));
const kept = vi.hoisted(() => ({ attempts: [] as unknown[] }));
vi.mock("../../../../lib/booking/native/keep-attempt", () => ({
  keepAttempt: async (session: object, attempt: object, attendee: object) =>
    void kept.attempts.push({ session, attempt, attendee }),
}));

const TAB = 4;
const sender = (path = "/booking.html", tab = TAB) =>
  ({
    id: "x",
    url: fakeBrowser.runtime.getURL(path as "/"),
    frameId: 3,
    tab: { id: tab },
  }) as Browser.runtime.MessageSender;
const TYPE = {
  uri: "https://api.calendly.com/event_types/A",
  name: "30 Minute Meeting",
  active: true,
  duration: 30,
  scheduling_url: "https://calendly.com/tess/30min",
};
const START = "2027-01-11T09:00:00.000Z";
const attendee = { name: "Ada", email: "ada@example.com", notes: "VPN" };
const requests: { url: URL; init: RequestInit }[] = [];
let booking = "https://calendly.com/d/abc/30min";

beforeEach(async () => {
  requests.length = 0;
  kept.attempts.length = 0;
  booking = "https://calendly.com/d/abc/30min";
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
  await accounts.write([
    Account.parse({
      id: "a",
      scheduler: "calendly",
      api: "https://api.calendly.com/",
      owner: {
        name: "Tess",
        email: "tess@example.com",
        timeZone: "Europe/Berlin",
        link: "https://calendly.com/tess",
      },
    }),
  ]);
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    requests.push({ url, init });
    const answers: Record<string, unknown> = {
      "/users/me": {
        resource: {
          uri: "https://api.calendly.com/users/T",
          name: "Tess",
          email: "tess@example.com",
          scheduling_url: "https://calendly.com/tess",
        },
      },
      "/event_types": { collection: [TYPE], pagination: { next_page_token: null } },
      "/event_type_available_times": { collection: [{ status: "available", start_time: START }] },
      "/scheduling_links": { resource: { booking_url: booking } },
    };
    return Response.json(answers[url.pathname] ?? {}, { status: url.pathname in answers ? 200 : 404 });
  });
});

async function claimed(booking: NewBooking | null = null): Promise<string> {
  const { id } = await openSession({
    ticket: { number: "7", subject: null },
    technician: { email: "tess@example.com", name: "Tess" },
    link: "https://calendly.com/tess",
    prefill: prefillWithoutTicket(Me.parse({})),
    theme: "light",
    rung: "frame",
    opener: { tab: TAB, frame: 0 },
    portal: null,
    insteadOfFrame: false,
    scheduler: "calendly",
    plainLink: "https://calendly.com/tess",
    direct: false,
    manages: null,
    note: null,
    booking,
    account: "a",
    native: { scheduler: "calendly", when: "first", finish: "link", links: true, timeZone: null },
  });
  await claimSession(id, TAB, true, crypto.randomUUID());
  return id;
}
const link = (session: string, meetingType = TYPE.uri) =>
  ({ type: "makeLink", session, meetingType, start: START, attendee, timeZone: "Europe/Berlin" }) as const;

test("a customer's link is bound to ticket, person and date: the guard knows of it", async () => {
  const session = await claimed({
    id: crypto.randomUUID(),
    scheduler: "calendly",
    link: "https://calendly.com/tess",
    portal: "help",
    ticket: { id: "7", number: "7", subject: null, url: null },
    technician: { email: "tess@example.com", name: "Tess" },
    attendee: { name: null, email: null },
    source: "here",
  });
  await answer({ type: "listMeetingTypes", session }, sender());
  await answer(link(session), sender());
  expect(await lastCopiedLink({ portal: "help", id: "7" }, new Date())).toBeNull(); // the caller's own
  await answer({ ...link(session), start: null }, sender());
  expect(await lastCopiedLink({ portal: "help", id: "7" }, new Date())).toMatchObject({
    technician: { email: "tess@example.com" },
  });
});

test("a link is made for a kind of call that was offered, filled in, and kept as an attempt", async () => {
  const session = await claimed();
  await answer({ type: "listMeetingTypes", session }, sender());
  const told = await answer(link(session), sender());
  expect(told).toMatchObject({ ok: true });
  const { url } = (told as unknown as { value: { url: string } }).value;
  expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
    name: "Ada",
    email: "ada@example.com",
    a1: "VPN",
    month: "2027-01",
    date: "2027-01-11",
  });
  expect(kept.attempts).toMatchObject([
    {
      session: { id: session },
      attempt: { account: "a", type: { id: TYPE.uri }, start: START, link: url, notes: "VPN" },
      attendee: { name: "Ada", email: "ada@example.com" },
    },
  ]);
});

test("nothing is asked for a kind of call that was not offered", async () => {
  const session = await claimed();
  const told = await answer(link(session, "https://evil.example/event_types/A"), sender());
  expect(told).toEqual({ ok: false, problem: { cause: "not-found", detail: "" } });
  expect(requests).toEqual([]);
});

test.each<[string, Browser.runtime.MessageSender]>([
  ["another page of ours", sender("/options.html")],
  ["another tab", sender("/booking.html", 5)],
  ["a portal", { ...sender(), url: "https://help.example.com/" }],
])("%s is answered nothing, and nothing is asked", async (_, from) => {
  const session = await claimed();
  expect(await answer({ type: "listMeetingTypes", session }, from)).toMatchObject({
    ok: false,
    problem: { cause: "no-session" },
  });
  expect(requests).toEqual([]);
});

test("an answer that leads to another host is not followed", async () => {
  booking = "https://evil.example/d/abc";
  const session = await claimed();
  await answer({ type: "listMeetingTypes", session }, sender());
  expect(await answer(link(session), sender())).toMatchObject({
    ok: false,
    problem: { cause: "not-the-format" },
  });
  expect(kept.attempts).toEqual([]);
});

test("no answer holds the token, and it goes to the account's API alone", async () => {
  const session = await claimed();
  const told = [
    await answer({ type: "listMeetingTypes", session }, sender()),
    await answer(link(session), sender()),
    await answer({ type: "claimSession", session, claim: crypto.randomUUID() }, sender()),
  ];
  expect(JSON.stringify(told)).not.toContain("the-token");
  expect(new Set(requests.map(({ url }) => url.origin))).toEqual(new Set(["https://api.calendly.com"]));
});
