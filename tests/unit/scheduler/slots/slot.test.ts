import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOf, groupByDay, partOfDay, type Slot, slotTimes } from "../../../../lib/scheduler/slots/slot";
import { offsetOf, slotsAround, transitionsOf, zones } from "./transitions";

const slot = (start: string): Slot => ({ start, minutes: 30 });
const plain = (text: string) => text.replace(/\s+/g, " ");
const labels = (starts: string[], zone: string, locale = "en-GB") =>
  starts.map((start) => plain(slotTimes(slot(start), locale, zone, null).yours));

/** What Intl says of an instant, by another road than the code's: "2026-11-23" and "14:00". */
const swedish = new Map<string, Intl.DateTimeFormat>();
function asWritten(start: string, timeZone: string): { day: string; time: string } {
  const known =
    swedish.get(timeZone) ??
    new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "short" });
  swedish.set(timeZone, known);
  const [day = "", time = ""] = known.format(new Date(start)).split(" ");
  return { day, time };
}

/** What has to hold for any slots in any zone; `null` when it does. */
function wrong(slots: readonly Slot[], zone: string, locale: string): string | null {
  const days = groupByDay(slots, zone);
  const grouped = [...days.values()].flat();
  const instants = (list: readonly Slot[]) => list.map(({ start }) => Date.parse(start));
  const sorted = [...new Set(instants(slots))].sort((one, other) => one - other);
  if (instants(grouped).join() !== sorted.join()) return `${zone}: not each slot once, in order`;
  if ([...days.keys()].join() !== [...days.keys()].sort().join()) return `${zone}: days out of order`;
  for (const [day, list] of days) {
    const texts = list.map((one) => slotTimes(one, locale, zone, null).yours);
    if (new Set(texts).size !== texts.length) return `${zone} ${day}: equal labels: ${texts.join(", ")}`;
    for (const { start } of list) {
      const written = asWritten(start, zone);
      if (written.day !== day) return `${zone}: ${start} in ${day}`;
      // Day and label lead back to the instant, by one of the distances from UTC that the zone has around then.
      const wall = Date.parse(`${day}T${written.time}Z`);
      const at = Date.parse(start);
      const label = slotTimes({ start, minutes: 1 }, "en-GB", zone, null).yours;
      const around = [at - 86_400_000, at, at + 86_400_000].map((near) => offsetOf(near, zone));
      const candidates = new Set(
        around
          .map((offset) => wall - offset * 60_000)
          .filter(
            (one) =>
              asWritten(new Date(one).toISOString(), zone).time === written.time &&
              asWritten(new Date(one).toISOString(), zone).day === day,
          ),
      );
      if (!candidates.has(at)) return `${zone}: ${start} is not where it is said to be`;
      if (!label.startsWith(written.time)) return `${zone}: ${start} is written ${label}`;
      if (candidates.size > 1 !== label.length > written.time.length)
        return `${zone}: ${start}: ${candidates.size} instants are written ${label}`;
    }
  }
  return null;
}

