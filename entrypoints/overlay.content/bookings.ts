import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import type { BookedCall } from "../../lib/booking/outcome";
import { type BookingState, sendToBackground } from "../../lib/messages";
import type { Ticket } from "../../lib/ticket/ticket";
import { type OpenDialog, openDialog } from "./dialog";

/** A click on a button of ours. */
export interface Click {
  theme: "light" | "dark";
  /** Looks at the page once more; `null` when it no longer shows what was clicked, `now`: it names somebody else. */
  prepare(): Promise<{ ticket: Ticket; preset: string | null } | { now: string } | null>;
  /** The background found nobody to call: the settings have changed. */
  onNoOffer(): void;
  onClosed(): void;
}

/** In the viewer's own calendar the call is with the page's person. */
function invitedTo({ callWith, requester }: Ticket): string | null {
  return callWith === "me" ? (requester?.name ?? requester?.email ?? null) : null;
}

/**
 * The bookings of one document: one at a time, from the click to the closed dialog.
 * @param changed called when `problem` or `isBusy` answer differently
 */
export function createBookings(changed: () => void) {
  let dialog: OpenDialog | null = null;
  let problem: string | null = null;
  let busy = false;

  function say(text: string | null): void {
    problem = text;
    changed();
  }

  async function open({ theme, prepare, onNoOffer, onClosed }: Click): Promise<void> {
    const prepared = await prepare();
    if (!prepared || dialog) return;
    if ("now" in prepared) {
      problem = i18n.t("card.changed", [prepared.now]);
      return;
    }
    const opened = await sendToBackground({ type: "openBooking", ...prepared, theme });
    if (opened.kind === "none") return onNoOffer();
    dialog = openDialog({
      ...opened,
      technician: invitedTo(prepared.ticket) ?? opened.technician,
      ticket: prepared.ticket,
      theme,
      onCopied: () =>
        void sendToBackground({ type: "linkOf", ...prepared, copied: true }).catch(() => undefined),
      onClosed: () => {
        dialog = null;
        void sendToBackground({ type: "closeBooking", session: opened.session }).catch(() => undefined);
        onClosed();
      },
    });
    problem = null;
  }

  return {
    /** What went wrong with the last click, in words. */
    problem: () => problem,
    isBusy: () => busy,
    forgetProblem: () => {
      problem = null;
    },
    async book(click: Click): Promise<void> {
      if (!browser.runtime?.id) return say(i18n.t("card.reload"));
      busy = true;
      changed();
      try {
        await open(click);
      } catch (error) {
        problem = browser.runtime?.id
          ? i18n.t("card.failed", [error instanceof Error ? error.message : String(error)])
          : i18n.t("card.reload");
      } finally {
        busy = false;
        changed();
      }
    },
    /** How far a session got, as the background tells. */
    progress(session: string, state: BookingState): void {
      if (dialog?.session === session) dialog.progress(state);
    },
    /** What has changed in the record while the dialog is open; `null`: a call was cancelled. */
    booked: (call: BookedCall | null): void => dialog?.booked(call),
    close: (): void => dialog?.close(),
  };
}
