import { i18n } from "#i18n";
import type { RowsReport } from "../../lib/messages";
import { uiLocale } from "../../lib/ui-locale";

/** How many rows of a list have a button, and why the others have none, in a sentence each. */
export function rowsText({ seen, buttons, reasons }: RowsReport): string {
  if (seen === 0) return i18n.t("popup.rows.none");
  const sentence = i18n.t("popup.rows.text", [String(buttons), String(seen)]);
  const without = Object.entries(reasons).map(([reason, count]) =>
    i18n.t("popup.rows.count", [reasonText(reason), String(count)]),
  );
  if (without.length === 0) return sentence;
  const list = new Intl.ListFormat(uiLocale(), { type: "conjunction" }).format(without);
  return `${sentence} ${i18n.t("popup.rows.without", [list])}`;
}

function reasonText(reason: string): string {
  switch (reason) {
    case "unassigned":
      return i18n.t("popup.rows.unassigned");
    case "assignee-unknown":
      return i18n.t("popup.rows.unknown");
    case "not-in-directory":
      return i18n.t("popup.rows.notInDirectory");
    case "ambiguous":
      return i18n.t("popup.rows.ambiguous");
    case "no-link":
      return i18n.t("popup.rows.noLink");
    case "link-refused":
      return i18n.t("popup.rows.linkRefused");
    case "no-own-link":
      return i18n.t("popup.rows.noOwnLink");
    default:
      return i18n.t("popup.rows.other");
  }
}
