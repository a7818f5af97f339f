import { useEffect, useId, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { NoteOffer } from "../lib/note/offer";
import { MAX_NOTE_LENGTH, type NoteResult, type Visibility } from "../lib/note/result";
import { noteResultText } from "../lib/note/result-text";
import type { TicketStatus } from "../lib/note/status";
import { type ChosenStatus, StatusChoice } from "./StatusChoice";

export interface NoteFormProps {
  offer: NoteOffer;
  onWrite(text: string, visibility: Visibility, status: TicketStatus | null): Promise<NoteResult>;
  /** Asks the portal which statuses the ticket can have next; `null` when it does not tell. */
  onStatuses(): Promise<TicketStatus[] | null>;
  /** @returns whether it worked */
  onCopy(text: string): Promise<boolean>;
  onLater(): void;
}

const HEADINGS = {
  write: "note.heading.write",
  fill: "note.heading.fill",
  copy: "note.heading.copy",
} as const;
const GOOD = ["written", "filled", "already"];

/** Asks whether a note about the call goes onto the ticket, and shows what came of it. Nothing is sent without a click here. */
export function NoteForm({ offer, onWrite, onStatuses, onCopy, onLater }: NoteFormProps) {
  const { how, canBePublic, canSetStatus, noted } = offer;
  const [text, setText] = useState(offer.text);
  const [visibility, setVisibility] = useState<Visibility>("internal");
  const [status, setStatus] = useState<ChosenStatus>(null);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<NoteResult | null>(
    noted && { kind: noted === "written" ? "already" : "unknown" },
  );
  const [copied, setCopied] = useState<boolean | null>(null);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const isOver = result !== null && ["written", "filled", "already", "unknown"].includes(result.kind);

  const isReady = !busy && text.trim() !== "" && status !== "not-yet";

  useEffect(() => {
    if (result && !isOver) field.current?.focus();
  }, [result]);

  async function write(event: Event): Promise<void> {
    if (!event.isTrusted || !isReady) return;
    setBusy(true);
    setCopied(null);
    setResult(await onWrite(text.trim(), visibility, status));
    setBusy(false);
  }

  const isBad = result !== null && !(GOOD.includes(result.kind) && hasStatus(result));
  return (
    <section class="ticket-note" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{i18n.t(HEADINGS[how])}</h2>
      {!(result?.kind === "written" || result?.kind === "filled") && (
        <>
          <div class="field">
            <label for={id}>{i18n.t("note.label")}</label>
            <textarea
              id={id}
              ref={field}
              rows={3}
              dir="auto"
              maxLength={MAX_NOTE_LENGTH}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </div>
          {how !== "copy" && canBePublic && !isOver && (
            <fieldset class="ticket-note-visibility">
              <legend class="visually-hidden">{i18n.t("note.visibility")}</legend>
              {(["internal", "public"] as const).map((choice) => (
                <label key={choice} class="choice">
                  <input
                    type="radio"
                    name={`${id}-visibility`}
                    checked={visibility === choice}
                    onChange={() => setVisibility(choice)}
                  />
                  <span>{i18n.t(choice === "internal" ? "note.internal" : "note.public")}</span>
                </label>
              ))}
            </fieldset>
          )}
          {how === "write" && !canBePublic && !isOver && <p class="quiet">{i18n.t("note.internalOnly")}</p>}
          {how === "write" && canSetStatus && !isOver && (
            <StatusChoice onStatuses={onStatuses} onChoose={setStatus} />
          )}
        </>
      )}
      <p class={isBad ? "problem" : "good"} role="status">
        {result && noteResultText(result)}
        {copied !== null && ` ${i18n.t(copied ? "note.copied" : "note.copyFailed")}`}
      </p>
      <div class="buttons">
        {how !== "copy" && !isOver && (
          <button
            type="button"
            class="primary"
            aria-disabled={!isReady}
            onClick={(event) => void write(event)}
          >
            {busy && <span class="spinner late" aria-hidden="true" />}
            {i18n.t(how === "write" ? "note.write" : "note.fill")}
          </button>
        )}
        {result?.kind !== "written" && result?.kind !== "filled" && (
          <button
            type="button"
            class={how === "copy" ? "primary" : undefined}
            onClick={() => void onCopy(text).then(setCopied)}
          >
            {i18n.t("note.copy")}
          </button>
        )}
        <button type="button" class="link" onClick={onLater}>
          {i18n.t(result ? "note.close" : "note.later")}
        </button>
      </div>
    </section>
  );
}

/** Whether the status that was wanted, if one was, is the ticket's now. */
function hasStatus(result: NoteResult): boolean {
  return result.kind !== "written" || !result.status || result.status.outcome === "changed";
}
