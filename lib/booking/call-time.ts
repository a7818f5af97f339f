/** Calls further ahead are mistyped, in days. */
const MAX_AHEAD = 366;
/** A call that begins while its time is typed is no mistake, in milliseconds. */
const GRACE = 5 * 60_000;
const DAY = 24 * 3600_000;

/** A time as a person typed it, for a call to come. */
export type TypedTime = { ok: true; start: string } | { ok: false; problem: "empty" | "past" | "far" };

/**
 * Reads what a `datetime-local` field holds (`2026-11-23T14:00`), in the browser's time zone.
 * @returns the instant (ISO), or what is wrong with it
 */
export function readTypedTime(typed: string, now: Date): TypedTime {
  const time = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d/.test(typed) ? Date.parse(typed) : Number.NaN;
  if (Number.isNaN(time)) return { ok: false, problem: "empty" };
  const problem = problemOf(time, now);
  return problem ? { ok: false, problem } : { ok: true, start: new Date(time).toISOString() };
}

/** Whether a call may begin then: not in the past, not further ahead than a year. */
export function isCallTime(start: string, now: Date): boolean {
  return problemOf(Date.parse(start), now) === null;
}

function problemOf(time: number, now: Date): "past" | "far" | null {
  if (time < now.getTime() - GRACE) return "past";
  return time > now.getTime() + MAX_AHEAD * DAY ? "far" : null;
}
