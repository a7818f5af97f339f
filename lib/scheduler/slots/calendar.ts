/** A date of the Gregorian calendar, "2026-11-23". Dates in this form compare as texts. */
export type Day = string;
/** "2026-11" */
export type Month = string;

/** The month that a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The same instant for every reader of a date: midnight UTC. */
export function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** So many days later; earlier, when `count` is negative. */
export function addDays(day: Day, count: number): Day {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** So many months later; earlier, when `count` is negative. */
export function addMonths(month: Month, count: number): Month {
  const date = dateOf(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
}

/** The same day of another month, or that month's last day: 31 January becomes 28 February. */
export function inMonth(day: Day, month: Month): Day {
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}-${day.slice(8)}`;
  return same > last ? last : same;
}

/**
 * The weeks of a month, seven places each; `null` where a place belongs to another month.
 * @param firstDay the day that weeks begin with, 1 (Monday) to 7 (Sunday)
 */
export function weeksOf(month: Month, firstDay: number): (Day | null)[][] {
  const first = `${month}-01`;
  const before = (dateOf(first).getUTCDay() - firstDay + 7) % 7;
  const weeks: (Day | null)[][] = [];
  for (let start = addDays(first, -before); monthOf(start) <= month; start = addDays(start, 7)) {
    const week = Array.from({ length: 7 }, (_, place) => addDays(start, place));
    weeks.push(week.map((day) => (monthOf(day) === month ? day : null)));
  }
  return weeks;
}
