import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Outcome } from "../../../lib/booking/outcome";
import { recogniseScheduler, schedulers } from "../../../lib/scheduler";
import type { Prefill } from "../../../lib/scheduler/prefill";

const NOTHING: Prefill = {
  name: null,
  email: null,
  phone: null,
  guests: [],
  notes: null,
  metadata: {},
  questions: {},
};
const ALL: Prefill = {
  name: "Ada Maria Visitor",
  email: "ada+x@example.com",
  phone: "+49 30 1",
  guests: ["bob@example.com", "cy@example.com"],
  notes: "Regarding Ticket #7 — Ü & Ö",
  metadata: {
    ticketId: "70",
    ticketNumber: "7",
    ticketUrl: "https://help.example.com/t?id=7",
    portal: "help",
  },
  questions: { a2: "seven", "field-12": "12", tnr: "T7" },
};

const of = (link: string) => {
  const found = recogniseScheduler(new URL(link));
  if (!found) throw new Error(`${link} is no calendar`);
  return found.scheduler;
};
const open = (link: string, prefill = NOTHING) => of(link).open(new URL(link), prefill, "light");
const plain = (link: string, prefill = NOTHING) => of(link).plainLink(new URL(link), prefill);
const query = (url: URL | string) => Object.fromEntries(new URL(url).searchParams);

const name = "Ada Maria Visitor";
const [first, last] = ["Ada Maria", "Visitor"];
const email = "ada+x@example.com";
const phone = "+49 30 1";
const notes = "Regarding Ticket #7 — Ü & Ö";
const guests = "bob@example.com,cy@example.com";

describe("what is filled in", () => {
  test.each<[string, Record<string, string>]>([
    [
      "https://calendly.com/tess/30min",
      {
        name,
        email,
        phone_number: phone,
        guests,
        a1: notes,
        a2: "seven",
        utm_source: "callcard",
        utm_campaign: "help",
        utm_content: "7",
        utm_term: "70",
      },
    ],
    ["https://calendar.google.com/calendar/appointments/schedules/AcZssZ0abcdefgh", {}],
    ["https://outlook.office.com/book/noc@example.com/", {}],
    [
      "https://meetings.hubspot.com/tess",
      { firstName: first, lastName: last, email, phone, a2: "seven", "field-12": "12", tnr: "T7" },
    ],
    [
      "https://savvycal.com/tess/chat",
      {
        display_name: name,
        email,
        "metadata[ticketId]": "70",
        "metadata[ticketNumber]": "7",
        "metadata[ticketUrl]": "https://help.example.com/t?id=7",
        "metadata[portal]": "help",
      },
    ],
    [
      "https://zcal.co/tess/30min",
      {
        name,
        email,
        smsPhone: phone,
        guests,
        a0: notes,
        a2: "seven",
        utm_source: "callcard",
        utm_content: "7",
      },
    ],
    ["https://tidycal.com/tess/15", { name, email }],
    [
      "https://app.acuityscheduling.com/schedule.php?owner=9",
      { owner: "9", firstName: first, lastName: last, email, phone, "field:12": "12" },
    ],
    [
      "https://tess.youcanbook.me/",
      { FNAME: first, LNAME: last, EMAIL: email, A2: "seven", "FIELD-12": "12", TNR: "T7" },
    ],
    ["https://noc.zohobookings.com/#/401", {}],
    [
      "https://go.oncehub.com/tess",
      { name, email, phone, note: notes, a2: "seven", "field-12": "12", tnr: "T7" },
    ],
    ["https://acme.chilipiper.com/me/tess/intro", {}],
    ["https://scheduler.zoom.us/tess/intro", {}],
    ["https://koalendar.com/e/tess", { name, email, guests, a2: "seven", "field-12": "12", tnr: "T7" }],
    ["https://book.nylas.com/tess", { name, email, a2: "seven", "field-12": "12", tnr: "T7" }],
    ["https://book.acme.example/a/b/c/d?keep=1", { keep: "1" }],
  ])("%s", (link, parameters) => {
    expect(query(plain(link, ALL))).toEqual(parameters);
    const opening = open(link, ALL);
    if (opening.how === "embed-core") throw new Error("only Cal.com has embed-core");
    expect(query(opening.url)).toMatchObject(parameters);
  });

  test.each([
    "https://calendly.com/tess/30min",
    "https://zcal.co/tess/30min",
    "https://koalendar.com/e/tess",
  ])("%s: a plus in an address survives", (link) =>
    expect(plain(link, ALL).href).toContain("ada%2Bx%40example.com"),
  );

  test("Zoho reads it behind the route, by the labels of its fields", () => {
    const link = "https://noc.zohobookings.com/#/401?theme=x";
    expect(plain(link, ALL).hash).toBe(
      "#/401?theme=x&Name=Ada%20Maria%20Visitor&Email=ada%2Bx%40example.com&Contact%20Number=%2B49%2030%201",
    );
    expect(open(link, ALL)).toMatchObject({
      how: "frame",
      url: expect.stringContaining("/portal-embed#/401?"),
    });
  });

  test("a single name is a first name", () => {
    expect(query(plain("https://meetings.hubspot.com/tess", { ...NOTHING, name: "Ada" }))).toEqual({
      firstName: "Ada",
    });
  });

  test("what a link says for itself stays, but for what the ticket knows better", () => {
    const link = "https://calendly.com/tess/30min?month=2026-12&name=Somebody&a1=own";
    expect(query(plain(link, { ...NOTHING, name: "Ada" }))).toEqual({
      month: "2026-12",
      name: "Ada",
      a1: "own",
      utm_source: "callcard",
    });
  });
});

