import { expect, test } from "vitest";
import type { Booking } from "../../../../lib/booking/store/booking";
import { begunAs } from "../../../../lib/booking/sync/begun-as";
import { givenBooking } from "../given-booking";

const START = "2026-11-23T09:00:00.000Z";
const call = {
  start: START,
  attendee: { name: "Ada", email: "ada@example.com" },
  createdAt: "2026-11-20T12:00:00.000Z",
};
const started = (id: string, given: Partial<Booking> = {}) =>
  givenBooking({
    id,
    state: "started",
    uid: null,
    start: null,
    end: null,
    attendee: { name: null, email: null },
    ...given,
  });
const at = (time: string) => ({ createdAt: `2026-11-20T${time}:00.000Z` });
const link = (start: string | null) => ({
  attempt: { account: "a", type: { id: "1", name: "Call" }, start, link: null, notes: "" },
});
const ada = { attendee: { name: "Ada", email: "ADA@example.com" } };

test.each<[string, Booking[], string | null]>([
  ["nothing was begun", [], null],
  ["one was", [started("one", at("11:00"))], "one"],
  ["of two, the later one", [started("one", at("10:00")), started("two", at("11:00"))], "two"],
  [
    "one for the same person",
    [started("one", { ...at("10:00"), ...ada }), started("two", at("11:00"))],
    "one",
  ],
  [
    "one for the same time before one for the same person",
    [started("one", { ...at("10:00"), ...link(START) }), started("two", { ...at("11:00"), ...ada })],
    "one",
  ],
  ["one that was begun after the call was booked", [started("one", at("12:30"))], null],
  ["clocks that differ a little", [started("one", at("12:05"))], "one"],
  ["with another technician", [started("one", { technician: { email: "rob@example.com", name: "" } })], null],
  ["one that is a call of its own", [started("one", { uid: "other" })], null],
  ["cancelled", [started("one", { state: "cancelled" })], null],
  ["told by hand without a time", [started("one", { state: "booked" })], "one"],
  [
    "told by hand for the same time",
    [started("one", { state: "booked", start: "2026-11-23T10:00:00+01:00" })],
    "one",
  ],
  [
    "told by hand for another time",
    [started("one", { state: "booked", start: "2026-11-24T09:00:00Z" })],
    null,
  ],
])("%s", (_, bookings, expected) => {
  const isTess = ({ technician }: Booking) => technician.email === "tess@example.com";
  expect(begunAs(call, isTess, bookings)?.id ?? null).toBe(expected);
});

test("when nobody tells when a call was made, what was begun may be it", () => {
  const late = started("one", at("23:00"));
  expect(begunAs({ ...call, createdAt: null }, () => true, [late])).toBe(late);
});
