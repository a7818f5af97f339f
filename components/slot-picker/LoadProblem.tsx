import { RotateCw } from "lucide-preact";
import { i18n } from "#i18n";
import type { Loadable } from "./loadable";
import { useCountdown } from "./use-countdown";

/** What could not be fetched, in words, and once more; after a wait, where the scheduler asks for one. */
export function LoadProblem(props: {
  problem: Extract<Loadable<unknown>, { state: "failed" }>;
  onRetry(): void;
}) {
  const { problem, onRetry } = props;
  const left = useCountdown(problem.wait ?? 0, problem);
  return (
    <div class="load-problem" role="alert">
      <p>{problem.text}</p>
      <button type="button" aria-disabled={left > 0} onClick={() => left === 0 && onRetry()}>
        <RotateCw size={16} aria-hidden="true" />
        {problem.action ?? i18n.t("slots.retry")}
      </button>
      {left > 0 && <Wait seconds={left} />}
    </div>
  );
}

/** Not announced each second: the text beside it says that there is a wait. */
export function Wait({ seconds }: { seconds: number }) {
  return (
    <p class="quiet" aria-hidden="true">
      {i18n.t("slots.wait", seconds)}
    </p>
  );
}
