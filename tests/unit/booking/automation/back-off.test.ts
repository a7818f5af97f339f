import fc from "fast-check";
import { expect, test } from "vitest";
import { backOff, retryAfter } from "../../../../lib/booking/automation/back-off";

const none = () => 0;
const seconds = (failures: number, asked: number | null = null) => backOff(failures, asked, none) / 1000;

test("longer after each failure, a day at most", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 99].map((failures) => seconds(failures))).toEqual([
    30, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, 86_400,
  ]);
});

test("what the receiver asks for is honoured, up to a day; never sooner than the own step", () => {
  expect(seconds(1, 3600)).toBe(3600);
  expect(seconds(4, 60)).toBe(7200);
  expect(seconds(1, 10 * 86_400)).toBe(86_400);
});

test("chance adds a tenth at most, and takes nothing", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (n, chance) => {
        const wait = backOff(n, null, () => chance);
        expect(wait).toBeGreaterThanOrEqual(backOff(n, null, none));
        expect(wait).toBeLessThanOrEqual(backOff(n, null, none) * 1.1);
      },
    ),
  );
});

test.each([
  ["7", 7],
  [" 120 ", 120],
  ["Sat, 21 Nov 2026 12:01:00 GMT", 60],
  ["Sat, 21 Nov 2026 11:00:00 GMT", null],
  ["soon", null],
  ["", null],
  [null, null],
])("Retry-After: %s", (header, expected) => {
  expect(retryAfter(header, new Date("2026-11-21T12:00:00Z"))).toBe(expected);
});
