import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { dialogTitle } from "../lib/booking/dialog-title";
import type { ToldCall } from "../lib/booking/outcome";
import type { ManageAction } from "../lib/scheduler/manage-link";
import { BookedCallText } from "./BookedCallText";
import { PlainLink } from "./PlainLink";
import { type CallSubject, TicketLine } from "./TicketLine";

export interface BookingPageProps {
  /** In the dialog's frame the dialog has heading and link; in a window of its own the page has them. */
  alone: boolean;
  /** For what it shows the scheduler's page of a call that is booked; only our own page may name its address. */
  manages: ManageAction | null;
  technician: string;
  ticket: CallSubject | null;
  plainLink: string;
  ready: boolean;
  /** Why the calendar cannot be shown, in words. */
  failure: string | null;
  call: ToldCall | null;
  /** `false`: the browser refuses to store what the calendar said. */
  kept: boolean;
  /** Puts the calendar into the element, once. */
  onMount(container: HTMLElement): void;
  onCopy(): Promise<boolean>;
  onOpenLink(): void;
  /** Choosing a time in CallCard. It keeps what was typed while the calendar is shown in its place. */
  flow?: ComponentChildren;
  /** `booked`: neither is needed any more. */
  shows?: "flow" | "calendar" | "booked";
  /** What is said above both. */
  note?: ComponentChildren;
  /** What is asked once the call is booked. */
  ticketNote?: ComponentChildren;
  /** Failure and link are said here, although there is a dialog around. */
  saysAll?: boolean;
}

/** Our booking page: the calendar, and around it what a window of its own needs. */
export function BookingPage({
  alone,
  manages,
  technician,
  ticket,
  plainLink,
  ready,
  failure,
  call,
  kept,
  onMount,
  onCopy,
  onOpenLink,
  flow,
  shows = "calendar",
  note,
  ticketNote,
  saysAll = alone,
}: BookingPageProps) {
  return (
    <main class={alone ? "alone" : "framed"}>
      {alone && (
        <header>
          <h1>{dialogTitle(manages, technician)}</h1>
          {ticket && <TicketLine ticket={ticket} />}
        </header>
      )}
      {alone && (
        <div role="status" class="announcement">
          {call && shows !== "booked" && <BookedCallText call={call} />}
        </div>
      )}
      {!kept && (
        <div class="message" role="alert">
          <p>{i18n.t("booking.notKept")}</p>
        </div>
      )}
      {note}
      {flow && (
        <div class="flow" hidden={shows !== "flow"}>
          {flow}
        </div>
      )}
      {shows === "calendar" && (
        <div class="calendar" hidden={failure !== null}>
          {!ready && (
            <p class="progress" role="status">
              <span class="spinner" aria-hidden="true" />
              {i18n.t("dialog.opening", [technician])}
            </p>
          )}
          <Mount ready={ready} onMount={onMount} />
        </div>
      )}
      {shows === "booked" && call && (
        <div class="message">
          <BookedCallText call={call} />
        </div>
      )}
      {failure && saysAll && (
        <div class="message" role="alert">
          <p>{failure}</p>
        </div>
      )}
      {ticketNote}
      {(alone || manages !== null || (saysAll && failure)) && (
        <footer>
          <PlainLink href={plainLink} onOpen={onOpenLink} onCopy={onCopy} />
        </footer>
      )}
    </main>
  );
}

/** Where the calendar is put, once. */
function Mount({ ready, onMount }: Pick<BookingPageProps, "ready" | "onMount">) {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (container.current) onMount(container.current);
  }, []);
  return <div ref={container} class={ready ? "mount" : "mount waiting"} />;
}
