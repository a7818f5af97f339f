import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

export interface TextFieldProps {
  label: string;
  value: string;
  onInput(value: string): void;
  onBlur?: (() => void) | undefined;
  type?: "text" | "email" | "url" | "tel" | "search" | "password";
  autocomplete?: string;
  multiline?: boolean;
  /** Addresses, links and code are written from left to right in every language. */
  ltr?: boolean;
  hint?: ComponentChildren;
  /** What is wrong, in words. */
  problem?: string | null | undefined;
  /** What else there is to say about the value; announced when it changes. */
  children?: ComponentChildren;
  /** A new value moves the focus here: 1 when a form opens, more after each vain attempt to save. */
  focus?: number;
}

/** A labelled field with its hint, its problem and its remarks right beside it. */
export function TextField(props: TextFieldProps) {
  const { label, value, multiline, ltr, hint, problem, children, focus = 0 } = props;
  const id = useId();
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus > 0) control.current?.focus();
  }, [focus]);
  const attributes = {
    id,
    ref: control,
    value,
    dir: ltr ? ("ltr" as const) : ("auto" as const),
    spellcheck: false,
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": `${id}-hint ${id}-problem ${id}-remark`,
    onInput: (event: { currentTarget: { value: string } }) => props.onInput(event.currentTarget.value),
    onBlur: props.onBlur,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {multiline ? (
        <textarea rows={3} {...attributes} />
      ) : (
        // preact's types want one literal type for each element
        <input
          type={(props.type ?? "text") as "text"}
          autocomplete={props.autocomplete ?? "off"}
          {...attributes}
        />
      )}
      <p class="problem" id={`${id}-problem`}>
        {problem}
      </p>
      <div id={`${id}-remark`} class="remark" aria-live="polite">
        {children}
      </div>
    </div>
  );
}
