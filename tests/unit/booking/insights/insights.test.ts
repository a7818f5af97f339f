import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CallFact } from "../../../../lib/booking/insights/call-fact";
import { dayRows, insightsCsv, insightsJson } from "../../../../lib/booking/insights/export-insights";
import { type InsightsChoice, insightsOf, type Known } from "../../../../lib/booking/insights/insights";
import { addDays } from "../../../../lib/scheduler/slots/calendar";
import { call, counter } from "./given-calls";

const TODAY = "2026-11-21";
const NOW = Date.parse("2026-11-21T12:00:00Z");
const PAST = NOW - 1;
const all: InsightsChoice = { period: "all", portal: "", technician: "" };

const look = (known: Partial<Known>, choice: Partial<InsightsChoice> = {}) =>
  insightsOf(
    { calls: [], counters: [], ...known },
    { ...all, ...choice },
    { today: TODAY, now: NOW, firstWeekday: 1 },
  );

describe("from the card to the call", () => {
  test("cards come from the counters, calls from the bookings", () => {
    const counters = [counter({ shown: 5, opened: 2 }), counter({ day: "2026-11-21", shown: 3, opened: 1 })];
    const calls = [call(), call({ state: "cancelled" }), call({ source: "sync" })];
    expect(look({ calls, counters }).funnel).toEqual({ shown: 8, opened: 3, booked: 2, elsewhere: 1 });
  });

  test("what lies before the period, at another portal or with another technician is left out", () => {
    const known = {
      counters: [
        counter({ shown: 1 }),
        counter({ shown: 10, day: "2026-10-22" }),
        counter({ shown: 100, portal: "jobs" }),
        counter({ shown: 1000, technician: "" }),
      ],
      calls: [
        call(),
        call({ bookedOn: "2026-10-22" }),
        call({ portal: "jobs" }),
        call({ technician: "omar@example.com" }),
      ],
    };
    const choices: [Partial<InsightsChoice>, number, number][] = [
      [{}, 1111, 4],
      [{ period: "month" }, 1101, 3],
      [{ period: "month", portal: "help" }, 1001, 2],
      [{ period: "month", portal: "help", technician: "tess@example.com" }, 1, 1],
      [{ portal: "gone" }, 0, 0],
    ];
    for (const [choice, shown, booked] of choices)
      expect(look(known, choice).funnel).toMatchObject({ shown, booked });
  });
});

test("what became of the calls: only past ones that stand can be no-shows", () => {
  const calls = [
    call({ over: PAST, mark: "held" }),
    call({ over: PAST, mark: "no-show" }),
    call({ over: NOW, mark: "follow-up", moved: true }),
    call({ over: PAST }),
    call({ over: NOW + 1 }),
    call({ over: PAST, state: "cancelled", mark: "no-show" }),
    call({ over: PAST, state: "awaiting" }),
  ];
  expect(look({ calls }).outcomes).toEqual({
    booked: 7,
    moved: 1,
    cancelled: 1,
    over: 4,
    held: 1,
    noShow: 1,
    followUp: 1,
  });
});

test("calls are in the part of the period in which they were booked; after the last one, in the last", () => {
  const calls = ["2026-10-24", "2026-10-25", "2026-10-26", "2026-11-21", "2026-11-22"].map((bookedOn, at) =>
    call({ bookedOn, state: at === 1 ? "cancelled" : "booked" }),
  );
  const { spans, unit } = look({ calls }, { period: "quarter" });
  expect(unit).toBe("week");
  expect(spans.filter(({ booked }) => booked > 0)).toEqual([
    { from: "2026-10-19", to: "2026-10-25", booked: 2, cancelled: 1 },
    { from: "2026-10-26", to: "2026-11-01", booked: 1, cancelled: 0 },
    { from: "2026-11-16", to: "2026-11-21", booked: 2, cancelled: 0 },
  ]);
});

test("the hours of the week hold calls that stand and whose time is known", () => {
  const calls = [
    call({ starts: { weekday: 1, hour: 0 } }),
    call({ starts: { weekday: 7, hour: 23 } }),
    call({ starts: { weekday: 7, hour: 23 }, state: "awaiting" }),
    call({ starts: { weekday: 7, hour: 23 }, state: "cancelled" }),
    call({ starts: null }),
  ];
  const { hours } = look({ calls });
  expect(hours.map((day) => day.length)).toEqual([24, 24, 24, 24, 24, 24, 24]);
  expect([hours[0]?.[0], hours[6]?.[23]]).toEqual([1, 2]);
  expect(hours.flat().reduce((sum, count) => sum + count, 0)).toBe(3);
});

test("parts are sorted by calls, then by cards, and hold their own figures only", () => {
  const known = {
    calls: [
      call({ technician: "omar@example.com" }),
      call({ technician: "omar@example.com", state: "cancelled" }),
    ],
    counters: [counter({ shown: 2 }), counter({ technician: "", shown: 7, opened: 1 })],
  };
  const { technicians, portals } = look(known);
  expect(technicians).toMatchObject([
    { id: "omar@example.com", shown: 0, booked: 2, cancelled: 1 },
    { id: "", shown: 7, opened: 1, booked: 0 },
    { id: "tess@example.com", shown: 2, booked: 0 },
  ]);
  expect(portals).toMatchObject([{ id: "help", shown: 9, opened: 1, booked: 2, cancelled: 1 }]);
});

