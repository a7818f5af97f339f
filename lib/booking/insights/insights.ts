import type { Day } from "../../scheduler/slots/calendar";
import type { CallFact } from "./call-fact";
import type { Counter } from "./counter";
import { type LeadTimes, leadTimesOf } from "./lead-times";
import { type Outcomes, outcomesOf } from "./outcomes";
import { firstDayOf, type Period, type Span, spansOf, type Unit, unitOf } from "./period";

/** What the person wants to see; an empty text stands for everything. */
export interface InsightsChoice {
  period: Period;
  portal: string;
  technician: string;
}

/** From the card to the booked call. */
interface Funnel {
  shown: number;
  opened: number;
  /** Booked in this browser. */
  booked: number;
  /** Booked elsewhere and learnt of: no card of ours led there. */
  elsewhere: number;
}

/** The figures of one technician, or of one portal. */
export interface Part extends Funnel, Omit<Outcomes, "booked"> {
  id: string;
}

/** The figures of a period: of the calls that were booked in it, and of the cards that were shown in it. */
export interface Insights {
  from: Day;
  to: Day;
  unit: Unit;
  funnel: Funnel;
  /** How many calls were booked when; the cancelled ones among them. */
  spans: (Span & { booked: number; cancelled: number })[];
  leadTimes: LeadTimes;
  outcomes: Outcomes;
  /** Calls that stand, by the hour in which they start: `hours[weekday - 1][hour]`, Monday first. */
  hours: number[][];
  technicians: Part[];
  portals: Part[];
}

export interface Known {
  calls: readonly CallFact[];
  counters: readonly Counter[];
}

/** The clock and the calendar of the person who looks. */
export interface Viewer {
  today: Day;
  /** In milliseconds since 1970. */
  now: number;
  /** The day that weeks begin with, 1 (Monday) to 7 (Sunday). */
  firstWeekday: number;
}

/** Computes the figures of a period. */
export function insightsOf(
  known: Known,
  choice: InsightsChoice,
  { today, now, firstWeekday }: Viewer,
): Insights {
  const from = firstDayOf(choice.period, today, earliestOf(known));
  const { calls, counters } = chosen(known, choice, from);
  return {
    from,
    to: today,
    unit: unitOf(from, today),
    funnel: funnelOf(calls, counters),
    spans: bookedIn(calls, spansOf(from, today, firstWeekday)),
    leadTimes: leadTimesOf(calls.flatMap(({ lead }) => lead ?? [])),
    outcomes: outcomesOf(calls, now),
    hours: hoursOf(calls),
    technicians: partsOf(calls, counters, ({ technician }) => technician, now),
    portals: partsOf(calls, counters, ({ portal }) => portal, now),
  };
}

/** What belongs to a choice, from a day on. */
export function chosen({ calls, counters }: Known, choice: InsightsChoice, from: Day): Known {
  const fits = ({ portal, technician }: Pick<CallFact, "portal" | "technician">) =>
    (choice.portal === "" || portal === choice.portal) &&
    (choice.technician === "" || technician === choice.technician);
  return {
    calls: calls.filter((call) => call.bookedOn >= from && fits(call)),
    counters: counters.filter((counter) => counter.day >= from && fits(counter)),
  };
}

function earliestOf({ calls, counters }: Known): Day | null {
  let earliest: Day | null = null;
  for (const { bookedOn } of calls) if (earliest === null || bookedOn < earliest) earliest = bookedOn;
  for (const { day } of counters) if (earliest === null || day < earliest) earliest = day;
  return earliest;
}

function funnelOf(calls: readonly CallFact[], counters: readonly Counter[]): Funnel {
  const here = calls.filter(({ source }) => source === "here").length;
  return {
    shown: counters.reduce((sum, { shown }) => sum + shown, 0),
    opened: counters.reduce((sum, { opened }) => sum + opened, 0),
    booked: here,
    elsewhere: calls.length - here,
  };
}

/** A call of a day after the last one – the person has travelled – belongs to the last. */
function bookedIn(calls: readonly CallFact[], spans: readonly Span[]): Insights["spans"] {
  const counted = spans.map((span) => ({ ...span, booked: 0, cancelled: 0 }));
  for (const { bookedOn, state } of calls) {
    const span = counted[indexOf(spans, bookedOn)];
    if (!span) continue;
    span.booked++;
    if (state === "cancelled") span.cancelled++;
  }
  return counted;
}

/** The last part that begins on a day or before it; parts are in order. */
function indexOf(spans: readonly Span[], day: Day): number {
  let [low, high] = [0, spans.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((spans[middle]?.from ?? day) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

function hoursOf(calls: readonly CallFact[]): number[][] {
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { starts, state } of calls) {
    const day = starts && state !== "cancelled" ? hours[starts.weekday - 1] : undefined;
    if (day && starts) day[starts.hour] = (day[starts.hour] ?? 0) + 1;
  }
  return hours;
}

/** The same figures for each technician or portal, those with most calls first. */
function partsOf(
  calls: readonly CallFact[],
  counters: readonly Counter[],
  idOf: (of: Pick<CallFact, "portal" | "technician">) => string,
  now: number,
): Part[] {
  const parts = new Map<string, { calls: CallFact[]; counters: Counter[] }>();
  const partOf = (of: CallFact | Counter) => {
    const part = parts.get(idOf(of)) ?? { calls: [], counters: [] };
    parts.set(idOf(of), part);
    return part;
  };
  for (const call of calls) partOf(call).calls.push(call);
  for (const counter of counters) partOf(counter).counters.push(counter);
  return [...parts]
    .map(([id, part]) => ({
      id,
      ...outcomesOf(part.calls, now),
      ...funnelOf(part.calls, part.counters),
    }))
    .sort(
      (one, other) => other.booked - one.booked || other.shown - one.shown || (one.id < other.id ? -1 : 1),
    );
}
