import fc from "fast-check";
import { expect, test } from "vitest";
import type { Look } from "../../../../lib/booking/sync/looks";
import { EVERY, failed, isDue, waitAfter } from "../../../../lib/booking/sync/wait";
import { Account } from "../../../../lib/settings/accounts";

const MINUTE = 60_000;
const NOW = new Date("2026-11-20T12:00:00.000Z");
const account = (given: object = {}) =>
  Account.parse({
    id: "a",
    scheduler: "calendly",
    api: "https://api.calendly.com/",
    owner: { name: "Tess", email: "tess@example.com", timeZone: null, link: "https://calendly.com/tess" },
    ...given,
  });
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE).toISOString();
const look = (given: Partial<Look> = {}): Look => ({
  at: ago(EVERY),
  changed: 0,
  problem: null,
  failures: 0,
  notBefore: null,
  ...given,
});
const busy = { cause: "rate-limited", seconds: 90, detail: "" } as const;
const fault = { cause: "server", status: 503, detail: "" } as const;

test.each([
  [1, 15],
  [2, 30],
  [3, 60],
  [5, 240],
  [6, 360],
  [60, 360],
])("after %i errors in a row: %i minutes, a quarter more or less", (failures, minutes) => {
  expect(waitAfter(failures, 0.5)).toBe(minutes * MINUTE);
  expect(waitAfter(failures, 0)).toBe(0.75 * minutes * MINUTE);
  expect(waitAfter(failures, 1)).toBe(1.25 * minutes * MINUTE);
});

test("a wait is never shorter than eleven minutes, nor longer than seven and a half hours", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, random) => {
        const minutes = waitAfter(count, random) / MINUTE;
        return minutes >= 11 && minutes <= 7.5 * 60;
      },
    ),
  );
});

test.each<[string, object, Look | null, boolean, boolean]>([
  ["never asked", {}, null, true, true],
  ["a quarter of an hour ago", {}, look(), true, true],
  ["the alarm is a little early", {}, look({ at: ago(14.5) }), true, true],
  ["five minutes ago", {}, look({ at: ago(5) }), false, true],
  ["off", { sync: false }, null, false, false],
  ["the token is refused", { refused: true }, look(), false, false],
  ["after an error", {}, look({ problem: fault, failures: 1, notBefore: ago(-5) }), false, true],
  ["that is long over", {}, look({ problem: fault, failures: 1, notBefore: ago(0) }), true, true],
  ["told to wait", {}, look({ problem: busy, failures: 1, notBefore: ago(-1) }), false, false],
  ["waited as told", {}, look({ problem: busy, failures: 1, notBefore: ago(0) }), true, true],
])("%s: is it due, and may the person ask?", (_, given, last, byItself, byHand) => {
  expect(isDue(account(given), last, NOW, false)).toBe(byItself);
  expect(isDue(account(given), last, NOW, true)).toBe(byHand);
});

test("what is kept of errors: how many in a row, and until when to wait", () => {
  const first = failed(null, fault, 2, NOW, 0.5);
  expect(first).toEqual({ at: ago(0), changed: 2, problem: fault, failures: 1, notBefore: ago(-15) });
  expect(failed(first, fault, 0, NOW, 0.5)).toMatchObject({ failures: 2, notBefore: ago(-30) });
  // The server knows best.
  expect(failed(first, busy, 0, NOW, 0.5)).toMatchObject({ failures: 2, notBefore: ago(-1.5) });
});
