import { i18n } from "#i18n";
import { firstDayOfWeek, namesOfDays } from "../../../lib/scheduler/slots/week";
import { uiLocale } from "../../../lib/ui-locale";
import { numberText } from "./insights-texts";

/** Hours that are shown whether or not a call starts in them. */
const [FIRST, LAST] = [8, 17];

/**
 * How many calls start when: a row an hour, a column a weekday; the more calls, the stronger the colour behind the number.
 * @param hours `hours[weekday - 1][hour]`, Monday first
 */
export function HoursTable({ title, hours }: { title: string; hours: readonly (readonly number[])[] }) {
  const locale = uiLocale();
  const first = firstDayOfWeek(locale);
  const days = namesOfDays(locale, first).map((name, place) => ({
    ...name,
    counts: hours[(first - 1 + place) % 7] ?? [],
  }));
  const most = Math.max(1, ...hours.flat());
  return (
    <table class="hours">
      <caption class="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t("insights.hours.hour")}</th>
          {days.map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {usedHours(hours).map((hour) => (
          <tr key={hour}>
            <th scope="row">{hourText(hour, locale)}</th>
            {days.map(({ long, counts }) => {
              const count = counts[hour] ?? 0;
              return (
                <td key={long} style={{ "--share": `${Math.round((count / most) * 40)}%` }}>
                  {count > 0 ? numberText(count) : <span class="visually-hidden">{numberText(0)}</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Office hours, and every hour from the earliest to the latest start. */
function usedHours(hours: readonly (readonly number[])[]): number[] {
  const used = hours.flatMap((counts) => counts.flatMap((count, hour) => (count > 0 ? [hour] : [])));
  const from = Math.min(FIRST, ...used);
  const to = Math.max(LAST, ...used);
  return Array.from({ length: to - from + 1 }, (_, place) => from + place);
}

/** "09", "9 Uhr" or "9 AM", as the locale writes it. */
function hourText(hour: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { hour: "numeric", timeZone: "UTC" });
  return format.format(new Date(Date.UTC(2026, 0, 1, hour)));
}
