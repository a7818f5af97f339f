import { Trash2 } from "lucide-preact";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { uiLocale } from "../../../lib/ui-locale";

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
  const id = useId();
  return (
    <section>
      <h2>{i18n.t("insights.counting.title")}</h2>
      <div class="choice">
        <input
          type="checkbox"
          id={id}
          aria-describedby={`${id}-text`}
          checked={counting}
          onChange={(event) => onCounting(event.currentTarget.checked)}
        />
        <div>
          <label for={id}>{i18n.t("insights.counting.label")}</label>
          <p class="quiet" id={`${id}-text`}>
            {i18n.t("insights.counting.text")}
          </p>
        </div>
      </div>
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
