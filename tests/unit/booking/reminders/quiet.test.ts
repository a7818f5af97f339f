import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quietUntil } from "../../../../lib/booking/reminders/quiet";
import { offsetOf, transitionsOf, zones } from "../../scheduler/slots/transitions";

const MINUTE = 60_000;
const until = (at: string, from: string, to: string, zone: string) =>
  new Date(quietUntil(Date.parse(at), { from, to }, zone)).toISOString().replace(":00.000Z", "Z");

test.each([
  ["outside", "2026-11-21T12:00:00Z", "22:00", "07:00", "UTC", "2026-11-21T12:00Z"],
  ["before midnight", "2026-11-21T22:30:00Z", "22:00", "07:00", "UTC", "2026-11-22T07:00Z"],
  ["after midnight", "2026-11-22T03:30:00Z", "22:00", "07:00", "UTC", "2026-11-22T07:00Z"],
  ["the first minute", "2026-11-21T22:00:00Z", "22:00", "07:00", "UTC", "2026-11-22T07:00Z"],
  ["the last minute", "2026-11-22T06:59:00Z", "22:00", "07:00", "UTC", "2026-11-22T07:00Z"],
  ["the minute after", "2026-11-22T07:00:00Z", "22:00", "07:00", "UTC", "2026-11-22T07:00Z"],
  ["within one day", "2026-11-21T12:15:00Z", "12:00", "13:00", "UTC", "2026-11-21T13:00Z"],
  ["no hours at all", "2026-11-21T12:00:00Z", "12:00", "12:00", "UTC", "2026-11-21T12:00Z"],
  ["the zone's clock counts", "2026-11-21T21:30:00Z", "22:00", "07:00", "Europe/Berlin", "2026-11-22T06:00Z"],
  ["a zone with 45 minutes", "2026-11-21T16:20:00Z", "22:00", "07:00", "Asia/Kathmandu", "2026-11-22T01:15Z"],
  ["a night of 8 hours", "2027-03-27T21:30:00Z", "22:00", "07:00", "Europe/Berlin", "2027-03-28T05:00Z"],
  ["a night of 10 hours", "2026-10-24T20:30:00Z", "22:00", "07:00", "Europe/Berlin", "2026-10-25T06:00Z"],
  ["an end that is skipped", "2027-03-28T00:30:00Z", "22:00", "02:30", "Europe/Berlin", "2027-03-28T01:00Z"],
  ["an end that comes twice", "2026-10-25T00:10:00Z", "22:00", "02:30", "Europe/Berlin", "2026-10-25T00:30Z"],
])("%s", (_, at, from, to, zone, expected) => {
  expect(until(at, from, to, zone)).toBe(expected);
});

test("without quiet hours, every instant is told at once", () => {
  expect(quietUntil(123, null, "UTC")).toBe(123);
});

describe("in every zone, around its changes", () => {
  const zone = fc.constantFrom(...zones.filter((one) => transitionsOf(one).length > 0));
  const minute = fc.nat(24 * 60 - 1);
  const written = (of: number) =>
    `${String(Math.floor(of / 60)).padStart(2, "0")}:${String(of % 60).padStart(2, "0")}`;

  test("the end is the first minute whose clock shows a time outside", () => {
    fc.assert(
      fc.property(
        zone,
        fc.nat(),
        fc.integer({ min: -36, max: 12 }),
        minute,
        minute,
        (name, which, hours, from, to) => {
          const changes = transitionsOf(name);
          const at = (changes[which % changes.length] ?? 0) + hours * 60 * MINUTE;
          const isQuiet = (instant: number) => {
            // Asked of Intl in another way than the code does.
            const clock = (((instant / MINUTE + offsetOf(instant, name)) % 1440) + 1440) % 1440;
            return from <= to ? from <= clock && clock < to : from <= clock || clock < to;
          };
          const end = quietUntil(at, { from: written(from), to: written(to) }, name);
          let first = at;
          while (isQuiet(first)) first += MINUTE;
          expect(end).toBe(first);
        },
      ),
      { numRuns: 300 },
    );
  });
});