describe("how it opens", () => {
  test.each<[string, object, Record<string, string>]>([
    [
      "https://www.calendly.com/tess/30min",
      { how: "frame", origin: "https://calendly.com", quiet: false },
      { embed_type: "Inline", embed_domain: "callcard", hide_gdpr_banner: "1" },
    ],
    [
      "https://calendar.google.com/calendar/u/1/appointments/schedules/AcZssZ0abcdefgh",
      { how: "frame", origin: "https://calendar.google.com", quiet: true },
      { gv: "true" },
    ],
    ["https://outlook.office.com/book/noc@example.com/", { how: "frame", quiet: true }, {}],
    [
      "https://meetings-eu1.hubspot.com/tess",
      { how: "frame", origin: "https://meetings-eu1.hubspot.com" },
      { embed: "true" },
    ],
    ["https://zcal.co/tess", { how: "frame", quiet: true }, { embed: "1", embedType: "iframe" }],
    ["https://tess.as.me/", { how: "frame", quiet: true }, { ref: "embedded_csp" }],
    [
      "https://tess.youcanbook.me/",
      { how: "frame", quiet: false },
      { noframe: "true", skipHeaderFooter: "true" },
    ],
    ["https://scheduler.zoom.us/tess", { how: "frame", quiet: true }, { embed: "true" }],
  ])("%s", (link, opening, parameters) => {
    const opened = open(link);
    expect(opened).toMatchObject(opening);
    expect(opened.how === "frame" && query(opened.url)).toMatchObject(parameters);
    for (const key of Object.keys(parameters)) expect(plain(link).searchParams.has(key)).toBe(false);
  });

  test.each([
    "https://calendar.app.google/aBcD",
    "https://book.ms/b/noc@example.com",
    "https://book.acme.example/a/b/c/d",
  ])("%s in a window, as it refuses a frame or is not known", (link) =>
    expect(open(link)).toEqual({ how: "window", url: link }),
  );
});

