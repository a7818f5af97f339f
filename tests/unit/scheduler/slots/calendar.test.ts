import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, inMonth, monthOf, weeksOf } from "../../../../lib/scheduler/slots/calendar";
import { firstDayOfWeek, nameOfDay, nameOfMonth, namesOfDays } from "../../../../lib/scheduler/slots/week";

test.each<[string, number, string]>([
  ["2026-11-30", 1, "2026-12-01"],
  ["2026-03-28", 1, "2026-03-29"],
  ["2026-03-29", 1, "2026-03-30"], // the clock is changed; a day is a day
  ["2028-02-28", 1, "2028-02-29"],
  ["2027-01-01", -1, "2026-12-31"],
])("%s and %i days is %s", (day, count, sum) => expect(addDays(day, count)).toBe(sum));

test.each<[string, number, string]>([
  ["2026-11", 1, "2026-12"],
  ["2026-11", 2, "2027-01"],
  ["2026-11", -12, "2025-11"],
])("%s and %i months is %s", (month, count, sum) => expect(addMonths(month, count)).toBe(sum));

test.each<[string, string, string]>([
  ["2026-01-31", "2026-02", "2026-02-28"],
  ["2026-01-31", "2028-02", "2028-02-29"],
  ["2026-11-15", "2026-12", "2026-12-15"],
])("%s in %s is %s", (day, month, same) => expect(inMonth(day, month)).toBe(same));

describe("the weeks of a month", () => {
  test("November 2026 begins on a Sunday", () => {
    expect(weeksOf("2026-11", 1)).toHaveLength(6);
    expect(weeksOf("2026-11", 7)).toHaveLength(5);
    expect(weeksOf("2026-11", 7)[0]?.[0]).toBe("2026-11-01");
    expect(weeksOf("2026-11", 6)[0]).toEqual([
      null,
      "2026-11-01",
      "2026-11-02",
      "2026-11-03",
      "2026-11-04",
      "2026-11-05",
      "2026-11-06",
    ]);
  });
  test("each day once, in order, each in the column of its weekday", () => {
    const month = fc.tuple(fc.integer({ min: 2020, max: 2100 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 7 }), ([year, number], firstDay) => {
        const name = `${year}-${String(number).padStart(2, "0")}`;
        const weeks = weeksOf(name, firstDay);
        const days = weeks.flat().filter((day) => day !== null);
        expect(days.length).toBe(new Date(Date.UTC(year, number, 0)).getUTCDate());
        expect(days).toEqual([...days].sort());
        expect(new Set(days.map(monthOf))).toEqual(new Set([name]));
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          expect(week.some((day) => day !== null)).toBe(true);
          week.forEach((day, place) => {
            if (day) expect(new Date(day).getUTCDay()).toBe((firstDay + place) % 7);
          });
        }
      }),
    );
  });
});

describe("the first day of the week", () => {
  test.each<[string, number]>([
    ["de", 1],
    ["de-AT", 1],
    ["en", 7],
    ["en-GB", 1],
    ["en-US-u-nu-latn", 7],
    ["ar", 6],
    ["ar-SA", 7],
    ["ar-AE", 1],
    ["he", 7],
    ["dv", 5],
  ])("of %s is %i", (locale, day) => {
    expect(firstDayOfWeek(locale)).toBe(day);
    expect(firstDayOfWeek(locale, () => null)).toBe(day);
  });
  test("our own table says what the browser says, in every region", () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
    const regions = letters
      .flatMap((one) => letters.map((other) => one + other))
      .filter((region) => region !== "ZZ" && names.of(region));
    expect(regions.length).toBeGreaterThan(250);
    const told = regions.map((region) => {
      const locale = `und-${new Intl.Locale(`und-${region}`).region}`;
      return [region, firstDayOfWeek(locale, () => null), firstDayOfWeek(locale)];
    });
    expect(told.filter(([, ours, theirs]) => ours !== theirs)).toEqual([]);
  });
});

test("names, in the language", () => {
  expect(namesOfDays("de", 1).map(({ short }) => short)).toEqual(["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]);
  expect(namesOfDays("en", 7).at(0)).toEqual({ short: "Sun", long: "Sunday" });
  expect(namesOfDays("ar", 6).at(0)?.long).toBe("السبت");
  expect(nameOfMonth("2026-11", "de")).toBe("November 2026");
  expect(nameOfMonth("2026-11", "fa-u-nu-latn")).toContain("2026"); // Gregorian, whatever the locale prefers
  expect(nameOfDay("2026-11-23", "en-GB")).toMatch(/^Monday,? 23 November$/);
});
