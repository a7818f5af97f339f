import { i18n } from "#i18n";
import type { NoteResult } from "./result";
import type { StatusResult } from "./status";

/** What came of a note, in words. */
export function noteResultText(result: NoteResult): string {
  switch (result.kind) {
    case "written":
      return result.status ? withStatus(result.status) : i18n.t("note.result.written");
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

/** The note is there in any case; what came of the status beside it. */
function withStatus({ name, outcome, code }: StatusResult): string {
  if (outcome === "changed") return i18n.t("note.status.changed", [name]);
  return i18n.t("note.status.notChanged", [name, whyNot(outcome, code)]);
}

function whyNot(outcome: Exclude<StatusResult["outcome"], "changed">, code: number | undefined): string {
  switch (outcome) {
    case "not-signed-in":
      return i18n.t("note.status.notSignedIn");
    case "refused":
      return code === undefined
        ? i18n.t("note.status.refused")
        : i18n.t("note.status.refusedBy", [String(code)]);
    case "gone":
      return i18n.t("note.status.gone");
    case "offline":
      return i18n.t("note.status.offline");
    case "unknown":
      return i18n.t("note.status.unknown");
  }
}
