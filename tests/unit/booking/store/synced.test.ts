import fc from "fast-check";
import { expect, test } from "vitest";
import type { Booking } from "../../../../lib/booking/store/booking";
import { applyChange } from "../../../../lib/booking/store/change";
import type { SyncedChange } from "../../../../lib/booking/store/synced";
import { givenBooking } from "../given-booking";

const NOW = new Date("2026-11-21T08:00:00.000Z");
const told = (given: Partial<SyncedChange> = {}): SyncedChange => ({
  what: "synced",
  state: "booked",
  uid: "uid-1",
  start: "2026-11-23T09:00:00.000Z",
  end: "2026-11-23T09:30:00.000Z",
  timeZone: "Europe/Berlin",
  joinUrl: null,
  attendee: { name: "Ada Visitor", email: "ada@example.com" },
  ...given,
});
const later = { start: "2026-11-24T09:00:00.000Z", end: "2026-11-24T09:30:00.000Z" };
const started = { state: "started", uid: null, start: null, end: null } as const;

test.each<[string, Partial<Booking>, Partial<SyncedChange>, string | null, Partial<Booking>]>([
  ["the same", {}, {}, null, {}],
  ["the same, written otherwise", { start: "2026-11-23T10:00:00+01:00" }, {}, null, {}],
  ["confirmed", { state: "awaiting" }, {}, "confirmed", { state: "booked" }],
  ["paid", { state: "awaiting", paymentRequired: true }, {}, "confirmed", { paymentRequired: false }],
  [
    "still waiting",
    { state: "awaiting", paymentRequired: true },
    { state: "awaiting" },
    null,
    { paymentRequired: true },
  ],
  [
    "cancelled",
    {},
    { state: "cancelled" },
    "cancelled",
    { state: "cancelled", start: "2026-11-23T09:00:00.000Z" },
  ],
  ["moved", {}, { uid: "uid-2", ...later }, "rescheduled", { uid: "uid-2", ...later }],
  ["moved, the uid stays", {}, later, "rescheduled", { uid: "uid-1", ...later }],
  ["longer", {}, { end: "2026-11-23T10:00:00.000Z" }, "rescheduled", { end: "2026-11-23T10:00:00.000Z" }],
  [
    "moved and cancelled",
    {},
    { uid: "uid-2", state: "cancelled", ...later },
    "cancelled",
    { uid: "uid-2", ...later },
  ],
  [
    "moved after it was cancelled",
    { state: "cancelled" },
    { uid: "uid-2", ...later },
    "rescheduled",
    { state: "booked" },
  ],
  [
    "a time that was unknown",
    { start: null, end: null },
    {},
    "time-set",
    { start: "2026-11-23T09:00:00.000Z" },
  ],
  ["an end that was unknown", { end: null }, {}, null, { end: "2026-11-23T09:30:00.000Z" }],
  ["told by hand", { uid: null }, {}, "confirmed", { uid: "uid-1" }],
  ["started", started, {}, "booked", { state: "booked", uid: "uid-1" }],
  ["started, and waits", started, { state: "awaiting" }, "booked", { state: "awaiting" }],
  [
    "where it takes place",
    {},
    { joinUrl: "https://meet.example.com/a" },
    null,
    { joinUrl: "https://meet.example.com/a" },
  ],
  ["a zone that is known stays", {}, { timeZone: null }, null, { timeZone: "Europe/Berlin" }],
  ["held, and nothing new", { mark: "held" }, {}, null, { mark: "held" }],
  ["no-show, and moved", { mark: "no-show" }, { uid: "uid-2", ...later }, "rescheduled", { mark: null }],
  ["cancelled here a moment ago", { state: "cancelled" }, {}, null, { state: "cancelled" }],
])("%s", (_, before, change, event, after) => {
  const booking = givenBooking(before);
  const changed = applyChange(booking, told(change), NOW);
  expect(changed).toMatchObject(after);
  expect(changed.history.slice(booking.history.length).map(({ what }) => what)).toEqual(event ? [event] : []);
  expect(applyChange(changed, told(change), new Date())).toBe(changed); // twice is once
});

test("an answer that is older than what is known here changes nothing", () => {
  const moved = applyChange(
    givenBooking(),
    {
      what: "rescheduled",
      outcome: { uid: "uid-2", status: "accepted", paymentRequired: false, timeZone: null, ...later },
    },
    NOW,
  );
  for (const state of ["booked", "cancelled"] as const)
    expect(applyChange(moved, told({ state }), NOW)).toBe(moved);
});

test("who came is who booked; what it was begun by is gone, link and all", () => {
  const attempt = {
    account: "a",
    type: { id: "1", name: "Call" },
    start: null,
    link: "https://x.example/d/1",
    notes: "",
  };
  const attendee = { name: "Bob", email: "bob@example.com" };
  expect(applyChange(givenBooking({ ...started, attempt }), told({ attendee }), NOW)).toMatchObject({
    attendee,
    attempt: null,
  });
  const other = applyChange(givenBooking(), told({ attendee }), NOW);
  expect(other.attendee.name).toBe("Ada Visitor");
});

test("what an account says last is how it is, whatever was said before", () => {
  const change = fc.record({
    state: fc.constantFrom("booked", "awaiting", "cancelled"),
    uid: fc.constantFrom("uid-1", "uid-2", "uid-3"),
    day: fc.integer({ min: 23, max: 27 }),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (said) => {
      let booking = givenBooking();
      for (const { state, uid, day } of said) {
        const before = booking;
        booking = applyChange(before, told({ state, uid, start: `2026-11-${day}T09:00:00.000Z` }), NOW);
        const wasKnown = before.uid !== uid && before.history.some((event) => event.uid === uid);
        if (wasKnown) expect(booking).toBe(before);
        else if (before.uid !== uid) expect(booking).toMatchObject({ uid, state });
      }
      const states = booking.history.map(({ what }) => what);
      expect(states.filter((what, at) => what === "cancelled" && states[at + 1] === "cancelled")).toEqual([]);
    }),
  );
});
