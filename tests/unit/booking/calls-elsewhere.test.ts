import { expect, test } from "vitest";
import { callsElsewhere, cancelledElsewhere } from "../../../lib/booking/calls-elsewhere";
import { BookedCall } from "../../../lib/booking/outcome";
import { type LookedUpCall, LookupAnswer } from "../../../lib/ticket/lookup/generic-answer";

const NOW = new Date("2026-11-20T12:00:00Z");
const told = (given: Partial<LookedUpCall> = {}): LookedUpCall => ({
  id: "a",
  start: "2026-11-23T09:00:00Z",
  end: "2026-11-23T09:30:00Z",
  status: "accepted",
  timeZone: "Europe/Berlin",
  technician: { email: "tess@example.com", name: "Tess Tech" },
  ...given,
});
const own = (given: Partial<BookedCall> = {}) =>
  BookedCall.parse({
    id: "own",
    start: "2026-11-23T10:00:00+01:00",
    end: null,
    status: "accepted",
    paymentRequired: false,
    timeZone: null,
    technician: { email: "Tess@Example.com", name: "Tess" },
    bookedAt: "2026-11-20T11:00:00Z",
    ...given,
  });
const ids = (calls: readonly { id: string }[]) => calls.map(({ id }) => id);

test("what is to come, the next one first; neither cancelled ones nor one twice", () => {
  const calls = [
    told({ id: "later", start: "2026-11-25T09:00:00Z", end: null }),
    told(),
    told(),
    told({ id: "cancelled", status: "cancelled" }),
    told({ id: "over", start: "2026-11-19T09:00:00Z", end: "2026-11-19T09:30:00Z" }),
  ];
  expect(ids(callsElsewhere(calls, [], NOW))).toEqual(["a", "later"]);
});

test.each([
  ["the same start, however written, and technician", told(), own(), false],
  ["the same id at another time", told({ id: "own", start: "2026-11-24T09:00:00Z" }), own(), false],
  ["another start", told({ start: "2026-11-23T09:15:00Z" }), own(), true],
  ["another technician", told({ technician: { email: "rob@example.com" } }), own(), true],
  ["no technician told", told({ technician: null }), own(), false],
  ["a time that is not known here", told(), own({ start: null }), true],
])("%s", (_, call, recorded, isShown) => {
  expect(callsElsewhere([call], [recorded], NOW)).toHaveLength(isShown ? 1 : 0);
});

test("a recorded call that the portal says was cancelled is marked, unless it also says that it is on", () => {
  const cancelled = told({ id: "x", status: "cancelled" });
  expect([...cancelledElsewhere([cancelled], [own()])]).toEqual(["own"]);
  expect([...cancelledElsewhere([cancelled, told({ id: "y" })], [own()])]).toEqual([]);
  expect([...cancelledElsewhere([told({ ...cancelled, start: "2026-11-24T09:00:00Z" })], [own()])]).toEqual(
    [],
  );
});

test("an answer with calls that are none is not the format", () => {
  const answer = (bookings: unknown) => LookupAnswer.safeParse({ assignee: null, bookings }).success;
  expect(answer([told()])).toBe(true);
  expect(answer(null)).toBe(true);
  for (const wrong of [{ start: "tomorrow" }, { status: "maybe" }, { id: "" }]) {
    expect(answer([{ ...told(), ...wrong }])).toBe(false);
  }
  expect(answer(Array.from({ length: 51 }, () => told()))).toBe(false);
});
