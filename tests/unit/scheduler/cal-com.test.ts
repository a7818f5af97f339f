import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Outcome } from "../../../lib/booking/outcome";
import { calCom, NAMESPACE } from "../../../lib/scheduler/cal-com";
import type { Prefill } from "../../../lib/scheduler/prefill";
import type { LinkKind, Opening } from "../../../lib/scheduler/scheduler";
// Messages that a window received from a real Cal.com 6.0.7 (November 2026, one of each shape), and what they tell.
import recorded from "./recorded-messages.json";

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
  name: "Ada Visitor",
  email: "ada+x@example.com",
  phone: "+49 30 1",
  guests: ["bob@example.com", "cy@example.com"],
  notes: "Regarding Ticket #7 — Ü & Ö\nhttps://help.example.com/t?id=7",
  metadata: { ticketId: "7", portal: "help" },
  questions: { TicketNumber: "7" },
};

test.each<[string, LinkKind | null]>([
  ["https://cal.com/tess", "profile"],
  ["https://cal.com/tess/", "profile"],
  ["https://cal.com/tess?x=1", "profile"],
  ["https://cal.com/tess/30min", "event"],
  ["https://cal.com/tess+ada/30min", "event"],
  ["https://app.cal.com/tess/30min", "event"],
  ["https://app.cal.eu/tess/30min", "event"],
  ["https://acme.cal.com/tess", "profile"],
  ["https://acme.cal.com/tess/30min", "event"],
  ["https://cal.corp.example:8443/tess/30min", "event"],
  ["http://localhost:3000/tess", "profile"],
  ["https://cal.com/team/noc", "team"],
  ["https://cal.com/team/noc/emergency", "team"],
  ["https://acme.cal.com/team/noc/emergency", "team"],
  ["https://cal.com/d/hash/30min", "private"],
  ["https://cal.com/forms/6f1a", "form"],
  ["https://cal.com/router?form=6f1a", "form"],
  ["https://cal.com/", null],
  ["https://cal.com/team", null],
  ["https://cal.com/d", null],
  ["https://cal.com/d/hash", null],
  ["https://cal.com/d/hash/30min/more", null],
  ["https://cal.com/tess/30min/more", null],
  ["https://cal.com/booking/abc", null],
  ["https://cal.com/reschedule/abc", null],
  ["https://cal.com/cancel/abc", null],
  ["https://cal.com/success", null],
  ["https://cal.com/settings/my-account/profile", null],
  ["https://cal.com/event-types", null],
  ["https://cal.com/bookings/upcoming", null],
  ["https://cal.com/availability", null],
  ["https://cal.com/auth/login", null],
  ["https://cal.com/signup", null],
  ["https://cal.com/api/book/event", null],
  ["https://cal.com/video/abc", null],
  ["https://cal.com/pricing", null],
  ["https://cal.com/docs/introduction", null],
  ["https://cal.com/embed/embed.js", null],
  ["https://cal.com/_next/static", null],
])("%s opens a %s", (link, kind) => expect(calCom.recognise(new URL(link))).toBe(kind));

const open = (link: string, prefill = NOTHING, theme: "light" | "dark" = "light") =>
  calCom.open(new URL(link), prefill, theme);
const query = (url: string | URL) => [...new URL(url).searchParams];

