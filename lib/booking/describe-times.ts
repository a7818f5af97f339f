import { dayIn, isTimeZone, writeRange, writeTime } from "../zoned-time";
import type { BookedCall } from "./outcome";

/** A call's time in words, for both sides. `zone` is `null` when the technician's zone is unknown: then it is UTC. */
export interface Times {
  yours: string;
  theirs: string;
  zone: string | null;
}

/**
 * Writes a call's time in the browser's zone ("Mon, 23 Nov, 14:00 – 14:30") and in the technician's.
 * @param locale BCP 47 tag of the language that the extension speaks
 * @returns `null` when the time is not known
 */
export function describeTimes(
  call: Pick<BookedCall, "start" | "end" | "timeZone">,
  locale: string,
  here = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Times | null {
  if (!call.start) return null;
  const start = new Date(call.start);
  const end = call.end ? new Date(call.end) : null;
  const zone = call.timeZone && isTimeZone(call.timeZone) ? call.timeZone : null;
  const sameDay = zone !== null && dayIn(start, zone) === dayIn(start, here);
  const write = (timeZone: string, withDay: boolean) =>
    end && end > start
      ? writeRange(start, end, locale, timeZone, withDay)
      : writeTime(start, locale, timeZone, withDay);
  return { yours: write(here, true), theirs: write(zone ?? "UTC", !sameDay), zone };
}

/** When a call starts, for a place that is small: "23 Nov, 14:00"; `null` when that is not known. */
export function shortTime(
  { start }: Pick<BookedCall, "start">,
  locale: string,
  here = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string | null {
  if (!start) return null;
  const format = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZone: here,
  });
  return format.format(new Date(start));
}
