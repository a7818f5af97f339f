import { i18n } from "#i18n";

export type Step = "type" | "time" | "details";

export interface StepsProps {
  /** The steps of this flow, in order. */
  steps: readonly Step[];
  at: Step;
  /** How far one may go with what was chosen so far. */
  reached: Step;
  onStep(step: Step): void;
}

/** Where the person is, and the way back and forth among the steps that are done. */
export function Steps({ steps, at, reached, onStep }: StepsProps) {
  return (
    <nav aria-label={i18n.t("native.steps")}>
      <ol class="native-steps">
        {steps.map((step) => (
          <li key={step}>
            <button
              type="button"
              class="small"
              aria-current={step === at ? "step" : undefined}
              disabled={steps.indexOf(step) > steps.indexOf(reached)}
              onClick={() => step !== at && onStep(step)}
            >
              {stepName(step)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function stepName(step: Step): string {
  if (step === "type") return i18n.t("native.stepType");
  return i18n.t(step === "time" ? "native.stepTime" : "native.stepDetails");
}
