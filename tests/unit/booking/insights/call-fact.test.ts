import { expect, test } from "vitest";
import { factOf } from "../../../../lib/booking/insights/call-fact";
import { clockOf } from "../../../../lib/zoned-time";
import { booking, event } from "./given-calls";

const HOUR = 3600_000;

test("what the figures need is read; of the ticket and the attendee nothing is kept", () => {
  const fact = factOf(booking({ attendee: { name: "Ada", email: "ada@example.com" } }), clockOf("UTC"));
  expect(fact).toEqual({
    portal: "help",
    technician: "tess@example.com",
    state: "booked",
    mark: null,
    source: "here",
    bookedOn: "2026-11-20",
    lead: 69 * HOUR,
    starts: { weekday: 1, hour: 9 },
    over: Date.parse("2026-11-23T09:30:00.000Z"),
    moved: false,
  });
});

test.each([
  // Each clock shows another day or hour; two of them right after it was set forward or back.
  ["2026-11-22T23:30:00Z", "UTC", 7, 23],
  ["2026-11-22T23:30:00Z", "Europe/Berlin", 1, 0],
  ["2026-11-22T23:30:00Z", "America/New_York", 7, 18],
  ["2026-11-22T18:20:00Z", "Asia/Kathmandu", 1, 0],
  ["2026-03-29T00:59:00Z", "Europe/Berlin", 7, 1],
  ["2026-03-29T01:00:00Z", "Europe/Berlin", 7, 3],
  ["2026-10-25T00:30:00Z", "Europe/Berlin", 7, 2],
  ["2026-10-25T01:30:00Z", "Europe/Berlin", 7, 2],
  ["2026-10-25T02:00:00Z", "Europe/Berlin", 7, 3],
])("%s in %s is weekday %i, hour %i", (start, timeZone, weekday, hour) => {
  expect(factOf(booking({ start }), clockOf(timeZone))?.starts).toEqual({ weekday, hour });
});

test("the day of the booking is that of the person's calendar", () => {
  const late = booking({ history: [event("booked", { at: "2026-11-20T23:30:00Z" })] });
  expect(factOf(late, clockOf("UTC"))?.bookedOn).toBe("2026-11-20");
  expect(factOf(late, clockOf("Europe/Berlin"))?.bookedOn).toBe("2026-11-21");
});

test("across the change of the clock an hour ahead is an hour ahead", () => {
  const history = [event("booked", { at: "2026-03-29T00:30:00Z", start: "2026-03-29T01:30:00Z" })];
  expect(factOf(booking({ history }), clockOf("Europe/Berlin"))?.lead).toBe(HOUR);
});

test.each([
  ["a calendar that was opened and no more", { state: "started", history: [event("started")] }],
  [
    "one that was cancelled before it was booked",
    { state: "cancelled", history: [event("started"), event("cancelled", { uid: null })] },
  ],
] as const)("%s is no call", (_, given) => {
  expect(factOf(booking({ ...given, history: [...given.history] }), clockOf("UTC"))).toBeNull();
});

test("a call that was cancelled elsewhere before it was learnt of had been booked", () => {
  const history = [event("started", { uid: null }), event("cancelled", { at: "2026-11-21T12:00:00Z" })];
  expect(factOf(booking({ source: "sync", state: "cancelled", history }), clockOf("UTC"))).toMatchObject({
    state: "cancelled",
    bookedOn: "2026-11-21",
  });
});

test("a moved call was booked when it was booked, as far ahead as it was then, and starts when it starts now", () => {
  const history = [
    event("booked", { start: "2026-11-20T14:00:00Z" }),
    event("rescheduled", { at: "2026-11-21T12:00:00Z", start: "2026-12-01T08:00:00Z" }),
  ];
  const fact = factOf(booking({ start: "2026-12-01T08:00:00Z", history }), clockOf("UTC"));
  expect(fact).toMatchObject({
    moved: true,
    lead: 2 * HOUR,
    bookedOn: "2026-11-20",
    starts: { weekday: 2, hour: 8 },
  });
});

test("a call of which only the move was heard was booked, too", () => {
  const history = [event("started"), event("rescheduled", { start: "2026-11-20T14:00:00Z" })];
  expect(factOf(booking({ history }), clockOf("UTC"))).toMatchObject({ moved: true, lead: 2 * HOUR });
});

test("a time that was told later counts from the booking on; a time unknown counts nowhere", () => {
  const told = [
    event("booked"),
    event("time-set", { at: "2026-11-22T12:00:00Z", start: "2026-11-23T12:00:00Z" }),
  ];
  expect(factOf(booking({ history: told }), clockOf("UTC"))?.lead).toBe(72 * HOUR);
  expect(
    factOf(booking({ history: [event("booked")], start: null, end: null }), clockOf("UTC")),
  ).toMatchObject({
    lead: null,
    starts: null,
  });
});

test("when a call from elsewhere was booked is not known, so neither is how far ahead", () => {
  expect(factOf(booking({ source: "sync" }), clockOf("UTC"))).toMatchObject({ source: "sync", lead: null });
});
