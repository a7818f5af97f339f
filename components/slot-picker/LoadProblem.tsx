import { RotateCw } from "lucide-preact";
import { i18n } from "#i18n";

/** What could not be fetched, in words, and once more. */
export function LoadProblem({ text, onRetry }: { text: string; onRetry(): void }) {
  return (
    <div class="load-problem" role="alert">
      <p>{text}</p>
      <button type="button" onClick={onRetry}>
        <RotateCw size={16} aria-hidden="true" />
        {i18n.t("slots.retry")}
      </button>
    </div>
  );
}
