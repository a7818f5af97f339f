import fc from "fast-check";
import { expect, test } from "vitest";
import { leadTimesOf } from "../../../../lib/booking/insights/lead-times";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [-HOUR, 0], // told afterwards that it took place
  [0, 0],
  [HOUR - 1, 0],
  [HOUR, 1],
  [4 * HOUR, 2],
  [DAY - 1, 2],
  [DAY, 3],
  [2 * DAY, 4],
  [7 * DAY, 5],
  [14 * DAY - 1, 5],
  [14 * DAY, 6],
  [400 * DAY, 6],
])("%i ms ahead is in group %i", (lead, group) => {
  expect(leadTimesOf([lead]).counts.indexOf(1)).toBe(group);
});

test.each([
  [[], null],
  [[HOUR], HOUR],
  [[3 * HOUR, HOUR], 2 * HOUR],
  [[9 * HOUR, HOUR, 2 * HOUR], 2 * HOUR],
  [[-HOUR, -HOUR, HOUR], 0],
])("the middle of %j is %j", (leads, median) => {
  expect(leadTimesOf(leads).median).toBe(median);
});

test("every call is in one group, and half of them lie on each side of the middle", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 * DAY }), { minLength: 1 }), (leads) => {
      const { counts, median } = leadTimesOf(leads);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(leads.length);
      const middle = median ?? Number.NaN;
      expect(leads.filter((lead) => lead < middle).length).toBeLessThanOrEqual(leads.length / 2);
      expect(leads.filter((lead) => lead > middle).length).toBeLessThanOrEqual(leads.length / 2);
    }),
  );
});
