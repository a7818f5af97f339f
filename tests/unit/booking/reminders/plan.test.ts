import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  HORIZON,
  planReminders,
  type RemindedCall,
  type Situation,
  toldKey,
} from "../../../../lib/booking/reminders/plan";
import { transitionsOf, zones } from "../../scheduler/slots/transitions";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse("2026-11-23T14:00:00Z");
const LEADS = [1440, 60, 10];

const call = (given: Partial<RemindedCall> = {}): RemindedCall => ({
  id: "one",
  start: START,
  over: START + HOUR / 2,
  since: 0,
  ...given,
});

function situation(now: number, given: Partial<Situation> = {}): Situation {
  return {
    calls: [call()],
    leads: LEADS,
    quiet: null,
    since: 0,
    told: new Set(),
    snoozes: new Map(),
    now,
    timeZone: "UTC",
    ...given,
  };
}

const ahead = (minutes: number) => START - minutes * MINUTE;
const leadsDue = (given: Situation) => planReminders(given).due.map(({ leads }) => leads);
const told = (...leads: number[]) => new Set(leads.map((lead) => toldKey(call(), lead)));
const nextIn = (given: Situation) => (planReminders(given).next - given.now) / MINUTE;

describe("what is due", () => {
  test.each<[string, Situation, number[][]]>([
    ["two days before: nothing", situation(ahead(2880)), []],
    ["a day before", situation(ahead(1440)), [[1440]]],
    ["a minute before that: nothing", situation(ahead(1441)), []],
    ["an hour before", situation(ahead(60), { told: told(1440) }), [[60]]],
    ["ten minutes before", situation(ahead(10), { told: told(1440, 60) }), [[10]]],
    ["told once is told", situation(ahead(9), { told: told(1440, 60, 10) }), []],
    ["asleep until 5 minutes before: one for all three", situation(ahead(5)), [[1440, 60, 10]]],
    ["asleep until 3 hours before: the first alone", situation(ahead(180)), [[1440]]],
    ["asleep until 9 minutes after the start: one can still join", situation(ahead(-9)), [[1440, 60, 10]]],
    ["asleep until 10 minutes after the start: dropped", situation(ahead(-10)), []],
    [
      "a call of 5 minutes that is over: dropped",
      situation(ahead(-6), { calls: [call({ over: ahead(-5) })] }),
      [],
    ],
    [
      "moved: another start is reminded of anew",
      situation(ahead(10) + HOUR, {
        calls: [call({ start: START + HOUR, over: START + 2 * HOUR })],
        told: told(1440, 60, 10),
      }),
      [[1440, 60, 10]],
    ],
    [
      "booked half an hour before: only what is still to come",
      situation(ahead(30), { calls: [call({ since: ahead(30) })] }),
      [],
    ],
    ["… and that is told", situation(ahead(10), { calls: [call({ since: ahead(30) })] }), [[10]]],
    [
      "booked by a clock that was a day ahead",
      situation(ahead(10), { calls: [call({ since: ahead(-1440) })] }),
      [[1440, 60, 10]],
    ],
    [
      "switched on an hour ago: what was due before is not made up for",
      situation(ahead(70), { since: ahead(130) }),
      [],
    ],
    ["no reminders are chosen", situation(ahead(5), { leads: [] }), []],
  ])("%s", (_, given, expected) => expect(leadsDue(given)).toEqual(expected));

  test("two calls are two reminders", () => {
    const calls = [call(), call({ id: "two" })];
    expect(planReminders(situation(ahead(10), { calls })).due.map(({ call: { id } }) => id)).toEqual([
      "one",
      "two",
    ]);
  });
});

describe("snoozed", () => {
  const snoozes = (until: number, start = START) => new Map([["one", { start, until }]]);
  const all = told(...LEADS);
  test.each<[string, Situation, number[][]]>([
    ["not before its time", situation(ahead(6), { told: all, snoozes: snoozes(ahead(5)) }), []],
    ["at its time", situation(ahead(5), { told: all, snoozes: snoozes(ahead(5)) }), [[]]],
    [
      "with a reminder that is due as well: one",
      situation(ahead(5), { told: told(1440, 60), snoozes: snoozes(ahead(5)) }),
      [[10]],
    ],
    ["until the start", situation(START, { told: all, snoozes: snoozes(START) }), [[]]],
    [
      "in quiet hours, too: somebody is awake",
      situation(ahead(5), {
        told: all,
        snoozes: snoozes(ahead(5)),
        quiet: { from: "00:00", to: "23:59" },
      }),
      [[]],
    ],
    [
      "of the time before the call was moved: no more",
      situation(ahead(5), { told: all, snoozes: snoozes(ahead(5), 1) }),
      [],
    ],
    ["long over", situation(ahead(-30), { told: all, snoozes: snoozes(ahead(5)) }), []],
  ])("%s", (_, given, expected) => expect(leadsDue(given)).toEqual(expected));
});

