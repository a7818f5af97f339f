const language = navigator.language;

/** The visitor's time zone, or the one that the link asks for. */
export const timeZone =
  new URLSearchParams(location.search).get("cal.tz") ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

const isoDay = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
const clock = new Intl.DateTimeFormat(language, { timeZone, timeStyle: "short" });
const longDay = new Intl.DateTimeFormat(language, {
  timeZone,
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const shortDay = new Intl.DateTimeFormat(language, {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "short",
});
const monthName = new Intl.DateTimeFormat(language, { timeZone: "UTC", month: "long", year: "numeric" });
const weekday = new Intl.DateTimeFormat(language, { timeZone: "UTC", weekday: "short" });

/** "2026-11-23" of an instant, in the visitor's time zone. */
export const dayOf = (instant) => isoDay.format(new Date(instant));

/** "14:30" */
export const timeOf = (instant) => clock.format(new Date(instant));

/** "Monday, 23 November 2026" */
export const longDayOf = (instant) => longDay.format(new Date(instant));

/** "Mon 23 Nov" of a day as "2026-11-23". */
export const shortDayName = (day) => shortDay.format(new Date(`${day}T00:00Z`));

/** "November 2026" of "2026-11". */
export const nameOfMonth = (month) => monthName.format(new Date(`${month}-01T00:00Z`));

/** "Mon" to "Sun" */
export const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => weekday.format(new Date(Date.UTC(2024, 0, day))));

/** The days of a month as "2026-11-01", with a null for each empty place before the first one (weeks begin on Monday). */
export function daysOf(month) {
  const first = new Date(`${month}-01T00:00Z`);
  const count = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const empty = Array.from({ length: (first.getUTCDay() + 6) % 7 }, () => null);
  return [
    ...empty,
    ...Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`),
  ];
}
