const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Waits after the first failure, the second, …, in seconds. Alarms come no earlier than half a minute. */
const STEPS = [30, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR];

/**
 * How long to wait after a failure, in milliseconds: longer each time, a day at most, and up to a tenth more, so that
 * browsers which failed together do not come back together.
 * @param failures this one included
 * @param asked seconds that the receiver asked for; honoured up to a day
 */
export function backOff(failures: number, asked: number | null, random = Math.random): number {
  const step = STEPS[failures - 1] ?? DAY;
  return Math.max(step, Math.min(asked ?? 0, DAY)) * (1 + random() / 10) * 1000;
}

/** Seconds of a Retry-After header: a number, or a date; `null` for none. */
export function retryAfter(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text);
  const seconds = Math.ceil((Date.parse(text) - now.getTime()) / 1000);
  return seconds > 0 ? seconds : null;
}
