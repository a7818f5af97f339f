import { X } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { dialogTitle } from "../lib/booking/dialog-title";
import type { BookedCall } from "../lib/booking/outcome";
import type { MailDraft } from "../lib/booking/watchers/mail-draft";
import type { ManageAction } from "../lib/scheduler/manage-link";
import { BookedCallText } from "./BookedCallText";
import { CallTimeForm } from "./CallTimeForm";
import { PlainLink } from "./PlainLink";
import { TellWatchers } from "./TellWatchers";
import { type CallSubject, TicketLine } from "./TicketLine";

/** On which rung of the ladder (design.md 2.3) the dialog stands, and the words for how it came there. */
export type DialogStep =
  | { step: "guard"; notes: readonly string[]; open: string }
  | { step: "opening" }
  | { step: "frame"; src: string; ready: boolean }
  | { step: "window"; why: string }
  | { step: "link"; why: string };

export interface BookingDialogProps {
  technician: string;
  /** What is done to a call that is booked; `null`: one is booked. */
  manages: ManageAction | null;
  ticket: CallSubject;
  plainLink: string | null;
  theme: "light" | "dark";
  at: DialogStep;
  /** The call, once it is booked. */
  call: BookedCall | null;
  /** The calendar does not say when a call was booked: the person may. */
  byHand: boolean;
  /** A frame about which nothing is known has had its time: perhaps there is nothing in it. */
  quiet: boolean;
  onClose(): void;
  onFrameLoad(): void;
  onWindow(): void;
  /** The notes were read: on to the calendar. */
  onGoOn(): void;
  /** The person has booked; `null`: for a time not known. @returns whether it was recorded */
  onBooked(start: string | null): Promise<boolean>;
  /** @returns whether it was recorded */
  onTime(call: BookedCall, start: string): Promise<boolean>;
  onCopy(): Promise<boolean>;
  /** A draft that tells the ticket's watchers about a call; `null` where there is nobody to tell. */
  draftFor(call: BookedCall): MailDraft | null;
  onTell(draft: MailDraft, how: "mail" | "copy"): Promise<boolean>;
  /** The plain link is opened in a tab. */
  onOpenLink(): void;
}

/** The modal dialog on the portal page; the calendar itself is our booking page in its frame. */
export function BookingDialog(props: BookingDialogProps) {
  const { technician, manages, ticket, plainLink, theme, call, at } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} data-theme={theme} aria-labelledby="title" onClose={props.onClose} closedby="any">
      <div class="frame">
        <header>
          <div>
            <h2 id="title">{dialogTitle(manages, technician)}</h2>
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
          {call && (
            <BookedCallText
              key={call.id}
              call={call}
              asks={!props.byHand}
              onTime={(start) => props.onTime(call, start)}
            />
          )}
          {call && <TellWatchers draft={props.draftFor(call)} onTell={props.onTell} />}
        </div>
        <Calendar {...props} />
        {props.byHand && !call && at.step !== "guard" && at.step !== "opening" && <ByHand {...props} />}
        <footer>
          {plainLink && <PlainLink href={plainLink} onOpen={props.onOpenLink} onCopy={props.onCopy} />}
        </footer>
      </div>
    </dialog>
  );
}

/** Where the calendar does not tell: the person does. */
function ByHand({ onBooked }: BookingDialogProps) {
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  return (
    <div class="by-hand">
      {asked ? (
        <CallTimeForm
          label={i18n.t("callTime.when")}
          autoFocus
          onSave={onBooked}
          onLater={() => setAsked(false)}
        >
          <button
            type="button"
            class="link"
            onClick={async (event) => event.isTrusted && setFailed(!(await onBooked(null)))}
          >
            {i18n.t("callTime.unknown")}
          </button>
        </CallTimeForm>
      ) : (
        <>
          <p class="quiet">{i18n.t("dialog.tellsNothing")}</p>
          <button type="button" class="secondary" onClick={() => setAsked(true)}>
            {i18n.t("dialog.haveBooked")}
          </button>
        </>
      )}
      {failed && <p role="alert">{i18n.t("callTime.notSaved")}</p>}
    </div>
  );
}

/** What the person should know before a call is booked. */
function Guard({ notes, open, onGoOn }: { notes: readonly string[]; open: string; onGoOn(): void }) {
  return (
    <div class="message" role="alert">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <button type="button" class="secondary" onClick={(event) => event.isTrusted && onGoOn()}>
        {open}
      </button>
    </div>
  );
}

function Calendar({ at, technician, quiet, onFrameLoad, onWindow, onGoOn }: BookingDialogProps) {
  if (at.step === "guard") return <Guard notes={at.notes} open={at.open} onGoOn={onGoOn} />;
  if (at.step === "window" || at.step === "link") {
    return (
      <div class="message" role="alert">
        <p>{at.why}</p>
        {at.step === "window" && (
          <button type="button" class="secondary" onClick={onWindow}>
            {i18n.t("dialog.windowAgain")}
          </button>
        )}
      </div>
    );
  }
  return (
    <>
      {quiet && (
        <p class="nothing-to-see quiet" role="status">
          {i18n.t("dialog.nothingToSee")}{" "}
          <button type="button" class="link" onClick={onWindow}>
            {i18n.t("dialog.openWindow")}
          </button>
        </p>
      )}
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
    </>
  );
}
