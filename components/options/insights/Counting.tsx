import { Trash2 } from "lucide-preact";
import { i18n } from "#i18n";
import { uiLocale } from "../../../lib/ui-locale";
import { Choice } from "../Choice";

export interface CountingProps {
  counting: boolean;
  /** When the browser last refused to store a count. */
  refused: Date | null;
  /** How many counts cannot be read. */
  broken: number;
  onCounting(on: boolean): void;
  onErase(): void;
}

/** What is counted, whether it is, and how to be rid of it. */
export function Counting({ counting, refused, broken, onCounting, onErase }: CountingProps) {
  return (
    <section>
      <h2>{i18n.t("insights.counting.title")}</h2>
      <Choice
        text={i18n.t("insights.counting.label")}
        hint={i18n.t("insights.counting.text")}
        checked={counting}
        onChange={onCounting}
      />
      {refused && (
        <p class="warning">
          {i18n.t("insights.counting.refused", [
            new Intl.DateTimeFormat(uiLocale(), { dateStyle: "medium" }).format(refused),
          ])}
        </p>
      )}
      {broken > 0 && <p class="warning">{i18n.t("insights.counting.broken", broken)}</p>}
      <div class="buttons">
        <button type="button" onClick={onErase}>
          <Trash2 size={16} aria-hidden="true" />
          {i18n.t("insights.counting.erase")}
        </button>
      </div>
      <p class="quiet">{i18n.t("insights.counting.eraseText")}</p>
    </section>
  );
}