describe("in every time zone", () => {
  const changing = zones
    .map((zone) => ({ zone, changes: transitionsOf(zone) }))
    .filter(({ changes }) => changes.length > 0);

  test("there are changes to look at", () => {
    expect(zones.length).toBeGreaterThan(400);
    expect(changing.length).toBeGreaterThan(100);
  });
  test("around each change of the clock from 2026 to 2028", () => {
    const found = changing.flatMap(({ zone, changes }) =>
      changes.map((at) => wrong(slotsAround(at, 5), zone, "en-GB")),
    );
    expect(found.filter((line) => line !== null)).toEqual([]);
  }, 120_000);
  test.each(["en-US", "de-DE", "ar-EG-u-nu-latn"])(
    "in the words of %s",
    (locale) => {
      const found = changing.map(({ zone, changes: [at = 0] }) => wrong(slotsAround(at, 5), zone, locale));
      expect(found.filter((line) => line !== null)).toEqual([]);
    },
    120_000,
  );
  test("with any slots at any time", () => {
    const minute = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 11, 31) / 60_000 });
    const starts = fc.array(
      minute.map((at) => slot(new Date(at * 60_000).toISOString())),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(starts, fc.constantFrom(...zones), (slots, zone) => {
        expect(wrong(slots, zone, "en-US")).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
  test("with slots near each other around a change", () => {
    const near = fc.constantFrom(...changing).chain(({ zone, changes }) =>
      fc.record({
        zone: fc.constant(zone),
        slots: fc.uniqueArray(
          fc
            .tuple(fc.constantFrom(...changes), fc.integer({ min: -180, max: 180 }))
            .map(([at, minutes]) => slot(new Date(at + minutes * 60_000).toISOString())),
          { selector: ({ start }) => start, maxLength: 40 },
        ),
      }),
    );
    fc.assert(
      fc.property(near, ({ zone, slots }) => {
        expect(wrong(slots, zone, "de")).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

describe("when the clock is changed", () => {
  test("an hour that comes twice says which one it is", () => {
    const starts = ["2026-10-24T23:30Z", "2026-10-25T00:30Z", "2026-10-25T01:30Z", "2026-10-25T02:30Z"];
    expect(labels(starts, "Europe/Berlin")).toEqual(["01:30", "02:30 CEST", "02:30 CET", "03:30"]);
    expect(labels(starts, "Europe/Berlin", "de")).toEqual(["01:30", "02:30 MESZ", "02:30 MEZ", "03:30"]);
    expect(labels(starts.slice(2, 3), "Europe/Berlin")).toEqual(["02:30 CET"]); // even when it is free once
  });
  test("by half an hour", () => {
    const starts = ["2026-04-04T14:20Z", "2026-04-04T14:40Z", "2026-04-04T15:10Z", "2026-04-04T15:40Z"];
    expect(labels(starts, "Australia/Lord_Howe")).toEqual([
      "01:20",
      "01:40 GMT+11",
      "01:40 GMT+10:30",
      "02:10",
    ]);
  });
  test("an hour that is left out is not there", () => {
    const slots = slotsAround(Date.parse("2026-03-29T01:00Z"), 26);
    const sunday = groupByDay(slots, "Europe/Berlin").get("2026-03-29") ?? [];
    expect(sunday.length).toBe(23 * 4);
    const hours = labels(
      sunday.map(({ start }) => start),
      "Europe/Berlin",
    ).map((label) => label.slice(0, 2));
    expect(hours).toContain("01");
    expect(hours).not.toContain("02");
  });
});

test("the same instant twice, written in two ways, is one slot", () => {
  const days = groupByDay([slot("2026-11-23T14:00:00+01:00"), slot("2026-11-23T13:00:00Z")], "UTC");
  expect(days.get("2026-11-23")?.length).toBe(1);
});

test.each<[string, string, string]>([
  ["2026-11-23T00:00Z", "UTC", "morning"],
  ["2026-11-23T11:59Z", "UTC", "morning"],
  ["2026-11-23T12:00Z", "UTC", "afternoon"],
  ["2026-11-23T17:59Z", "UTC", "afternoon"],
  ["2026-11-23T18:00Z", "UTC", "evening"],
  ["2026-11-23T18:00Z", "America/New_York", "afternoon"],
])("%s in %s is the %s", (start, zone, part) => expect(partOfDay(slot(start), zone)).toBe(part));

test.each<[string, string | null, string, string]>([
  ["Europe/Berlin", "Europe/London", "14:00", "13:00"],
  ["Europe/Berlin", "Pacific/Auckland", "14:00", "Tue 24 Nov, 02:00"],
  ["Pacific/Auckland", "Europe/Berlin", "02:00", "Mon 23 Nov, 14:00"],
  ["Europe/Berlin", null, "14:00", "13:00"],
  ["Europe/Berlin", "Mars/Olympus", "14:00", "13:00"],
  ["Pacific/Kiritimati", null, "03:00", "Mon 23 Nov, 13:00"],
])("here %s, there %s", (here, there, yours, theirs) => {
  const times = slotTimes(slot("2026-11-23T13:00Z"), "en-GB", here, there);
  expect({ ...times, theirs: plain(times.theirs) }).toEqual({
    yours,
    theirs,
    zone: there === "Mars/Olympus" ? null : there,
  });
});

test("a calendar other than the Gregorian is not used", () => {
  const { theirs } = slotTimes(slot("2026-11-23T13:00Z"), "fa-IR-u-nu-latn", "UTC", "Pacific/Auckland");
  expect(theirs).toContain("24");
});

test("the end of a slot", () => {
  expect(endOf({ start: "2026-10-25T01:30:00+01:00", minutes: 45 })).toBe("2026-10-25T01:15:00.000Z");
});
