import { render } from "preact";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { BookingDialog, type DialogStep } from "../../components/BookingDialog";
import timeCss from "../../components/call-time.css?inline";
import css from "../../components/dialog.css?inline";
import type { CallSubject } from "../../components/TicketLine";
import { failureText } from "../../lib/booking/failure-text";
import { guardText } from "../../lib/booking/guard-text";
import type { BookedCall } from "../../lib/booking/outcome";
import type { MailDraft } from "../../lib/booking/watchers/mail-draft";
import { type BackgroundAnswers, type BookingState, sendToBackground } from "../../lib/messages";
import type { ManageAction } from "../../lib/scheduler/manage-link";
import { uiDirection } from "../../lib/ui-locale";
import { copyText } from "./copy-text";
import { createShadowHost } from "./shadow-host";
import { tellWatchers } from "./tell-watchers";

/** A frame that says nothing for so long is blocked, in milliseconds. */
const SILENCE = 10_000;
/** As long after its load event; a blocked frame "loads" the browser's error page at once. */
const SILENCE_AFTER_LOAD = 3_000;

/** Smallest width and height of a portal's frame in which a calendar can be used, in CSS pixels. */
const SMALLEST = 480;

/** A frame of which nothing can be known may be empty; after so long it is said how to go on, in milliseconds. */
const QUIET = 4_000;

export interface DialogOptions
  extends Omit<Extract<BackgroundAnswers["openBooking"], { kind: "opened" }>, "kind" | "plainLink"> {
  ticket: CallSubject & { id: string };
  /** `null` for the page of a booked call: its address is not for the portal's page. */
  plainLink: string | null;
  theme: "light" | "dark";
  draftFor(call: BookedCall): MailDraft | null;
  /** What is done to a call that is booked; `null`: one is booked. */
  manages: ManageAction | null;
  /** The person takes the link along. */
  onCopied(): void;
  onClosed(): void;
}

/** The dialog of one booking session, and its walk down the ladder (design.md 2.3). */
export interface OpenDialog {
  session: string;
  progress(state: BookingState): void;
  /** Says when the call takes place; `null` after it was cancelled. */
  booked(call: BookedCall | null): void;
  /** Whom the call is for has been chosen: this is the link now. */
  linkChanged(link: string): void;
  close(): void;
}

export function openDialog(options: DialogOptions): OpenDialog {
  const { session, technician, ticket, scheduler, theme } = options;
  let { plainLink } = options;
  const host = createShadowHost("callcard-dialog", css + timeCss, i18n.t("meta.locale"), uiDirection());
  const src = browser.runtime.getURL(`/booking.html#${session}`);
  let at: DialogStep = { step: "opening" };
  let quiet = false;
  let call: BookedCall | null = null;
  let started = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function paint() {
    render(
      <BookingDialog
        technician={technician}
        manages={options.manages}
        ticket={ticket}
        plainLink={plainLink}
        theme={theme}
        at={at}
        call={call}
        byHand={plainLink !== null && (options.tells === "nothing" || at.step === "link")}
        quiet={quiet}
        onClose={close}
        onFrameLoad={() => {
          if (started || at.step !== "frame") return;
          clearTimeout(timer);
          timer = setTimeout(blocked, SILENCE_AFTER_LOAD);
        }}
        onWindow={() => void openWindow("", false)}
        onGoOn={begin}
        onBooked={(start) => recorded(sendToBackground({ type: "bookedByHand", session, start }))}
        onTime={({ id: call }, start) =>
          recorded(sendToBackground({ type: "tellCallTime", ticket: ticket.id, call, start }))
        }
        onCopy={async () => {
          options.onCopied();
          return plainLink !== null && copyText(plainLink);
        }}
        draftFor={options.draftFor}
        onTell={(draft, how) => tellWatchers(ticket.number, draft, how)}
        onOpenLink={() =>
          void sendToBackground({ type: "linkTaken", session, how: "tab", url: null }).catch(() => null)
        }
      />,
      host.root,
    );
  }

  /** Opens the calendar, on the first rung that may hold. */
  function begin() {
    const reason = notInFrame();
    at = reason === null ? { step: "frame", src, ready: false } : { step: "opening" };
    paint();
    if (reason === null) timer = setTimeout(blocked, SILENCE);
    else void openWindow(reason, false);
  }

  /** Why the calendar cannot be shown here at all, in words. */
  function notInFrame(): string | null {
    if (options.how === "window")
      return scheduler ? i18n.t("ladder.refusesFrames", [scheduler]) : i18n.t("ladder.unknownScheduler");
    if (options.frameBlocked) return i18n.t("ladder.blocked");
    return isInSmallFrame() ? i18n.t("ladder.tooSmall") : null;
  }

  function blocked() {
    void openWindow(i18n.t("ladder.blocked"), true);
  }

  function maybeEmpty() {
    quiet = true;
    paint();
  }

  /** @param seemsBlocked whether the portal seems to have blocked the frame just now */
  async function openWindow(why: string, seemsBlocked: boolean) {
    clearTimeout(timer);
    quiet = false;
    const { opened } = await sendToBackground({
      type: "openBookingWindow",
      session,
      frameBlocked: seemsBlocked,
    }).catch(() => ({ opened: false }));
    at = opened
      ? { step: "window", why: [why, i18n.t("dialog.window")].join(" ").trim() }
      : {
          step: "link",
          why: [why, i18n.t("ladder.windowFailed"), i18n.t("ladder.tabNext")].join(" ").trim(),
        };
    paint();
  }

  function close() {
    clearTimeout(timer);
    render(null, host.root);
    host.remove();
    options.onClosed();
  }

  document.body.append(host.element);
  if (options.guard.length === 0) begin();
  else {
    const notes = options.guard.map((note) => guardText(note, technician));
    at = { step: "guard", notes, open: i18n.t("guard.open", [technician]) };
    paint();
  }

  return {
    session,
    close,
    linkChanged(link) {
      if (plainLink === null) return;
      plainLink = link;
      paint();
    },
    booked(booked) {
      call = booked;
      paint();
    },
    progress(state) {
      if (at.step !== "frame") return;
      if (state.step === "started") {
        started = true;
        clearTimeout(timer);
      } else if (state.step === "asking") {
        at = { ...at, ready: true };
        paint();
        host.root.querySelector("iframe")?.focus(); // its button is one key away
      } else if (state.step === "ready") {
        at = { ...at, ready: true };
        paint();
        if (options.quiet) timer = setTimeout(maybeEmpty, QUIET);
      } else if (state.step === "failed") {
        const why = failureText(state, technician);
        // Silence may be the frame's fault, an answer is not: a window would get the same one.
        if (state.cause === "silence") void openWindow(why, state.code === "after-load");
        else {
          at = { step: "link", why: `${why} ${i18n.t("ladder.tabNext")}` };
          paint();
        }
      }
    },
  };
}

/** Whether this document stands in a frame that is too small, in a tab that has more room. */
function isInSmallFrame(): boolean {
  const tab = window.top;
  if (!tab || tab === window) return false;
  const isSmall = (own: number, whole: number) => own < SMALLEST && own < 0.8 * whole;
  return isSmall(innerWidth, tab.innerWidth) || isSmall(innerHeight, tab.innerHeight);
}

/** Whether the background has recorded it; not when it is gone. */
function recorded(answer: Promise<{ recorded: boolean }>): Promise<boolean> {
  return answer.then(
    ({ recorded }) => recorded,
    () => false,
  );
}
