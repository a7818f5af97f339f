import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeTimes } from "../../../lib/booking/describe-times";

/** Times as a person reads them; the kinds of space and dash differ from one ICU version to the next. */
function times(
  start: string | null,
  end: string | null,
  timeZone: string | null,
  here: string,
  locale = "en-GB",
) {
  const told = describeTimes({ start, end, timeZone }, locale, here);
  const plain = (text: string) => text.replace(/\s+/g, " ").replace(/\s*[–-]\s*/g, "-");
  return told && { yours: plain(told.yours), theirs: plain(told.theirs), zone: told.zone };
}

const START = "2026-11-23T13:00:00.000Z";
const END = "2026-11-23T13:30:00.000Z";

test.each<[string, Parameters<typeof times>, ReturnType<typeof times>]>([
  [
    "both in one zone",
    [START, END, "Europe/Berlin", "Europe/Berlin"],
    { yours: "Mon 23 Nov, 14:00-14:30", theirs: "14:00-14:30", zone: "Europe/Berlin" },
  ],
  [
    "on the same day elsewhere",
    [START, END, "America/New_York", "Europe/Berlin"],
    { yours: "Mon 23 Nov, 14:00-14:30", theirs: "08:00-08:30", zone: "America/New_York" },
  ],
  [
    "on another day elsewhere",
    [START, END, "Pacific/Auckland", "Europe/Berlin"],
    { yours: "Mon 23 Nov, 14:00-14:30", theirs: "Tue 24 Nov, 02:00-02:30", zone: "Pacific/Auckland" },
  ],
  [
    "in an unknown zone",
    [START, END, "Mars/Olympus", "Europe/Berlin"],
    { yours: "Mon 23 Nov, 14:00-14:30", theirs: "Mon 23 Nov, 13:00-13:30", zone: null },
  ],
  [
    "in no zone",
    [START, END, null, "Europe/Berlin"],
    { yours: "Mon 23 Nov, 14:00-14:30", theirs: "Mon 23 Nov, 13:00-13:30", zone: null },
  ],
  [
    "a quarter of an hour off",
    [START, END, "Asia/Kathmandu", "UTC"],
    { yours: "Mon 23 Nov, 13:00-13:30", theirs: "18:45-19:15", zone: "Asia/Kathmandu" },
  ],
  [
    "without an end",
    [START, null, "UTC", "Europe/Berlin"],
    { yours: "Mon 23 Nov, 14:00", theirs: "13:00", zone: "UTC" },
  ],
  [
    "an end before the start",
    [START, "2026-11-23T12:00:00Z", "UTC", "Europe/Berlin"],
    { yours: "Mon 23 Nov, 14:00", theirs: "13:00", zone: "UTC" },
  ],
  [
    "a start with an offset",
    ["2026-11-23T15:00:00+02:00", END, "UTC", "UTC"],
    { yours: "Mon 23 Nov, 13:00-13:30", theirs: "13:00-13:30", zone: "UTC" },
  ],
  [
    "over midnight",
    ["2026-11-23T22:45:00Z", "2026-11-23T23:15:00Z", "UTC", "Europe/Berlin"],
    { yours: "Mon 23 Nov, 23:45-Tue 24 Nov, 00:15", theirs: "22:45-23:15", zone: "UTC" },
  ],
  [
    "summer time ends during the call",
    ["2026-10-25T00:45:00Z", "2026-10-25T01:15:00Z", "UTC", "Europe/Berlin"],
    { yours: "Sun 25 Oct, 02:45 CEST-02:15 CET", theirs: "00:45-01:15", zone: "UTC" },
  ],
  [
    "the day after summer time began",
    ["2026-03-29T12:00:00Z", "2026-03-29T12:30:00Z", "America/New_York", "Europe/Berlin"],
    { yours: "Sun 29 Mar, 14:00-14:30", theirs: "08:00-08:30", zone: "America/New_York" },
  ],
  [
    "half a year later the distance is another one",
    ["2026-03-20T12:00:00Z", "2026-03-20T12:30:00Z", "America/New_York", "Europe/Berlin"],
    { yours: "Fri 20 Mar, 13:00-13:30", theirs: "08:00-08:30", zone: "America/New_York" },
  ],
])("%s", (_, call, told) => expect(times(...call)).toEqual(told));

test("nothing is said about a time that is not known", () => {
  expect(times(null, END, "UTC", "UTC")).toBeNull();
});

test("in the words of the language", () => {
  expect(times(START, END, null, "UTC", "de")?.yours).toBe("Mo., 23. Nov., 13:00-13:30 Uhr");
  expect(times(START, END, null, "UTC", "en-US")?.yours).toBe("Mon, Nov 23, 1:00-1:30 PM");
});

describe("in every time zone", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  test("never throws, and names the zone", () => {
    for (const zone of zones) {
      expect(times(START, END, zone, "UTC")?.zone).toBe(zone);
      expect(times(START, END, "UTC", zone)?.yours).not.toBe("");
    }
  });
  test("the day is left out only where it is the same for both", () => {
    const instant = fc.date({
      min: new Date("2026-01-01"),
      max: new Date("2027-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), fc.constantFrom(...zones), (date, theirs, here) => {
        const told = times(date.toISOString(), null, theirs, here);
        const weekday = (timeZone: string) =>
          new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short" }).format(date);
        expect(told?.yours).toContain(weekday(here));
        expect(told?.theirs.includes(weekday(theirs))).toBe(weekday(theirs) !== weekday(here));
      }),
      { numRuns: 300 },
    );
  });
});
