import { useEffect, useId, useState } from "preact/hooks";

export interface ChoiceProps {
  text: string;
  /** `null`: the text says it all. */
  hint: string | null;
  checked: boolean;
  onChange(checked: boolean): void;
}

/** Storing takes a moment; a browser that has not stored it by then will not, in milliseconds. */
const MOMENT = 1000;

/**
 * A checkbox with a sentence that says what it means. It shows what the person has chosen while that is being stored, and
 * then what is stored.
 */
export function Choice({ text, hint, checked, onChange }: ChoiceProps) {
  const id = useId();
  const [chosen, setChosen] = useState<boolean | null>(null);
  useEffect(() => {
    if (chosen === null) return;
    const timer = setTimeout(() => setChosen(null), chosen === checked ? 0 : MOMENT);
    return () => clearTimeout(timer);
  }, [chosen, checked]);
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        checked={chosen ?? checked}
        aria-describedby={hint === null ? undefined : `${id}-hint`}
        onChange={(event) => {
          setChosen(event.currentTarget.checked);
          onChange(event.currentTarget.checked);
        }}
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
