import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Backup } from "../../components/options/Backup";
import { Notice } from "../../components/options/Notice";
import { exportDocument, unreadable } from "../../lib/settings/backup";
import { downloadJson } from "./download";
import { useImport } from "./use-import";
import { useNotice } from "./use-notice";

/** Backup: wiring. */
export function BackupSection() {
  const notices = useNotice();
  const [broken, setBroken] = useState<Record<string, unknown>>({});
  const look = () => void unreadable().then(setBroken, () => undefined);
  const importing = useImport(notices, look);
  // Once, and after each import.
  useEffect(look, []);

  async function exportNow(): Promise<void> {
    try {
      downloadJson(await exportDocument(), "callcard.json");
      notices.good(i18n.t("options.backup.exported"));
    } catch (error) {
      notices.bad(i18n.t("options.backup.exportFailed", [String(error)]));
    }
  }

  return (
    <>
      <Backup
        {...importing}
        unreadable={Object.keys(broken)}
        onExport={() => void exportNow()}
        onDownloadUnreadable={() =>
          downloadJson(`${JSON.stringify(broken, null, 2)}\n`, "callcard-unreadable.json")
        }
      />
      <Notice notice={notices.notice} />
    </>
  );
}