test("nothing known is nothing, and no mistake", () => {
  const { funnel, spans, leadTimes, technicians } = look({});
  expect(funnel).toEqual({ shown: 0, opened: 0, booked: 0, elsewhere: 0 });
  expect(spans).toEqual([{ from: TODAY, to: TODAY, booked: 0, cancelled: 0 }]);
  expect(leadTimes.median).toBeNull();
  expect(technicians).toEqual([]);
});

const anyDay = fc.integer({ min: -900, max: 1 }).map((count) => addDays(TODAY, count));
const anyCall: fc.Arbitrary<CallFact> = fc.record({
  portal: fc.constantFrom("help", "jobs"),
  technician: fc.constantFrom("tess@example.com", "omar@example.com"),
  state: fc.constantFrom("booked" as const, "awaiting" as const, "cancelled" as const),
  mark: fc.constantFrom(null, "held" as const, "no-show" as const, "follow-up" as const),
  source: fc.constantFrom("here" as const, "sync" as const),
  bookedOn: anyDay,
  lead: fc.option(fc.integer({ min: -1000, max: 1e10 })),
  starts: fc.option(
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), hour: fc.integer({ min: 0, max: 23 }) }),
  ),
  over: fc.integer({ min: NOW - 1e9, max: NOW + 1e9 }),
  moved: fc.boolean(),
});
const anyCounter = fc.record({
  day: anyDay,
  portal: fc.constantFrom("help", "jobs"),
  technician: fc.constantFrom("tess@example.com", ""),
  shown: fc.nat(50),
  opened: fc.nat(50),
});
const anyKnown = fc.record({ calls: fc.array(anyCall), counters: fc.array(anyCounter) });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test("whatever there is: time, technicians, portals and the export each add up to the whole", () => {
  fc.assert(
    fc.property(anyKnown, fc.constantFrom("month", "quarter", "year", "all"), (known, period) => {
      const choice = { ...all, period: period as InsightsChoice["period"] };
      const insights = look(known, choice);
      const { funnel, outcomes, spans, technicians, portals, hours } = insights;
      const rows = dayRows(known, choice, insights.from);
      expect(sum(spans.map(({ booked }) => booked))).toBe(outcomes.booked);
      expect(sum(spans.map(({ cancelled }) => cancelled))).toBe(outcomes.cancelled);
      expect(sum(hours.flat())).toBeLessThanOrEqual(outcomes.booked - outcomes.cancelled);
      for (const parts of [technicians, portals]) {
        for (const figure of ["shown", "opened", "booked", "elsewhere"] as const)
          expect(sum(parts.map((part) => part[figure]))).toBe(funnel[figure]);
        for (const figure of ["moved", "cancelled", "over", "noShow"] as const)
          expect(sum(parts.map((part) => part[figure]))).toBe(outcomes[figure]);
      }
      expect(sum(rows.map(({ shown }) => shown))).toBe(funnel.shown);
      expect(sum(rows.map(({ booked }) => booked))).toBe(funnel.booked);
      expect(sum(rows.map(({ cancelled }) => cancelled))).toBe(outcomes.cancelled);
    }),
  );
});

test("choosing one part after the other adds up to everything", () => {
  fc.assert(
    fc.property(anyKnown, (known) => {
      const parts = ["help", "jobs"].map((portal) => look(known, { portal }).funnel);
      const whole = look(known).funnel;
      for (const figure of ["shown", "opened", "booked"] as const)
        expect(sum(parts.map((part) => part[figure]))).toBe(whole[figure]);
    }),
  );
});

describe("the files", () => {
  const known = {
    calls: [
      call({ technician: "=cmd()@example.com", mark: "no-show", moved: true }),
      call({ source: "sync" }),
    ],
    counters: [counter({ shown: 4, opened: 2 })],
  };
  const rows = dayRows(known, all, "2026-11-01");

  test("a table, a row for each day, portal and technician; no cell is a formula", () => {
    expect(insightsCsv(rows).split("\r\n")).toEqual([
      "day,portal,technician,shown,opened,booked,booked_elsewhere,moved,cancelled,held,no_show,follow_up",
      "2026-11-20,help,'=cmd()@example.com,0,0,1,0,1,0,0,1,0",
      "2026-11-20,help,tess@example.com,4,2,0,1,0,0,0,0,0",
      "",
    ]);
  });

  test("JSON, with what was chosen and what is shown", () => {
    const choice = { ...all, period: "month" } as const;
    const file: unknown = JSON.parse(insightsJson(look(known, choice), choice, "Europe/Berlin", rows));
    expect(file).toMatchObject({
      version: 1,
      period: "month",
      timeZone: "Europe/Berlin",
      from: "2026-10-23",
      to: TODAY,
      funnel: { shown: 4, opened: 2, booked: 1, elsewhere: 1 },
      days: [{ technician: "=cmd()@example.com", noShow: 1 }, { shown: 4 }],
    });
  });
});
