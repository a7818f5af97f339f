import { i18n } from "#i18n";
import type { PortalsProps } from "../../components/options/Portals";
import { portalDocument } from "../../lib/settings/backup";
import { downloadJson } from "./download";
import type { useNotice } from "./use-notice";

/** One portal for colleagues: as a file, or in the clipboard. */
export function useSharedPortal({
  good,
  bad,
}: ReturnType<typeof useNotice>): Pick<PortalsProps, "onExport" | "onCopy"> {
  return {
    onExport(portal) {
      downloadJson(portalDocument(portal), `callcard-${portal.id}.json`);
      good(i18n.t("options.portals.exported", [portal.name]));
    },
    onCopy(portal) {
      navigator.clipboard.writeText(portalDocument(portal)).then(
        () => good(i18n.t("options.portals.copied", [portal.name])),
        () => bad(i18n.t("options.portals.copyFailed")),
      );
    },
  };
}
