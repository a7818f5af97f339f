import { Download } from "lucide-preact";
import { i18n } from "#i18n";
import { ImportForm, type ImportFormProps } from "./ImportForm";
import { ImportPreview, type ImportPreviewProps } from "./ImportPreview";
import { Progress } from "./Progress";

export interface BackupProps extends ImportFormProps {
  /** The document that waits for a yes. */
  preview: ImportPreviewProps | null;
  checking: boolean;
  /** Keys of stored values that cannot be read. */
  unreadable: readonly string[];
  onExport(): void;
  onDownloadUnreadable(): void;
}

/** Export, import, and what could not be read. */
export function Backup({
  preview,
  checking,
  unreadable,
  onExport,
  onDownloadUnreadable,
  ...form
}: BackupProps) {
  return (
    <>
      <p>{i18n.t("options.backup.intro")}</p>
      <section>
        <h2>{i18n.t("options.backup.export")}</h2>
        <p>{i18n.t("options.backup.exportText")}</p>
        <div class="buttons">
          <button type="button" class="primary" onClick={onExport}>
            <Download size={20} aria-hidden="true" />
            {i18n.t("options.backup.exportButton")}
          </button>
        </div>
      </section>
      <section>
        <h2>{i18n.t("options.backup.import")}</h2>
        <p>{i18n.t("options.backup.importText")}</p>
        {preview ? <ImportPreview {...preview} /> : <ImportForm {...form} />}
        {checking && <Progress text={i18n.t("options.backup.checking")} />}
        {preview?.importing && <Progress text={i18n.t("options.backup.importing")} />}
      </section>
      {unreadable.length > 0 && (
        <section>
          <h2>{i18n.t("options.backup.unreadable")}</h2>
          <p>{i18n.t("options.backup.unreadableText")}</p>
          <ul class="lines">
            {unreadable.map((key) => (
              <li key={key}>
                <bdi>{key}</bdi>
              </li>
            ))}
          </ul>
          <div class="buttons">
            <button type="button" onClick={onDownloadUnreadable}>
              {i18n.t("options.backup.unreadableButton")}
            </button>
          </div>
        </section>
      )}
    </>
  );
}
