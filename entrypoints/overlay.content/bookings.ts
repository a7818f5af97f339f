import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import type { CallAction } from "../../components/CallActions";
import { changedCall, type RecordChange } from "../../lib/booking/changed-call";
import type { BookedCall } from "../../lib/booking/outcome";
import { callDraft } from "../../lib/booking/watchers/call-draft";
import { type BookingState, sendToBackground } from "../../lib/messages";
import type { Ticket } from "../../lib/ticket/ticket";
import { type OpenDialog, openDialog } from "./dialog";
import { saveFile } from "./save-file";

/** A click on a button of ours. */
export interface Click {
  theme: "light" | "dark";
  /** Looks at the page once more; `null` when it no longer shows what was clicked, `now`: it names somebody else. */
  prepare(): Promise<{ ticket: Ticket; preset: string | null } | { now: string } | null>;
  /** The background found nobody to call: the settings have changed. */
  onNoOffer(): void;
  onClosed(): void;
}

/** How Cal.com's page of a booked call opens; its link never leaves our own pages. */
const managed = {
  plainLink: null,
  scheduler: "Cal.com",
  how: "frame",
  quiet: false,
  tells: "time",
  guard: [],
  onCopied: () => undefined,
  draftFor: () => null,
} satisfies Partial<Parameters<typeof openDialog>[0]>;

/** In the viewer's own calendar the call is with the page's person. */
function invitedTo({ callWith, requester }: Ticket): string | null {
  return callWith === "me" ? (requester?.name ?? requester?.email ?? null) : null;
}

/**
 * The bookings of one document: one at a time, from the click to the closed dialog.
 * @param changed called when `problem` or `isBusy` answer differently
 * @param onOpened called when a technician's calendar opens
 */
export function createBookings(changed: () => void, onOpened: (ticket: Ticket, technician: string) => void) {
  let dialog: OpenDialog | null = null;
  /** Id of the call that the dialog is about; `null` before it is booked. */
  let about: string | null = null;
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
    onOpened(prepared.ticket, opened.technician);
    const technician = invitedTo(prepared.ticket) ?? opened.technician;
    const onCopied = () =>
      void sendToBackground({ type: "linkOf", ...prepared, copied: true }).catch(() => undefined);
    const draftFor = (call: BookedCall) => callDraft(prepared.ticket, call);
    show(
      { ...opened, technician, ticket: prepared.ticket, theme, manages: null, onCopied, draftFor },
      null,
      onClosed,
    );
  }

  function show(
    options: Omit<Parameters<typeof openDialog>[0], "onClosed">,
    call: string | null,
    onClosed: () => void,
  ): void {
    about = call;
    dialog = openDialog({
      ...options,
      onClosed: () => {
        dialog = null;
        void sendToBackground({ type: "closeBooking", session: options.session }).catch(() => undefined);
        onClosed();
      },
    });
    problem = null;
  }

  async function openManaged(
    { id }: BookedCall,
    action: CallAction,
    { theme, onClosed }: Pick<Click, "theme" | "onClosed">,
  ): Promise<void> {
    if (dialog) return;
    const answer = await sendToBackground({ type: "manageBooking", booking: id, action, theme });
    if (answer.kind === "opened") show({ ...answer, ...managed, theme }, id, onClosed);
    else if (answer.kind === "file" && answer.ics) saveFile(answer.ics, "call.ics", "text/calendar");
    else problem = answer.kind === "elsewhere" ? null : i18n.t("call.impossible");
  }

  /** Runs what a click asks for; one at a time, and what goes wrong is said in words. */
  async function run(work: () => Promise<void>): Promise<void> {
    if (!browser.runtime?.id) return say(i18n.t("card.reload"));
    busy = true;
    changed();
    try {
      await work();
    } catch (error) {
      problem = browser.runtime?.id
        ? i18n.t("card.failed", [error instanceof Error ? error.message : String(error)])
        : i18n.t("card.reload");
    } finally {
      busy = false;
      changed();
    }
  }

  return {
    /** What went wrong with the last click, in words. */
    problem: () => problem,
    isBusy: () => busy,
    forgetProblem: () => {
      problem = null;
    },
    book: (click: Click): Promise<void> => run(() => open(click)),
    /** Joins, moves or cancels a booked call, or saves it as a calendar file. */
    manage: (call: BookedCall, action: CallAction, click: Pick<Click, "theme" | "onClosed">): Promise<void> =>
      run(() => openManaged(call, action, click)),
    /** Shows all calls of a ticket, in the options. */
    showAll: (ticket: string): Promise<void> =>
      run(async () => {
        problem = null;
        await sendToBackground({ type: "showBookings", ticket });
      }),
    /** How far a session got, as the background tells. */
    progress(session: string, state: BookingState): void {
      if (dialog?.session === session) dialog.progress(state);
    },
    linkChanged(session: string, link: string): void {
      if (dialog?.session === session) dialog.linkChanged(link);
    },
    /** The record of a dialog's ticket has changed: in the dialog, in its window, or elsewhere. */
    recorded(change: RecordChange): void {
      const call = dialog ? changedCall(change, about) : undefined;
      if (call === undefined) return;
      about = call?.id ?? about;
      dialog?.booked(call);
    },
    close: (): void => dialog?.close(),
  };
}
