import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type Attendee, type AttendeeProblem, readAttendee } from "../../lib/scheduler/slots/attendee";
import { TextField } from "../options/TextField";
import { Wait } from "./LoadProblem";
import { useCountdown } from "./use-countdown";

export interface BookingFormProps {
  /** What stands in the fields. It is kept outside, so that a step back, a failure or another slot loses nothing. */
  typed: Attendee;
  onInput(typed: Attendee): void;
  /** The values, trimmed and valid. Not called while one is being sent. */
  onSubmit(attendee: Attendee): void;
  /** The button's text, such as "Create my booking link". */
  submit: string;
  /** What happens just now, in words; `null` when nothing does. */
  sending: string | null;
  /** What went wrong, in words, and what can be done about it. */
  problem: {
    text: string;
    action: { label: string; run(): void } | null;
    /** Seconds until it may be sent once more. */
    wait?: number;
  } | null;
  /** Back to the slots. */
  onBack(): void;
  /** What is being booked: the chosen time, the kind of call. */
  children?: ComponentChildren;
}

const fields = ["name", "email", "notes"] as const;
type Field = (typeof fields)[number];

/** Who comes to the call, and what it is about. */
export function BookingForm(props: BookingFormProps) {
  const { typed, sending, problem } = props;
  const [problems, setProblems] = useState<Partial<Record<Field, AttendeeProblem>>>({});
  const [focus, setFocus] = useState<{ field: Field; turn: number }>({ field: "name", turn: 1 });

  const left = useCountdown(problem?.wait ?? 0, problem);
  const busy = sending !== null || left > 0;

  function submit(event: Event): void {
    event.preventDefault();
    if (busy) return;
    const read = readAttendee(typed);
    if ("attendee" in read) {
      props.onSubmit(read.attendee);
      return;
    }
    setProblems(read.problems);
    const field = fields.find((name) => read.problems[name]) ?? "name";
    setFocus(({ turn }) => ({ field, turn: turn + 1 }));
  }

  const field = (name: Field) => ({
    value: typed[name],
    onInput: (value: string) => {
      props.onInput({ ...typed, [name]: value });
      setProblems(({ [name]: _, ...rest }) => rest);
    },
    problem: problems[name] && problemText(name, problems[name]),
    focus: focus.field === name ? focus.turn : 0,
  });
  return (
    <form class="booking-form" noValidate onSubmit={submit} aria-label={i18n.t("attendee.heading")}>
      {props.children}
      <TextField label={i18n.t("attendee.name")} autocomplete="name" {...field("name")} />
      <TextField label={i18n.t("attendee.email")} type="email" autocomplete="email" ltr {...field("email")} />
      <TextField
        label={i18n.t("attendee.notes")}
        hint={i18n.t("attendee.notesHint")}
        multiline
        {...field("notes")}
      />
      <div class="booking-problem" role="alert">
        {problem && (
          <>
            <p class="problem">{problem.text}</p>
            {problem.action && (
              <button type="button" onClick={problem.action.run}>
                {problem.action.label}
              </button>
            )}
            {left > 0 && <Wait seconds={left} />}
          </>
        )}
      </div>
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={busy}>
          {sending && <span class="spinner late" aria-hidden="true" />}
          {props.submit}
        </button>
        <button type="button" aria-disabled={sending !== null} onClick={() => sending || props.onBack()}>
          {i18n.t("attendee.back")}
        </button>
      </div>
      <p class="quiet" role="status">
        {sending}
      </p>
    </form>
  );
}

function problemText(field: Field, problem: AttendeeProblem): string {
  if (problem === "tooLong") {
    return i18n.t(field === "notes" ? "attendee.notesTooLong" : "problem.tooLong");
  }
  if (field === "name") return i18n.t("problem.name.empty");
  return i18n.t(problem === "empty" ? "problem.email.empty" : "problem.email.invalid");
}
