import type { RetentionState } from "./state";

const DAY = 24 * 3600_000;
/** So far a clock may go between two runs without a question: a holiday with the browser closed. */
const LONGEST_STEP = 35 * DAY;
/** After a jump the clock has to go on as clocks do for so long, before anything is deleted by it. */
const PROBATION = 7 * DAY;
/** At this hour something is deleted. */
const NIGHT = 3;

/**
 * Looks at the clock. One that has jumped by more than 35 days, or backwards, is not believed for a week: a wrong date
 * would make everything old at once. Nor is the first run believed, of which nothing is known.
 */
export function lookAtClock(
  { last, jumpedAt }: Pick<RetentionState, "last" | "jumpedAt">,
  now: Date,
): { last: string; jumpedAt: string | null; isBelieved: boolean } {
  const at = now.toISOString();
  const step = last === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(last);
  if (step < 0 || step > LONGEST_STEP) return { last: at, jumpedAt: at, isBelieved: false };
  const isOver = jumpedAt === null || now.getTime() - Date.parse(jumpedAt) >= PROBATION;
  return { last: at, jumpedAt: isOver ? null : jumpedAt, isBelieved: isOver };
}

/** The first night after a moment: when a change of the settings counts. */
export function nightAfter(moment: Date): Date {
  const night = new Date(moment);
  night.setHours(NIGHT, 0, 0, 0);
  if (night <= moment) night.setDate(night.getDate() + 1);
  return night;
}

/** The moment so many days ago. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}
