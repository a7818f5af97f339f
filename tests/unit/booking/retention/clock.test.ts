import fc from "fast-check";
import { expect, test } from "vitest";
import { lookAtClock, nightAfter } from "../../../../lib/booking/retention/clock";

const DAY = 24 * 3600_000;
const NOW = new Date("2026-11-20T12:00:00.000Z");
const ago = (days: number) => new Date(NOW.getTime() - days * DAY).toISOString();

test.each<[string, string | null, string | null, boolean, string | null]>([
  ["the first run knows nothing", null, null, false, NOW.toISOString()],
  ["the next night", ago(1), null, true, null],
  ["after a holiday", ago(34), null, true, null],
  ["the clock jumped far ahead", ago(36), null, false, NOW.toISOString()],
  ["the clock was years ahead", ago(4000), null, false, NOW.toISOString()],
  ["the clock went back", ago(-1), null, false, NOW.toISOString()],
  ["the day after a jump", ago(1), ago(1), false, ago(1)],
  ["nearly a week after a jump", ago(1), ago(6.9), false, ago(6.9)],
  ["a week after a jump", ago(1), ago(7), true, null],
  ["another jump in that week", ago(40), ago(41), false, NOW.toISOString()],
])("%s", (_, last, jumpedAt, isBelieved, jumped) => {
  expect(lookAtClock({ last, jumpedAt }, NOW)).toEqual({
    last: NOW.toISOString(),
    jumpedAt: jumped,
    isBelieved,
  });
});

test("whatever a clock does, it is believed only after a week of walking", () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: 1, max: 34 }), fc.integer({ min: -4000, max: 4000 })), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(steps, (days) => {
      let state: { last: string | null; jumpedAt: string | null } = { last: null, jumpedAt: null };
      let at = NOW.getTime();
      let walked = 0; // since the last jump
      for (const [turn, step] of days.entries()) {
        at += step * DAY;
        const { isBelieved, ...next } = lookAtClock(state, new Date(at));
        const jumped = turn === 0 || step < 0 || step > 35;
        walked = jumped ? 0 : walked + step;
        expect(isBelieved).toBe(!jumped && walked >= 7);
        state = next;
      }
    }),
  );
});

test.each([
  ["2026-11-20T12:00:00.000Z", "2026-11-21T03:00:00.000Z"],
  ["2026-11-20T02:59:59.000Z", "2026-11-20T03:00:00.000Z"],
  ["2026-11-20T03:00:00.000Z", "2026-11-21T03:00:00.000Z"],
  ["2026-12-31T23:00:00.000Z", "2027-01-01T03:00:00.000Z"],
])("the night after %s", (moment, night) => expect(nightAfter(new Date(moment)).toISOString()).toBe(night));
