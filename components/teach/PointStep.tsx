import { TriangleAlert } from "lucide-preact";
import { i18n } from "#i18n";
import { fieldName, pointText, problemText } from "./teach-texts";
import type { TeachActions, TeachView } from "./teach-view";

type PointStepProps = TeachActions & { view: Extract<TeachView, { step: "point" }> };

/** One field: what to point at, what would be read there, and the way on. */
export function PointStep({ view, onChoose, onAccept, onSkip, onBack }: PointStepProps) {
  const { field, text, suggested, problem, optional, again } = view;
  return (
    <>
      <h3>{pointText(field)}</h3>
      {problem && <Problem text={problemText(problem)} />}
      {text !== null && (
        <div class="read" role="status">
          {suggested && <p class="quiet">{i18n.t("teach.suggested")}</p>}
          <p>
            {fieldName(field)}: <bdi class="value">{text}</bdi>
          </p>
        </div>
      )}
      <p class="quiet">{i18n.t(text === null ? "teach.hint" : "teach.hintChosen")}</p>
      <div class="buttons">
        {text === null ? (
          <button type="button" class="primary" onClick={onChoose}>
            {i18n.t("teach.choose")}
          </button>
        ) : (
          <button type="button" class="primary" onClick={onAccept}>
            {i18n.t("teach.right")}
          </button>
        )}
        {optional && (
          <button type="button" onClick={onSkip}>
            {i18n.t("teach.skip")}
          </button>
        )}
        {(field !== "assignee" || again) && (
          <button type="button" onClick={onBack}>
            {i18n.t("teach.back")}
          </button>
        )}
      </div>
    </>
  );
}

/** What is wrong with what was pointed at. */
export function Problem({ text }: { text: string }) {
  return (
    <p class="problem" role="alert">
      <TriangleAlert size={20} aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}
