import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import type { ImportPlan } from "../../lib/settings/configuration";
import { skippedText } from "./skipped-text";

const SHOWN = 20;

export interface ImportPreviewProps {
  plan: ImportPlan;
  /** How many new portals the browser will be asked for. */
  asks: number;
  importing: boolean;
  /** Called in the click itself, so that the browser may be asked for access. */
  onImport(): void;
  onCancel(): void;
}

/** What an import would do, before it does anything. */
export function ImportPreview({ plan, asks, importing, onImport, onCancel }: ImportPreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []); // the form that had the focus is gone
  const { added, changed, unchanged, skipped, unknown } = plan;
  const something = added.length > 0 || changed.length > 0 || unknown.length > 0;
  const skippedLines = skipped.map(({ path, reason }) =>
    i18n.t("options.backup.skippedLine", [path, skippedText(reason)]),
  );
  return (
    <section class="panel" aria-label={i18n.t("options.backup.preview")}>
      <h3 ref={heading} tabIndex={-1}>
        {i18n.t("options.backup.preview")}
      </h3>
      {!something && skipped.length === 0 && <p>{i18n.t("options.backup.nothing")}</p>}
      {added.length > 0 && <Part title={i18n.t("options.backup.added", added.length)} lines={added} />}
      {changed.length > 0 && (
        <Part title={i18n.t("options.backup.changed", changed.length)} lines={changed.map(changedName)} />
      )}
      {skipped.length > 0 && (
        <Part warning title={i18n.t("options.backup.skipped", skipped.length)} lines={skippedLines} />
      )}
      {unknown.length > 0 && (
        <Part title={i18n.t("options.backup.unknown", unknown.length)} lines={unknown} />
      )}
      {unchanged > 0 && something && <p class="quiet">{i18n.t("options.backup.unchanged", unchanged)}</p>}
      {something && asks > 0 && <p class="quiet">{i18n.t("options.backup.asks", asks)}</p>}
      <div class="buttons">
        {something && (
          <button
            type="button"
            class="primary"
            aria-disabled={importing}
            onClick={() => importing || onImport()}
          >
            {importing && <span class="spinner late" aria-hidden="true" />}
            {i18n.t("options.backup.importButton")}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {i18n.t("options.cancel")}
        </button>
      </div>
    </section>
  );
}

function Part({
  title,
  lines,
  warning = false,
}: {
  title: string;
  lines: readonly string[];
  warning?: boolean;
}) {
  return (
    <div>
      <p class={warning ? "warning" : "row-title"}>{title}</p>
      <ul class="lines">
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line}>{warning ? line : <bdi>{line}</bdi> /* a sentence of ours, or a name */}</li>
        ))}
        {lines.length > SHOWN && <li>{i18n.t("options.backup.andMore", lines.length - SHOWN)}</li>}
      </ul>
    </div>
  );
}

/** Single values are named by their key in the document. */
function changedName(name: string): string {
  if (name === "share") return i18n.t("options.backup.share");
  return name === "me" ? i18n.t("options.backup.me") : name;
}
