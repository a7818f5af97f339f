import { useId } from "preact/hooks";
import { useChosen } from "./use-chosen";

export interface ChoiceProps {
  text: string;
  /** `null`: the text says it all. */
  hint: string | null;
  checked: boolean;
  onChange(checked: boolean): void;
}

/** A checkbox with a sentence that says what it means. */
export function Choice({ text, hint, checked, onChange }: ChoiceProps) {
  const id = useId();
  const [shown, choose] = useChosen(checked, onChange);
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        checked={shown}
        aria-describedby={hint === null ? undefined : `${id}-hint`}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{text}</label>
        {hint !== null && (
          <p class="quiet" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
