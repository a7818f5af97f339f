const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A format, made once. A month of 600 slots asks for the same few again and again, and making one takes fifty times
 * as long as using it. Gregorian, since schedulers and portals are, whatever calendar the locale prefers.
 */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { calendar: "gregory", ...options });
  formats.set(key, known);
  return known;
}

/** Whether the browser knows the IANA name, such as "Europe/Berlin". */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What clock and calendar of a zone show, as if the zone were UTC: 14:00 in Berlin becomes 14:00Z. */
export function wallClock(instant: Date, timeZone: string): Date {
  const parts = format("en-u-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return new Date(
    Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) +
      (instant.getTime() % 1000),
  );
}

/** The date in a zone, as "2026-11-23". */
export function dayIn(instant: Date, timeZone: string): string {
  return wallClock(instant, timeZone).toISOString().slice(0, 10);
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * The same for many instants: a day on which the clock is not set is looked up once. Ten thousands of bookings would
 * take seconds otherwise.
 */
export function clockOf(timeZone: string): (instant: Date) => Date {
  const offset = (at: number) => wallClock(new Date(at), timeZone).getTime() - at;
  const days = new Map<number, { offset: number; isSet: boolean }>();
  return (instant) => {
    const day = Math.floor(instant.getTime() / DAY);
    const known = days.get(day) ?? {
      offset: offset(day * DAY),
      isSet: offset(day * DAY) !== offset((day + 1) * DAY),
    };
    days.set(day, known);
    return known.isSet ? wallClock(instant, timeZone) : new Date(instant.getTime() + known.offset);
  };
}

/** Whether the zone's clock shows this time twice, because it is set back before or after it. */
function isRepeated(instant: Date, timeZone: string): boolean {
  const offset = (at: number) => wallClock(new Date(at), timeZone).getTime() - at;
  const at = instant.getTime();
  const own = offset(at);
  return [offset(at - DAY), offset(at + DAY)].some(
    (other) => other !== own && offset(at + own - other) === other,
  );
}

/** Hours with a leading zero where the locale writes short times so: "numeric" drops it in some, such as en-GB. */
function clock(locale: string): Intl.DateTimeFormatOptions {
  const parts = format(locale, { timeStyle: "short", timeZone: "UTC" }).formatToParts(2 * 60 * 60 * 1000);
  const hour = parts.find(({ type }) => type === "hour")?.value;
  return { hour: hour?.length === 2 ? "2-digit" : "numeric", minute: "2-digit" };
}

const date: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };

/**
 * An instant on a zone's clock: "14:00" or "2:00 PM", as the locale writes it. A time that comes twice that day says
 * which one it is: "02:30 MESZ".
 */
export function writeTime(instant: Date, locale: string, timeZone: string, withDay = false): string {
  return format(locale, {
    ...(withDay ? date : {}),
    ...clock(locale),
    timeZone,
    ...(isRepeated(instant, timeZone) ? { timeZoneName: "short" } : {}),
  }).format(instant);
}

/** From start to end: "14:00 – 14:30", or "Mon, 23 Nov, 14:00 – 14:30". */
export function writeRange(
  start: Date,
  end: Date,
  locale: string,
  timeZone: string,
  withDay: boolean,
): string {
  if (isRepeated(start, timeZone) || isRepeated(end, timeZone)) {
    const otherDay = dayIn(start, timeZone) !== dayIn(end, timeZone);
    return `${writeTime(start, locale, timeZone, withDay)} – ${writeTime(end, locale, timeZone, otherDay)}`;
  }
  return format(locale, { ...(withDay ? date : {}), ...clock(locale), timeZone }).formatRange(start, end);
}
