import fc from "fast-check";
import { expect, test } from "vitest";
import { clockOf, wallClock } from "../../lib/zoned-time";

const MINUTE = 60_000;
/** Around the days on which these clocks were set, by whole and by half hours, at midnight and at night. */
const changes = [
  "2026-03-29T01:00Z",
  "2026-10-25T01:00Z",
  "2026-04-04T15:00Z",
  "2026-09-06T04:00Z",
  "2011-12-30T10:00Z",
];
const instants = fc.oneof(
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -2880, max: 2880 }))
    .map(([change, minutes]) => new Date(Date.parse(change) + minutes * MINUTE)),
  fc.date({ min: new Date("2000-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
);

test.each([
  "UTC",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "America/Santiago",
  "Pacific/Apia",
  "Asia/Kathmandu",
])("in %s many instants are read as each alone is", (timeZone) => {
  fc.assert(
    fc.property(fc.array(instants, { maxLength: 20 }), (all) => {
      const clock = clockOf(timeZone);
      expect(all.map(clock)).toEqual(all.map((instant) => wallClock(instant, timeZone)));
    }),
  );
});