describe("quiet hours", () => {
  // The call is at 14:00; a day before is 14:00, too.
  const quiet = (from: string, to: string) => ({ quiet: { from, to } });
  test.each<[string, Situation, number[][]]>([
    ["held back", situation(ahead(1440), quiet("13:00", "15:00")), []],
    ["told when they end", situation(ahead(1380), quiet("13:00", "15:00")), [[1440]]],
    [
      "the last one is held back, too, while the call is still to come",
      situation(ahead(10), { ...quiet("13:30", "13:55"), told: told(1440, 60) }),
      [],
    ],
    [
      "… and told when they end",
      situation(ahead(5), { ...quiet("13:30", "13:55"), told: told(1440, 60) }),
      [[10]],
    ],
    [
      "the call is in quiet hours: the others are not told",
      situation(ahead(60), { ...quiet("13:00", "18:00"), told: told(1440) }),
      [],
    ],
    [
      "… the last one is, in time",
      situation(ahead(10), { ...quiet("13:00", "18:00"), told: told(1440) }),
      [[10]],
    ],
    [
      "… even if it is an hour before",
      situation(ahead(60), { ...quiet("12:00", "18:00"), leads: [60] }),
      [[60]],
    ],
    [
      "of another zone: the clock there counts",
      situation(ahead(1440), { ...quiet("13:00", "15:00"), timeZone: "Asia/Tokyo" }),
      [[1440]],
    ],
  ])("%s", (_, given, expected) => expect(leadsDue(given)).toEqual(expected));
});

describe("when to look again", () => {
  test.each<[string, Situation, number]>([
    ["at the next reminder", situation(ahead(70), { told: told(1440) }), 10],
    ["at the latest in half an hour, with a call ahead", situation(ahead(300), { told: told(1440) }), 30],
    ["in 12 hours without any call", situation(0, { calls: [] }), HORIZON / MINUTE],
    ["in 12 hours when all is told", situation(ahead(5), { told: told(...LEADS) }), HORIZON / MINUTE],
    [
      "when it is snoozed until",
      situation(ahead(5), {
        told: told(...LEADS),
        snoozes: new Map([["one", { start: START, until: ahead(2) }]]),
      }),
      3,
    ],
  ])("%s", (_, given, minutes) => expect(nextIn(given)).toBe(minutes));
});

/** Lives through days around a change of the zone's clock; alarms come late, the worker forgets all but the marks. */
function live(
  zone: string,
  start: number,
  quiet: Situation["quiet"],
  leads: number[],
  lateness: readonly number[],
) {
  const one = call({ start, over: start + HOUR });
  const marks = new Set<string>();
  const notifications: { at: number; leads: number[] }[] = [];
  let now = start - 30 * HOUR;
  for (let turn = 0; now < start + 2 * HOUR; turn++) {
    const plan = planReminders(situation(now, { calls: [one], leads, quiet, told: marks, timeZone: zone }));
    for (const { leads: due } of plan.due) {
      notifications.push({ at: now, leads: due });
      for (const lead of due) marks.add(toldKey(one, lead));
    }
    expect(plan.next).toBeGreaterThan(now);
    expect(plan.next - now).toBeLessThanOrEqual(HORIZON);
    now = plan.next + (lateness[turn % lateness.length] ?? 0) * MINUTE;
  }
  return notifications;
}

const anyZone = fc.constantFrom(...zones.filter((zone) => transitionsOf(zone).length > 0));
const anyLeads = fc.uniqueArray(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 5 });
const anyQuiet = fc.option(
  fc.tuple(fc.nat(23), fc.nat(23)).map(([from, to]) => ({
    from: `${String(from).padStart(2, "0")}:00`,
    to: `${String(to).padStart(2, "0")}:30`,
  })),
);

test("around every change of a zone's clock: each reminder once, none late, and never after the call", () => {
  fc.assert(
    fc.property(
      anyZone,
      fc.nat(),
      fc.integer({ min: -26 * 4, max: 26 * 4 }),
      anyLeads,
      (zone, which, quarters, leads) => {
        const changes = transitionsOf(zone);
        const start = (changes[which % changes.length] ?? 0) + quarters * 15 * MINUTE;
        const all = live(zone, start, null, leads, [0]);
        expect(all).toEqual(
          leads.toSorted((a, b) => b - a).map((lead) => ({ at: start - lead * MINUTE, leads: [lead] })),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test("with sleep and quiet hours: each reminder at most once, and the person hears of the call before it begins", () => {
  fc.assert(
    fc.property(
      anyZone,
      fc.nat(),
      anyLeads,
      anyQuiet,
      fc.oneof(fc.constant([0]), fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 })),
      (zone, which, leads, quiet, lateness) => {
        const changes = transitionsOf(zone);
        const start = (changes[which % changes.length] ?? 0) + 5 * HOUR;
        const all = live(zone, start, quiet, leads, lateness);
        const each = all.flatMap(({ leads: due }) => due);
        expect(new Set(each).size).toBe(each.length);
        for (const { at } of all) expect(at).toBeLessThan(start + 10 * MINUTE);
        if (Math.max(...lateness) < 1) expect(all.some(({ at }) => at < start)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