describe("opening", () => {
  test.each<[string, string, string]>([
    ["https://cal.com/tess", "https://app.cal.com", "tess"],
    ["https://www.cal.com/tess/30min", "https://app.cal.com", "tess/30min"],
    ["https://app.cal.com/tess/30min/", "https://app.cal.com", "tess/30min"],
    ["https://cal.eu/tess", "https://app.cal.eu", "tess"],
    ["https://app.cal.eu/tess", "https://app.cal.eu", "tess"],
    ["https://acme.cal.com/tess/30min", "https://acme.cal.com", "tess/30min"],
    ["https://cal.com/team/noc/emergency", "https://app.cal.com", "team/noc/emergency"],
    ["https://cal.com/tess+ada/30", "https://app.cal.com", "tess+ada/30"],
    ["https://cal.com/forms/6f1a", "https://app.cal.com", "forms/6f1a"],
    ["https://cal.corp.example:8443/tess", "https://cal.corp.example:8443", "tess"],
    ["http://127.0.0.1:3000/tess/30min", "http://127.0.0.1:3000", "tess/30min"],
    ["https://notcal.com/tess", "https://notcal.com", "tess"],
  ])("%s is at %s", (link, origin, calLink) => {
    expect(open(link)).toEqual({
      how: "embed-core",
      origin,
      calLink,
      config: { theme: "light", layout: "month_view" },
    } satisfies Opening);
  });

  test("what is known about the ticket goes into the embed's parameters", () => {
    expect(open("https://cal.com/tess/30min", ALL, "dark")).toMatchObject({
      config: {
        name: "Ada Visitor",
        email: "ada+x@example.com",
        attendeePhoneNumber: "+49 30 1",
        guests: ["bob@example.com", "cy@example.com"],
        notes: "Regarding Ticket #7 — Ü & Ö\nhttps://help.example.com/t?id=7",
        "metadata[ticketId]": "7",
        "metadata[portal]": "help",
        TicketNumber: "7",
        theme: "dark",
        layout: "month_view",
      },
    });
  });

  test("one guest is a single value, as embed-core repeats lists only", () => {
    expect(open("https://cal.com/tess", { ...NOTHING, guests: ["bob@example.com"] })).toMatchObject({
      config: { guests: "bob@example.com" },
    });
  });

  test("the link's own parameters stay, but where the ticket knows better", () => {
    const link = "https://cal.com/tess?duration=15&name=Nobody&guests=zoe@example.com&metadata[portal]=other";
    expect(open(link, ALL)).toMatchObject({
      calLink: "tess",
      config: {
        duration: "15",
        name: "Ada Visitor",
        guests: ["zoe@example.com", "bob@example.com", "cy@example.com"],
        "metadata[portal]": "help",
      },
    });
    expect(open(link)).toMatchObject({ config: { name: "Nobody", guests: "zoe@example.com" } });
  });

  test("the link's own layout stays, the theme is the portal's", () => {
    const config = { layout: "week_view", theme: "dark" };
    expect(open("https://cal.com/tess?layout=week_view&theme=light", NOTHING, "dark")).toMatchObject({
      config,
    });
  });

  test("a private link is a plain frame", () => {
    const opening = open("https://cal.com/d/hash/30min?duration=15", { ...NOTHING, name: "Ada" }, "dark");
    expect(opening).toMatchObject({ how: "frame", origin: "https://app.cal.com" });
    if (opening.how !== "frame") throw new Error("no frame");
    expect(new URL(opening.url).pathname).toBe("/d/hash/30min");
    expect(query(opening.url)).toEqual([
      ["duration", "15"],
      ["name", "Ada"],
      ["theme", "dark"],
      ["layout", "month_view"],
      ["embed", NAMESPACE],
    ]);
  });

  test("a private link keeps its own layout", () => {
    const opening = open("https://cal.com/d/hash/30min?layout=week_view&theme=light", NOTHING, "dark");
    if (opening.how !== "frame") throw new Error("no frame");
    expect(query(opening.url).filter(([key]) => key !== "embed")).toEqual([
      ["layout", "week_view"],
      ["theme", "dark"],
    ]);
  });
});

describe("the plain link", () => {
  test("is the link itself when nothing is known", () => {
    for (const link of ["https://cal.com/tess", "https://cal.com/d/hash/30min?duration=15"]) {
      expect(calCom.plainLink(new URL(link), NOTHING).href).toBe(link);
    }
  });
  test("carries what the scheduler may know, readable again", () => {
    const link = calCom.plainLink(new URL("https://cal.com/tess/30min?duration=15&email=x@example.com"), ALL);
    expect(link.origin + link.pathname).toBe("https://cal.com/tess/30min");
    expect(query(link)).toEqual([
      ["duration", "15"],
      ["name", ALL.name],
      ["email", ALL.email],
      ["attendeePhoneNumber", ALL.phone],
      ["notes", ALL.notes],
      ["metadata[ticketId]", "7"],
      ["metadata[portal]", "help"],
      ["TicketNumber", "7"],
      ["guests", "bob@example.com"],
      ["guests", "cy@example.com"],
    ]);
    expect(link.search).toContain("attendeePhoneNumber=%2B49");
  });
  test("every text arrives as it was, whatever it contains", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (notes, value) => {
        const link = calCom.plainLink(new URL("https://cal.com/tess"), {
          ...NOTHING,
          notes,
          questions: { TicketNumber: value },
        });
        const { searchParams, origin, pathname } = new URL(link.href);
        expect(searchParams.get("notes")).toBe(notes.toWellFormed?.() ?? notes);
        expect(searchParams.get("TicketNumber")).toBe(value);
        expect(origin + pathname).toBe("https://cal.com/tess");
      }),
    );
  });
});

test.each<[string, string, boolean]>([
  ["https://app.cal.com", "https://app.cal.com", true],
  ["https://acme.cal.com", "https://app.cal.com", true], // members of an organisation are redirected there
  ["https://app.cal.com", "https://acme.cal.com", true],
  ["https://cal.com", "https://app.cal.com", true],
  ["https://app.cal.eu", "https://app.cal.eu", true],
  ["https://app.cal.eu", "https://app.cal.com", false],
  ["http://app.cal.com", "https://app.cal.com", false],
  ["https://app.cal.com:8443", "https://app.cal.com", false],
  ["https://a.b.cal.com", "https://app.cal.com", true],
  ["https://evilcal.com", "https://app.cal.com", false],
  ["https://app.cal.com.evil.example", "https://app.cal.com", false],
  ["https://appXcal.com", "https://app.cal.com", false],
  ["https://cal.com-evil.example", "https://app.cal.com", false],
  ["null", "https://app.cal.com", false],
  ["", "https://app.cal.com", false],
  ["https://cal.corp.example", "https://cal.corp.example", true],
  ["https://evil.corp.example", "https://cal.corp.example", false],
  ["https://cal.corp.example:8443", "https://cal.corp.example", false],
  ["https://app.cal.com", "https://cal.corp.example", false],
  ["https://cal.corp.example", "https://app.cal.com", false],
])("a message from %s counts for %s: %s", (origin, opened, trusted) => {
  expect(calCom.trusts(origin, opened)).toBe(trusted);
});

