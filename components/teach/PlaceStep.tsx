import { i18n } from "#i18n";
import { Problem } from "./PointStep";
import { problemText } from "./teach-texts";
import type { TeachActions, TeachView } from "./teach-view";

type PlaceStepProps = TeachActions & { view: Extract<TeachView, { step: "place" }> };

const POSITIONS = ["before", "prepend", "append", "after"] as const;

/** Where the card goes: an element, and how the card stands to it. */
export function PlaceStep({ view, onChoose, onAccept, onBack, onPosition, onFloat }: PlaceStepProps) {
  const { position, chosen, problem } = view;
  return (
    <>
      <h3>{i18n.t("teach.place.heading")}</h3>
      {problem && <Problem text={problemText(problem)} />}
      <p class="quiet">{i18n.t(chosen ? "teach.place.chosen" : "teach.place.hint")}</p>
      {chosen && (
        <fieldset>
          <legend>{i18n.t("teach.place.position")}</legend>
          <div class="buttons">
            {POSITIONS.map((one) => (
              <button
                key={one}
                type="button"
                class="small"
                aria-pressed={one === position}
                onClick={() => onPosition(one)}
              >
                {i18n.t(`teach.place.${one}`)}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <div class="buttons">
        <button type="button" class="primary" onClick={chosen ? onAccept : onChoose}>
          {i18n.t(chosen ? "teach.place.use" : "teach.choose")}
        </button>
        <button type="button" onClick={onFloat}>
          {i18n.t("teach.place.floating")}
        </button>
        <button type="button" onClick={onBack}>
          {i18n.t("teach.back")}
        </button>
      </div>
    </>
  );
}
