import { render } from "preact";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { BookingDialog, type DialogStep } from "../../components/BookingDialog";
import css from "../../components/dialog.css?inline";
import { failureText } from "../../lib/booking/failure-text";
import type { BookedCall } from "../../lib/booking/outcome";
import { type BookingState, sendToBackground } from "../../lib/messages";
import { uiDirection } from "../../lib/ui-locale";
import { copyText } from "./copy-text";
import { createShadowHost } from "./shadow-host";

/** A frame that says nothing for so long is blocked, in milliseconds. */
const SILENCE = 10_000;
/** As long after its load event; a blocked frame "loads" the browser's error page at once. */
const SILENCE_AFTER_LOAD = 3_000;

/** Smallest width and height of a portal's frame in which a calendar can be used, in CSS pixels. */
const SMALLEST = 480;

export interface DialogOptions {
  session: string;
  technician: string;
  ticket: { number: string; subject: string | null };
  /** `null` for the page of a booked call: its address is not for the portal's page. */
  plainLink: string | null;
  /** The portal has blocked a frame before: straight to the window. */
  frameBlocked: boolean;
  theme: "light" | "dark";
  onClosed(): void;
}

/** The dialog of one booking session, and its walk down the ladder (design.md 2.3). */
export interface OpenDialog {
  session: string;
  progress(state: BookingState): void;
  /** Says when the call takes place; `null` after it was cancelled. */
  booked(call: BookedCall | null): void;
  close(): void;
}

export function openDialog(options: DialogOptions): OpenDialog {
  const { session, technician, ticket, plainLink, frameBlocked, theme } = options;
  const host = createShadowHost("callcard-dialog", css, i18n.t("meta.locale"), uiDirection());
  const src = browser.runtime.getURL(`/booking.html#${session}`);
  const tooSmall = isInSmallFrame();
  let at: DialogStep = frameBlocked || tooSmall ? { step: "opening" } : { step: "frame", src, ready: false };
  let call: BookedCall | null = null;
  let started = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function paint() {
    render(
      <BookingDialog
        technician={technician}
        ticket={ticket}
        plainLink={plainLink}
        theme={theme}
        at={at}
        call={call}
        onClose={close}
        onFrameLoad={() => {
          if (started || at.step !== "frame") return;
          clearTimeout(timer);
          timer = setTimeout(blocked, SILENCE_AFTER_LOAD);
        }}
        onWindowAgain={() => void openWindow("", false)}
        onCopy={async () => plainLink !== null && copyText(plainLink)}
      />,
      host.root,
    );
  }

  function blocked() {
    void openWindow(i18n.t("ladder.blocked"), true);
  }

  /** @param seemsBlocked whether the portal seems to have blocked the frame just now */
  async function openWindow(why: string, seemsBlocked: boolean) {
    clearTimeout(timer);
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
  paint();
  if (frameBlocked) void openWindow(i18n.t("ladder.blocked"), false);
  else if (tooSmall) void openWindow(i18n.t("ladder.tooSmall"), false);
  else timer = setTimeout(blocked, SILENCE);

  return {
    session,
    close,
    booked(booked) {
      call = booked;
      paint();
    },
    progress(state) {
      if (at.step !== "frame") return;
      if (state.step === "started") {
        started = true;
        clearTimeout(timer);
      } else if (state.step === "ready") {
        at = { ...at, ready: true };
        paint();
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