describe("messages", () => {
  test.each(recorded.map(({ message, told }) => [message.fullType, message, told] as const))(
    "recorded: %s",
    (_, message, told) => expect(calCom.understand(message)).toEqual(told),
  );

  const say = (type: string, data?: unknown) => calCom.understand({ originator: "CAL", type, data });
  const booked = {
    uid: "u",
    startTime: "2026-11-23T09:00:00.000Z",
    endTime: "2026-11-23T09:30:00.000Z",
    status: "ACCEPTED",
    paymentRequired: false,
  };
  const outcome = {
    uid: "u",
    start: "2026-11-23T09:00:00.000Z",
    end: "2026-11-23T09:30:00.000Z",
    status: "accepted",
    paymentRequired: false,
    timeZone: null,
  };

  test.each<[string, object, object]>([
    ["paid", { paymentRequired: true }, { paymentRequired: true }],
    ["waiting for confirmation", { status: "PENDING" }, { status: "pending" }],
    ["waiting for the host", { status: "AWAITING_HOST" }, { status: "pending" }],
    ["lower case", { status: "accepted" }, { status: "accepted" }],
    ["no status", { status: undefined }, { status: "accepted" }],
    ["no uid", { uid: undefined }, { uid: null }],
    ["no times", { startTime: undefined, endTime: undefined }, { start: null, end: null }],
    ["times are null", { startTime: null, endTime: null }, { start: null, end: null }],
    [
      "times with an offset",
      { startTime: "2026-11-23T10:00:00+01:00" },
      { start: "2026-11-23T10:00:00+01:00" },
    ],
    ["unknown fields", { extra: 1 }, {}],
    [
      "a video link",
      { videoCallUrl: "https://meet.example.com/a" },
      { joinUrl: "https://meet.example.com/a" },
    ],
    ["a video link that is none", { videoCallUrl: "javascript:alert(1)" }, {}],
  ])("a booking: %s", (_, said, told) => {
    expect(say("bookingSuccessfulV2", { ...booked, ...said })).toEqual({
      type: "booked",
      outcome: { ...outcome, ...told },
    });
  });

  test.each([undefined, null, 7, "booked", [], {}, { ...booked, startTime: "tomorrow" }])(
    "a booking that cannot be read is a booking all the same: %j",
    (data) => {
      expect(say("bookingSuccessfulV2", data)).toMatchObject({
        type: "booked",
        outcome: { start: null, end: null },
      });
    },
  );

  test("the host's time zone, from the older event", () => {
    const organizer = { name: "Tess Tech", email: "tess@example.com", timeZone: "Europe/Berlin" };
    expect(say("bookingSuccessful", { organizer })).toEqual({
      type: "host-time-zone",
      timeZone: "Europe/Berlin",
    });
    expect(say("bookingSuccessful", {})).toEqual({ type: "alive" });
  });

  test.each<[unknown, string]>([
    [{ code: "404", msg: "Problem loading the link" }, "404"],
    [{ code: "500" }, "500"],
    [{ code: 404 }, "?"],
    [{}, "?"],
    [null, "?"],
  ])("a failure with %j has the code %s", (data, code) => {
    expect(say("linkFailed", data)).toEqual({ type: "failed", code });
  });

  test.each<[unknown]>([
    [null],
    [undefined],
    ["CAL"],
    [{}],
    [{ originator: "cal", type: "linkReady" }],
    [{ originator: "CAL" }],
    [{ originator: "CAL", type: 7 }],
    [{ originator: "CAL", type: null, data: {} }],
    [[{ originator: "CAL", type: "linkReady" }]],
    [{ source: "react-devtools" }],
  ])("%j is not Cal.com's", (message) => expect(calCom.understand(message)).toBeNull());

  test("never throws, and a booking is always one that can be stored", () => {
    const type = fc.constantFrom(
      ...new Set([...recorded.map(({ message }) => message.type), "linkFailed", "constructor", "__proto__"]),
    );
    const field = fc.oneof(fc.anything(), fc.constantFrom("2026-11-23T09:00:00.000Z", "ACCEPTED", true));
    const data = fc.oneof(
      fc.anything(),
      fc.record(
        { uid: field, startTime: field, endTime: field, status: field, paymentRequired: field },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ originator: fc.constant("CAL"), type, data })),
        (message) => {
          const told = calCom.understand(message);
          if (told?.type === "booked") expect(Outcome.safeParse(told.outcome).success).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
