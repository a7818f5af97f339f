import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstDayOf, spansOf, unitOf } from "../../../../lib/booking/insights/period";
import { addDays } from "../../../../lib/scheduler/slots/calendar";

const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays("2000-01-01", count));

test.each([
  ["month", "2026-10-23"],
  ["quarter", "2026-08-24"],
  ["year", "2025-11-22"],
  ["all", "2024-02-29"],
] as const)("%s, until 21 November 2026, begins on %s", (period, first) => {
  expect(firstDayOf(period, "2026-11-21", "2024-02-29")).toBe(first);
});

test("everything, where nothing is known, is today", () => {
  expect(firstDayOf("all", "2026-11-21", null)).toBe("2026-11-21");
  expect(firstDayOf("all", "2026-11-21", "2026-11-22")).toBe("2026-11-21"); // the person has travelled
});

describe("the parts of a period", () => {
  test.each([
    ["2026-11-20", "2026-11-21", 1, ["2026-11-20 2026-11-20", "2026-11-21 2026-11-21"]],
    // 2026-10-21 is a Wednesday.
    ["2026-10-21", "2026-11-22", 1, ["2026-10-21 2026-10-25", "2026-10-26 2026-11-01"]],
    ["2026-10-21", "2026-11-22", 7, ["2026-10-21 2026-10-24", "2026-10-25 2026-10-31"]],
    ["2026-10-21", "2026-11-22", 6, ["2026-10-21 2026-10-23", "2026-10-24 2026-10-30"]],
    ["2025-01-15", "2026-11-21", 1, ["2025-01-15 2025-01-31", "2025-02-01 2025-02-28"]],
  ] as const)("%s to %s, weeks from day %i on", (from, to, firstWeekday, first) => {
    const spans = spansOf(from, to, firstWeekday).map((span) => `${span.from} ${span.to}`);
    expect(spans.slice(0, 2)).toEqual(first);
    expect(spans.at(-1)).toMatch(new RegExp(`${to}$`));
  });

  test("leave no gap, overlap nowhere, and there are not too many to be told apart", () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 1, max: 7 }),
        (from, more, first) => {
          const to = addDays(from, more);
          const spans = spansOf(from, to, first);
          expect(spans[0]?.from).toBe(from);
          expect(spans.at(-1)?.to).toBe(to);
          for (const [at, span] of spans.entries()) {
            expect(span.from <= span.to).toBe(true);
            if (at > 0) expect(span.from).toBe(addDays(spans[at - 1]?.to ?? "", 1));
          }
          expect(spans.length).toBeLessThanOrEqual(55);
        },
      ),
    );
  });

  test.each([
    [31, "day"],
    [32, "week"],
    [371, "week"],
    [372, "month"],
  ] as const)("%i days are shown by the %s", (days, unit) => {
    expect(unitOf("2026-01-01", addDays("2026-01-01", days - 1))).toBe(unit);
  });
});
