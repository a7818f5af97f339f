import { i18n } from "#i18n";
import type { NoteResult } from "./result";

/** What came of a note, in words. */
export function noteResultText(result: NoteResult): string {
  switch (result.kind) {
    case "written":
      return i18n.t("note.result.written");
    case "filled":
      return i18n.t(result.internal ? "note.result.filled" : "note.result.filledPublic");
    case "unsaved":
      return i18n.t("note.result.unsaved");
    case "not-signed-in":
      return i18n.t("note.result.notSignedIn");
    case "refused":
      return i18n.t("note.result.refused", [String(result.status)]);
    case "gone":
      return i18n.t("note.result.gone");
    case "offline":
      return i18n.t("note.result.offline");
    case "no-box":
      return i18n.t("note.result.noBox");
    case "no-page":
      return i18n.t("note.result.noPage");
    case "already":
      return i18n.t("note.result.already");
    case "unknown":
      return i18n.t("note.result.unknown");
  }
}
