import type { QuietHours } from "../../settings/reminders";
import { wallClock } from "../../zoned-time";

const MINUTE = 60_000;
/** A clock is looked at again at the latest so many minutes later: it may have been set in between. */
const STEP = 60;

/**
 * When the quiet hours are over in which an instant lies: the first minute at which the zone's clock shows a time outside
 * of them, also where the clock is set forward or back in that night.
 * @param at milliseconds since 1970
 * @returns the instant itself when it is in no quiet hours
 */
export function quietUntil(at: number, quiet: QuietHours | null, timeZone: string): number {
  if (!quiet || !isQuiet(at, quiet, timeZone)) return at;
  let last = Math.floor(at / MINUTE);
  let next = last;
  do {
    last = next;
    next += Math.min(minutesTo(quiet.to, last * MINUTE, timeZone), STEP);
  } while (isQuiet(next * MINUTE, quiet, timeZone));
  // The clock may have been set forward on the way; there is one end within a step.
  while (next - last > 1) {
    const middle = Math.floor((last + next) / 2);
    if (isQuiet(middle * MINUTE, quiet, timeZone)) last = middle;
    else next = middle;
  }
  return next * MINUTE;
}

function isQuiet(at: number, { from, to }: QuietHours, timeZone: string): boolean {
  const [begin, end, now] = [minuteOf(from), minuteOf(to), minuteAt(at, timeZone)];
  return begin <= end ? begin <= now && now < end : begin <= now || now < end;
}

/** Minutes on the clock until it shows a time of the day, if nobody sets it; at least one. */
function minutesTo(time: string, at: number, timeZone: string): number {
  const left = minuteOf(time) - minuteAt(at, timeZone);
  return left > 0 ? left : left + 24 * 60;
}

function minuteAt(at: number, timeZone: string): number {
  const clock = wallClock(new Date(at), timeZone);
  return clock.getUTCHours() * 60 + clock.getUTCMinutes();
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
