import { i18n } from "#i18n";
import type { Deletion } from "../../lib/booking/retention/state";
import { uiLocale } from "../../lib/ui-locale";

/** What was deleted when, and why, as a sentence. */
export function DeletionText({ deletion: { at, what, days, count } }: { deletion: Deletion }) {
  const day = new Intl.DateTimeFormat(uiLocale(), { dateStyle: "long" }).format(new Date(at));
  const number = new Intl.NumberFormat(uiLocale()).format(count);
  return <>{i18n.t(`privacy.deleted.${what}`, count, [day, number, daysText(days)])}</>;
}

/** "30 days", "1 year", "never". */
export function daysText(days: number | null): string {
  switch (days) {
    case 30:
      return i18n.t("privacy.days.n30");
    case 365:
      return i18n.t("privacy.days.n365");
    case 730:
      return i18n.t("privacy.days.n730");
    case null:
      return i18n.t("privacy.days.never");
    default:
      return i18n.t("privacy.days.n90");
  }
}
