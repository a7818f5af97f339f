import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { type Mark, marks } from "../../lib/booking/store/booking";
import { markText } from "../options/booking-texts";

/** What became of a call: one click each, and another one when it was the wrong one. */
export function OutcomeButtons({ mark, onMark }: { mark: Mark | null; onMark(mark: Mark): void }) {
  const id = useId();
  return (
    <>
      <h2 id={id}>{i18n.t("brief.outcome")}</h2>
      <fieldset class="outcomes" aria-labelledby={id}>
        {marks.map((one) => (
          <button key={one} type="button" aria-pressed={one === mark} onClick={() => onMark(one)}>
            {markText(one)}
          </button>
        ))}
      </fieldset>
    </>
  );
}