describe("what a frame tells", () => {
  const booked = {
    uid: null,
    start: null,
    end: null,
    status: "accepted",
    paymentRequired: false,
    timeZone: null,
  };
  test.each<[string, unknown, object | null]>([
    ["calendly", { event: "calendly.event_type_viewed", payload: {} }, { type: "ready" }],
    ["calendly", { event: "calendly.profile_page_viewed" }, { type: "ready" }],
    ["calendly", { event: "calendly.page_height", payload: { height: "900px" } }, { type: "alive" }],
    ["calendly", { event: "calendly.date_and_time_selected", payload: {} }, { type: "alive" }],
    [
      "calendly",
      {
        event: "calendly.event_scheduled",
        payload: {
          event: { uri: "https://api.calendly.com/scheduled_events/E1" },
          invitee: { uri: "https://api.calendly.com/scheduled_events/E1/invitees/I1" },
        },
      },
      {
        type: "booked",
        outcome: { ...booked, uid: "https://api.calendly.com/scheduled_events/E1/invitees/I1" },
      },
    ],
    ["calendly", { event: "calendly.event_scheduled" }, { type: "booked", outcome: booked }],
    ["calendly", { event: "other.event_scheduled" }, null],
    ["calendly", "calendly.event_scheduled", null],
    [
      "hubspot",
      {
        meetingBookSucceeded: true,
        meetingsPayload: { bookingResponse: { event: { dateTime: 1_800_000_000_000, duration: 1_800_000 } } },
      },
      {
        type: "booked",
        outcome: { ...booked, start: "2027-01-15T08:00:00.000Z", end: "2027-01-15T08:30:00.000Z" },
      },
    ],
    ["hubspot", { meetingBookSucceeded: true }, { type: "booked", outcome: booked }],
    [
      "hubspot",
      { meetingBookSucceeded: true, meetingsPayload: "changed" },
      { type: "booked", outcome: booked },
    ],
    [
      "hubspot",
      { meetingBookSucceeded: true, meetingsPayload: { bookingResponse: { event: { dateTime: 9e99 } } } },
      { type: "booked", outcome: booked },
    ],
    ["hubspot", { height: 700 }, { type: "ready" }],
    ["hubspot", { meetingBookSucceeded: false }, null],
    ["youcanbookme", 640, { type: "ready" }],
    ["youcanbookme", "640", { type: "ready" }],
    ["youcanbookme", "hello", null],
    ["oncehub", { type: "oncehub.booking_calendar.loaded" }, { type: "ready" }],
    ["oncehub", { type: "oncehub.booking_calendar.time_slot_selected", payload: {} }, { type: "alive" }],
    [
      "oncehub",
      {
        type: "oncehub.booking.scheduled",
        payload: { id: "BKNG-1", starting_time: "2026-11-23T13:00:00Z", duration_minutes: 30 },
      },
      {
        type: "booked",
        outcome: { ...booked, uid: "BKNG-1", start: "2026-11-23T13:00:00Z", end: "2026-11-23T13:30:00.000Z" },
      },
    ],
    ["oncehub", { type: "oncehub.booking.scheduled", payload: 5 }, { type: "booked", outcome: booked }],
    ["chili-piper", { action: "availability-loaded" }, { type: "ready" }],
    ["chili-piper", { action: "booked", args: { routeId: "r" } }, { type: "alive" }],
    ["chili-piper", { action: "booking-confirmed", args: {} }, { type: "booked", outcome: booked }],
    ["google", { event: "booked" }, null],
    ["other", { type: "booked" }, null],
  ])("%s: %j", (id, message, event) => {
    const scheduler = schedulers.find((each) => each.id === id);
    expect(scheduler?.understand(message)).toEqual(event);
  });

  test.each(schedulers.map((scheduler) => [scheduler.id, scheduler] as const))(
    "%s: any message at all is taken without an error, and what it tells can be recorded",
    (_, scheduler) => {
      fc.assert(
        fc.property(fc.anything(), (message) => {
          const event = scheduler.understand(message);
          if (event?.type === "booked") expect(Outcome.safeParse(event.outcome).success).toBe(true);
        }),
      );
    },
  );

  test.each(
    schedulers.filter(({ id }) => id !== "cal-com").map((scheduler) => [scheduler.id, scheduler] as const),
  )("%s: messages of other origins are not trusted", (_, { trusts }) => {
    const opened = "https://calendly.com";
    expect(trusts(opened, opened)).toBe(true);
    for (const origin of [
      "http://calendly.com",
      "https://calendly.com.evil.example",
      "https://x.calendly.com",
      "null",
    ]) {
      expect(trusts(origin, opened)).toBe(false);
    }
  });
});
