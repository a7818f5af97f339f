import { i18n } from "#i18n";
import { TAUGHT_FIELDS } from "../../lib/ticket/teach/draft";
import { fieldName } from "./teach-texts";
import type { TeachActions, TeachView } from "./teach-view";

type ReviewStepProps = TeachActions & { view: Extract<TeachView, { step: "review" }> };

/** Everything that was shown, what else could be, and who uses such pages. */
export function ReviewStep(props: ReviewStepProps) {
  const { view, onAccept, onBack, onPointAgain, onRemove, onAudience } = props;
  const known = new Set(view.fields.map(({ field }) => field));
  const missing = TAUGHT_FIELDS.filter((field) => !known.has(field));
  return (
    <>
      <h3>{i18n.t("teach.review.heading")}</h3>
      <ul class="values">
        {view.fields.map(({ field, text }) => (
          <li key={field}>
            <p>
              <span class="name">{fieldName(field)}</span> <bdi class="value">{text}</bdi>
            </p>
            <div class="buttons">
              <button
                type="button"
                class="link"
                aria-label={i18n.t("teach.againNamed", [fieldName(field)])}
                onClick={() => onPointAgain(field)}
              >
                {i18n.t("teach.again")}
              </button>
              {field !== "assignee" && field !== "number" && (
                <button
                  type="button"
                  class="link"
                  aria-label={i18n.t("teach.removeNamed", [fieldName(field)])}
                  onClick={() => onRemove(field)}
                >
                  {i18n.t("teach.remove")}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <div class="buttons">
          {missing.map((field) => (
            <button key={field} type="button" class="small" onClick={() => onPointAgain(field)}>
              {i18n.t("teach.review.add", [fieldName(field)])}
            </button>
          ))}
        </div>
      )}
      <label class="choice">
        <input
          type="checkbox"
          checked={view.audience === "customer"}
          onChange={(event) => onAudience(event.currentTarget.checked ? "customer" : "agent")}
        />
        <span>{i18n.t("teach.review.customer")}</span>
      </label>
      <div class="buttons">
        <button type="button" class="primary" onClick={onAccept}>
          {i18n.t("teach.review.next")}
        </button>
        <button type="button" onClick={onBack}>
          {i18n.t("teach.back")}
        </button>
      </div>
    </>
  );
}
