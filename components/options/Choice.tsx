import { useId } from "preact/hooks";

export interface ChoiceProps {
  text: string;
  hint: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

/** A checkbox with a sentence that says what it means. */
export function Choice({ text, hint, checked, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{text}</label>
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
    </div>
  );
}
