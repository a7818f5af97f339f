import { i18n } from "#i18n";
import type { ManageAction } from "../scheduler/manage-link";

/** What a dialog or a window of ours is for, as its heading. `null`: a call is booked. */
export function dialogTitle(manages: ManageAction | null, technician: string): string {
  switch (manages) {
    case "reschedule":
      return i18n.t("dialog.titleReschedule", [technician]);
    case "cancel":
      return i18n.t("dialog.titleCancel", [technician]);
    case null:
      return i18n.t("dialog.title", [technician]);
  }
}
