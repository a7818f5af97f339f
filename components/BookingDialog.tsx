import { X } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import type { BookedCall } from "../lib/booking/outcome";
import { BookedCallText } from "./BookedCallText";
import { PlainLink } from "./PlainLink";
import { type CallSubject, TicketLine } from "./TicketLine";

/** On which rung of the ladder (design.md 2.3) the dialog stands, and the words for how it came there. */
export type DialogStep =
  | { step: "opening" }
  | { step: "frame"; src: string; ready: boolean }
  | { step: "window"; why: string }
  | { step: "link"; why: string };

export interface BookingDialogProps {
  technician: string;
  ticket: CallSubject;
  plainLink: string | null;
  theme: "light" | "dark";
  at: DialogStep;
  /** The call, once it is booked. */
  call: BookedCall | null;
  onClose(): void;
  onFrameLoad(): void;
  onWindowAgain(): void;
  onCopy(): Promise<boolean>;
}

/** The modal dialog on the portal page; the calendar itself is our booking page in its frame. */
export function BookingDialog(props: BookingDialogProps) {
  const { technician, ticket, plainLink, theme, call } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} data-theme={theme} aria-labelledby="title" onClose={props.onClose} closedby="any">
      <div class="frame">
        <header>
          <div>
            <h2 id="title">{i18n.t("dialog.title", [technician])}</h2>
            <TicketLine ticket={ticket} />
          </div>
          <button
            type="button"
            class="close"
            aria-label={i18n.t("dialog.close")}
            onClick={() => dialog.current?.close()}
          >
            <X size={20} aria-hidden="true" />
          </button>
        </header>
        <div class="announcement" role="status">
          {call && <BookedCallText call={call} />}
        </div>
        <Calendar {...props} />
        <footer>{plainLink && <PlainLink href={plainLink} onCopy={props.onCopy} />}</footer>
      </div>
    </dialog>
  );
}

function Calendar({ at, technician, onFrameLoad, onWindowAgain }: BookingDialogProps) {
  if (at.step === "window" || at.step === "link") {
    return (
      <div class="message" role="alert">
        <p>{at.why}</p>
        {at.step === "window" && (
          <button type="button" class="secondary" onClick={onWindowAgain}>
            {i18n.t("dialog.windowAgain")}
          </button>
        )}
      </div>
    );
  }
  return (
    <div class="calendar">
      {at.step === "opening" || !at.ready ? (
        <p class="progress" role="status">
          <span class="spinner" aria-hidden="true" />
          {i18n.t("dialog.opening", [technician])}
        </p>
      ) : null}
      {at.step === "frame" && (
        <iframe src={at.src} title={i18n.t("dialog.frameTitle", [technician])} onLoad={onFrameLoad} />
      )}
    </div>
  );
}
