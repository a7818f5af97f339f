import { addDays, type Day, dateOf, type Month } from "./calendar";

/** Where weeks do not begin on Monday (CLDR 48): for browsers whose `Intl.Locale` does not say. */
const SATURDAY = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY".split(" ");
const SUNDAY = (
  "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP " +
  "PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
).split(" ");

/** What browsers have under one of two names, and TypeScript under none. */
interface WithWeekInfo {
  weekInfo?: { firstDay: number };
  getWeekInfo?(): { firstDay: number };
}

/**
 * The day that weeks begin with, 1 (Monday) to 7 (Sunday).
 * @param ask how a browser answers; `null` when it does not know
 */
export function firstDayOfWeek(locale: string, ask = askBrowser): number {
  const known = new Intl.Locale(locale);
  return ask(known) ?? fromRegion(known.maximize().region ?? "");
}

function askBrowser(locale: Intl.Locale & WithWeekInfo): number | null {
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? null;
}

function fromRegion(region: string): number {
  if (region === "MV") return 5;
  return SATURDAY.includes(region) ? 6 : SUNDAY.includes(region) ? 7 : 1;
}

/** The names of the seven days, in a week's order. `short` stands above a column, `long` is read out. */
export function namesOfDays(locale: string, firstDay: number): { short: string; long: string }[] {
  const names = (weekday: "short" | "long") =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC", calendar: "gregory" });
  const short = names("short");
  const long = names("long");
  return Array.from({ length: 7 }, (_, place) => {
    const date = dateOf(addDays("2024-01-01", firstDay - 1 + place)); // a Monday
    return { short: short.format(date), long: long.format(date) };
  });
}

/** "November 2026" */
export function nameOfMonth(month: Month, locale: string): string {
  return write(`${month}-01`, locale, { month: "long", year: "numeric" });
}

/** "Monday, 23 November" */
export function nameOfDay(day: Day, locale: string): string {
  return write(day, locale, { weekday: "long", day: "numeric", month: "long" });
}

/** "23", as the locale writes numbers. */
export function numberOfDay(day: Day, locale: string): string {
  return Number(day.slice(8)).toLocaleString(locale);
}

function write(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC", calendar: "gregory" }).format(
    dateOf(day),
  );
}
