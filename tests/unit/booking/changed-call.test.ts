import { expect, test } from "vitest";
import { changedCall } from "../../../lib/booking/changed-call";
import type { BookedCall } from "../../../lib/booking/outcome";

function call(id: string, start = "2026-11-23T14:00:00Z"): BookedCall {
  return {
    id,
    start,
    end: null,
    status: "accepted",
    paymentRequired: false,
    timeZone: null,
    technician: { email: "tess@example.com", name: "Tess Tech" },
    bookedAt: "2026-11-21T12:00:00Z",
    canJoin: false,
    canChange: true,
  };
}
const [a, b] = [call("a"), call("b")];
const moved = call("a", "2026-11-24T14:00:00Z");

test.each([
  ["the first one is booked", [], [a], null, a],
  ["another one is booked", [a], [a, b], null, b],
  ["another call moves while one is being booked", [a], [moved], null, undefined],
  ["another call is cancelled while one is being booked", [a], [], null, undefined],
  ["it moves", [a, b], [moved, b], "a", moved],
  ["it is cancelled", [a, b], [b], "a", null],
  ["another call moves", [a, b], [moved, b], "b", undefined],
  ["another call is cancelled", [a, b], [b], "b", undefined],
  ["another call is booked", [a], [a, b], "a", undefined],
  ["it is not there yet", [], [b], "a", undefined],
] as const)("%s", (_, before, after, about, expected) => {
  expect(changedCall({ before, after }, about)).toEqual(expected);
});
