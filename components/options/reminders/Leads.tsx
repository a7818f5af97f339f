import { useId, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { DEFAULT_LEADS, LONGEST_LEAD, MOST_LEADS } from "../../../lib/settings/reminders";
import { useChosen } from "../use-chosen";
import { leadText } from "./lead-text";

/** Which reminders there are: the usual ones to tick, and own ones in minutes. */
export function Leads({ leads, onChange }: { leads: readonly number[]; onChange(leads: number[]): void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = [...new Set([...DEFAULT_LEADS, ...leads])].sort((a, b) => b - a);
  const isFull = leads.length >= MOST_LEADS;

  function choose(lead: number, chosen: boolean): void {
    setProblem(null);
    const others = leads.filter((one) => one !== lead);
    onChange((chosen ? [...others, lead] : others).sort((a, b) => b - a));
  }

  function add(event: Event): void {
    event.preventDefault();
    const typed = Number(field.current?.value);
    const found = problemOf(typed);
    setProblem(found);
    if (found) {
      field.current?.focus();
      return;
    }
    choose(typed, true);
    if (field.current) field.current.value = "";
  }

  function problemOf(typed: number): string | null {
    if (!Number.isInteger(typed) || typed < 1 || typed > LONGEST_LEAD)
      return i18n.t("reminders.ownProblem", [String(LONGEST_LEAD)]);
    if (leads.includes(typed)) return i18n.t("reminders.ownTaken");
    return isFull ? i18n.t("reminders.full", [String(MOST_LEADS)]) : null;
  }

  return (
    <>
      <fieldset class="leads">
        <legend class="visually-hidden">{i18n.t("reminders.when")}</legend>
        {shown.map((lead) => (
          <Lead
            key={lead}
            lead={lead}
            isOn={leads.includes(lead)}
            isFull={isFull}
            onChange={(chosen) => choose(lead, chosen)}
          />
        ))}
      </fieldset>
      {leads.length === 0 && <p class="warning">{i18n.t("reminders.none")}</p>}
      <form class="inline" noValidate onSubmit={add}>
        <div class="field">
          <label for={id}>{i18n.t("reminders.own")}</label>
          <input
            ref={field}
            id={id}
            type="number"
            min={1}
            max={LONGEST_LEAD}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-problem`}
            onInput={() => setProblem(null)}
          />
        </div>
        <button type="submit">{i18n.t("reminders.add")}</button>
      </form>
      <p class="problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </>
  );
}

function Lead(props: { lead: number; isOn: boolean; isFull: boolean; onChange(chosen: boolean): void }) {
  const { lead, isOn, isFull, onChange } = props;
  const [shown, choose] = useChosen(isOn, onChange);
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={shown}
        disabled={isFull && !isOn}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      <span>{leadText(lead)}</span>
    </label>
  );
}
