import { addDays, addMonths, type Day, dateOf, monthOf } from "../../scheduler/slots/calendar";

/** How far back the figures go, until today. */
export const periods = ["month", "quarter", "year", "all"] as const;
export type Period = (typeof periods)[number];

const DAYS = { month: 30, quarter: 90, year: 365 } as const;

/**
 * The first day of a period that ends today.
 * @param earliest the day from which on anything is known; `null` when nothing is
 */
export function firstDayOf(period: Period, today: Day, earliest: Day | null): Day {
  if (period !== "all") return addDays(today, 1 - DAYS[period]);
  return earliest !== null && earliest < today ? earliest : today;
}

/** A part of a period: a day, a week or a month, cut off where the period begins or ends. */
export interface Span {
  from: Day;
  to: Day;
}
export type Unit = "day" | "week" | "month";

/** Days in a period of up to a month, weeks up to a year, then months: as many as can be told apart. */
export function unitOf(from: Day, to: Day): Unit {
  const days = (dateOf(to).getTime() - dateOf(from).getTime()) / (24 * 3600_000) + 1;
  if (days <= 31) return "day";
  return days <= 371 ? "week" : "month";
}

/**
 * A period in parts, without gaps.
 * @param firstWeekday the day that weeks begin with, 1 (Monday) to 7 (Sunday)
 */
export function spansOf(from: Day, to: Day, firstWeekday: number): Span[] {
  const unit = unitOf(from, to);
  const spans: Span[] = [];
  for (let begin = from; begin <= to; ) {
    const next = nextAfter(begin, unit, firstWeekday);
    const last = addDays(next, -1);
    spans.push({ from: begin, to: last < to ? last : to });
    begin = next;
  }
  return spans;
}

/** The day on which the next part begins. */
function nextAfter(day: Day, unit: Unit, firstWeekday: number): Day {
  if (unit === "day") return addDays(day, 1);
  if (unit === "month") return `${addMonths(monthOf(day), 1)}-01`;
  const into = (dateOf(day).getUTCDay() - firstWeekday + 7) % 7;
  return addDays(day, 7 - into);
}
