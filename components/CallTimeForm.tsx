import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { readTypedTime, type TypedTime } from "../lib/booking/call-time";

export interface CallTimeFormProps {
  label: string;
  /** Whether the field takes the focus: the form appeared because somebody asked for it. */
  autoFocus: boolean;
  /** @returns whether it was recorded */
  onSave(start: string): Promise<boolean>;
  onLater(): void;
  /** More buttons. */
  children?: ComponentChildren;
}

/** When a call takes place that its scheduler does not tell: date and time on this browser's clock. Only people's clicks count. */
export function CallTimeForm({ label, autoFocus, onSave, onLater, children }: CallTimeFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, []);

  async function save(): Promise<void> {
    const typed = readTypedTime(field.current?.value ?? "", new Date());
    if (!typed.ok) {
      setProblem(problemText(typed));
      field.current?.focus();
    } else if (!(await onSave(typed.start))) setProblem(i18n.t("callTime.notSaved"));
  }

  return (
    <form class="call-time" noValidate onSubmit={(event) => event.preventDefault()}>
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="datetime-local"
        aria-describedby={`${id}-zone ${id}-problem`}
        aria-invalid={problem !== null}
        onInput={() => setProblem(null)}
      />
      <p class="call-time-zone" id={`${id}-zone`}>
        {i18n.t("callTime.zone", [Intl.DateTimeFormat().resolvedOptions().timeZone])}
      </p>
      <p class="call-time-problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <div class="call-time-buttons">
        <button type="submit" class="secondary" onClick={(event) => event.isTrusted && void save()}>
          {i18n.t("callTime.save")}
        </button>
        {children}
        <button type="button" class="link" onClick={onLater}>
          {i18n.t("callTime.later")}
        </button>
      </div>
    </form>
  );
}

function problemText({ problem }: Extract<TypedTime, { ok: false }>): string {
  switch (problem) {
    case "empty":
      return i18n.t("callTime.empty");
    case "past":
      return i18n.t("callTime.past");
    case "far":
      return i18n.t("callTime.far");
  }
}
