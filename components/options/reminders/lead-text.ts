import { i18n } from "#i18n";
import { uiLocale } from "../../../lib/ui-locale";

const HOUR = 60;
const DAY = 24 * HOUR;

/** How long before a call a reminder comes: "10 minutes before". */
export function leadText(minutes: number): string {
  if (minutes > DAY && minutes % DAY === 0) return before(minutes / DAY, "day");
  return minutes % HOUR === 0 ? before(minutes / HOUR, "hour") : before(minutes, "minute");
}

function before(value: number, unit: "day" | "hour" | "minute"): string {
  const format = new Intl.NumberFormat(uiLocale(), { style: "unit", unit, unitDisplay: "long" });
  return i18n.t("reminders.before", [format.format(value)]);
}
