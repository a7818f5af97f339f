import { i18n } from "#i18n";
import { uiLocale } from "../ui-locale";
import type { GuardNote } from "./guard";

/** What the person should know before a call is booked, as a sentence. */
export function guardText(note: GuardNote, technician: string): string {
  switch (note.reason) {
    case "closed":
      return i18n.t("guard.closed");
    case "booked":
      return i18n.t("guard.booked", [note.former, technician]);
    case "link": {
      const day = new Intl.DateTimeFormat(uiLocale(), { dateStyle: "long" }).format(new Date(note.at));
      return i18n.t("guard.link", [technician, note.former, day]);
    }
  }
}
