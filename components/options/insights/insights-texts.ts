import { i18n } from "#i18n";
import type { Period, Span, Unit } from "../../../lib/booking/insights/period";
import { dateOf } from "../../../lib/scheduler/slots/calendar";
import { uiLocale } from "../../../lib/ui-locale";

const DAY = 24 * 3600_000;
/** Below this many, a percentage says more than is known. */
const ENOUGH = 10;

/** "1,234" */
export function numberText(value: number): string {
  return new Intl.NumberFormat(uiLocale()).format(value);
}

/** "2 of 3", with the percentage where there are enough; in words where there is nothing yet. More than the whole is only a number. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return part === 0 ? i18n.t("insights.none") : numberText(part);
  if (part > whole || whole < ENOUGH) return i18n.t("insights.share", [numberText(part), numberText(whole)]);
  const percent = new Intl.NumberFormat(uiLocale(), { style: "percent" }).format(part / whole);
  return i18n.t("insights.sharePercent", [numberText(part), numberText(whole), percent]);
}

export function periodText(period: Period): string {
  return i18n.t(`insights.periods.${period}`);
}

/** "30 min", "5.5 hr" or "3 days", as one says it. */
export function durationText(milliseconds: number): string {
  const [unit, size, digits] =
    milliseconds < 3600_000
      ? (["minute", 60_000, 0] as const)
      : milliseconds < 2 * DAY
        ? (["hour", 3600_000, 1] as const)
        : (["day", DAY, 1] as const);
  return new Intl.NumberFormat(uiLocale(), {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: digits,
  }).format(milliseconds / size);
}

/** "21 Nov", "16 – 22 Nov" or "Nov 2026". */
export function spanText({ from, to }: Span, unit: Unit): string {
  const options: Intl.DateTimeFormatOptions =
    unit === "month" ? { month: "short", year: "numeric" } : { day: "numeric", month: "short" };
  const format = dates(options);
  return unit === "month" ? format.format(dateOf(from)) : format.formatRange(dateOf(from), dateOf(to));
}

/** The same, as short as an axis needs it: where a part begins. */
export function tickText({ from }: Span, unit: Unit): string {
  return dates(
    unit === "month" ? { month: "short", year: "2-digit" } : { day: "numeric", month: "numeric" },
  ).format(dateOf(from));
}

/** "21 Nov 2025 – 20 Nov 2026" */
export function rangeText(from: string, to: string): string {
  return dates({ dateStyle: "medium" }).formatRange(dateOf(from), dateOf(to));
}

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(uiLocale(), { calendar: "gregory", timeZone: "UTC", ...options });
}
