import { i18n } from "#i18n";
import { type Booking, overAt } from "../store/booking";

const MINUTE = 60_000;

/** How a call stands at an instant: still to come, running, or over. */
export function phaseOf(
  { start, end, createdAt }: Pick<Booking, "start" | "end" | "createdAt">,
  now: number,
): "ahead" | "running" | "over" | "timeless" {
  if (start === null) return "timeless";
  if (now < Date.parse(start)) return "ahead";
  return now < overAt({ start, end, createdAt }) ? "running" : "over";
}

/** When a call begins, has begun or has ended, counted from an instant, as a sentence; empty when its time is not known. */
export function startText(
  booking: Pick<Booking, "start" | "end" | "createdAt">,
  now: number,
  locale: string,
): string {
  const start = Date.parse(booking.start ?? "");
  switch (phaseOf(booking, now)) {
    case "timeless":
      return "";
    case "ahead":
      return i18n.t("brief.begins", [distance(start - now, locale)]);
    case "running":
      if (now - start < MINUTE) return i18n.t("brief.beginsNow");
      return i18n.t("brief.began", [distance(start - now, locale)]);
    case "over":
      return i18n.t("brief.ended", [distance(overAt(booking) - now, locale)]);
  }
}

/** "in 10 minutes", "3 days ago"; never more than what is left: an hour and 50 minutes are 110 minutes. */
function distance(milliseconds: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  // What begins in 9 minutes and 30 seconds begins in 10 minutes; what began as long ago began 9 minutes ago.
  const minutes = Math.ceil(milliseconds / MINUTE) || 0;
  if (minutes === 0) return format.format(-0, "minute");
  if (Math.abs(minutes) < 120) return format.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 48 ? format.format(hours, "hour") : format.format(Math.round(hours / 24), "day");
}
