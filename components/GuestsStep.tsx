import { useEffect, useId, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Guest } from "../lib/booking/guests";
import { type CallSubject, TicketLine } from "./TicketLine";

export interface GuestsStepProps {
  technician: string;
  ticket: CallSubject | null;
  /** In a window of its own there is no dialog around that says what this is about. */
  alone: boolean;
  guests: readonly Guest[];
  /** On with these, by their addresses. */
  onGoOn(emails: string[]): void;
}

/** Who else would be invited, before anything of it is sent: to be unticked, or gone on from by one key. */
export function GuestsStep({ technician, ticket, alone, guests, onGoOn }: GuestsStepProps) {
  const id = useId();
  const [out, setOut] = useState<ReadonlySet<string>>(
    () => new Set(guests.filter(({ invited }) => !invited).map(({ email }) => email)),
  );
  const [gone, setGone] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // One key goes on. A frame may come to the focus after it was painted, and then the focus is nowhere in it.
    const focus = () => {
      if (document.activeElement === document.body) button.current?.focus();
    };
    focus();
    window.addEventListener("focus", focus);
    return () => window.removeEventListener("focus", focus);
  }, []);
  const left = guests.filter(({ email }) => !out.has(email)).map(({ email }) => email);

  function tick(email: string, invited: boolean): void {
    const next = new Set(out);
    if (invited) next.delete(email);
    else next.add(email);
    setOut(next);
  }

  return (
    <main class={alone ? "alone" : "framed"}>
      {alone && (
        <header>
          <h1>{i18n.t("dialog.title", [technician])}</h1>
          {ticket && <TicketLine ticket={ticket} />}
        </header>
      )}
      <form
        class="guests"
        onSubmit={(event) => {
          event.preventDefault();
          if (gone) return;
          setGone(true);
          onGoOn(left);
        }}
      >
        <h2 id={id}>{i18n.t("guests.heading")}</h2>
        <p class="quiet">{i18n.t("guests.text")}</p>
        <fieldset aria-labelledby={id}>
          {guests.map(({ name, email }, at) => (
            <div key={email} class="choice">
              <input
                type="checkbox"
                id={`${id}-${at}`}
                checked={!out.has(email)}
                onChange={(event) => tick(email, event.currentTarget.checked)}
              />
              <label for={`${id}-${at}`}>
                {name && (
                  <>
                    <bdi>{name}</bdi>{" "}
                  </>
                )}
                <bdi class={name ? "quiet" : undefined}>{email}</bdi>
              </label>
            </div>
          ))}
        </fieldset>
        <div class="buttons">
          <button ref={button} type="submit" class="primary" aria-disabled={gone}>
            {i18n.t("guests.goOn")}
          </button>
          <p class="quiet" role="status">
            {i18n.t("guests.count", left.length)}
          </p>
        </div>
      </form>
    </main>
  );
}
