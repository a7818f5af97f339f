import { i18n } from "#i18n";
import type { CheckedField } from "../../lib/ticket/teach/check-page";
import { Problem } from "./PointStep";
import { checkedText, fieldName } from "./teach-texts";
import type { TeachActions, TeachView } from "./teach-view";

type CheckStepProps = TeachActions & { view: Extract<TeachView, { step: "check" }> };

/** What is read on another ticket, field by field: right, or point again. */
export function CheckStep({ view, onSave, onPointAgain, onStartOver }: CheckStepProps) {
  const { fields, ok, saving, failure } = view;
  return (
    <>
      <h3>{i18n.t("teach.check.heading")}</h3>
      <ul class="values">
        {fields.map((checked) => (
          <Row key={checked.field} checked={checked} onPointAgain={() => onPointAgain(checked.field)} />
        ))}
      </ul>
      {failure !== null && <Problem text={failure} />}
      {!ok && <p>{i18n.t("teach.check.notYet")}</p>}
      <div class="buttons">
        {ok && (
          <button type="button" class="primary" aria-disabled={saving} onClick={onSave}>
            {i18n.t("teach.check.save")}
          </button>
        )}
        <button type="button" onClick={onStartOver}>
          {i18n.t("teach.startOver")}
        </button>
      </div>
    </>
  );
}

function Row({ checked, onPointAgain }: { checked: CheckedField; onPointAgain(): void }) {
  const { field, now, problem } = checked;
  const name = fieldName(field);
  return (
    <li data-field={field}>
      <p>
        <span class="name">{name}</span>{" "}
        {now === null ? (
          <span class="quiet">{i18n.t("teach.check.nothing")}</span>
        ) : (
          <bdi class="value">{now}</bdi>
        )}
      </p>
      {problem && <p class="warning">{checkedText(problem)}</p>}
      <button
        type="button"
        class="link"
        aria-label={i18n.t("teach.check.wrongNamed", [name])}
        onClick={onPointAgain}
      >
        {i18n.t("teach.check.wrong")}
      </button>
    </li>
  );
}
