import { browser } from "wxt/browser";
import type { BackgroundAnswers, BookingSession, BookingState } from "../messages";
import { rememberBlockedFrame } from "./blocked-frames";
import { answerNative, type NativeMessage, withTime } from "./native/answer-native";
import { markAttempt } from "./native/attempts";
import { noSession } from "./native/problem";
import type { Outcome } from "./outcome";
import { recordChange, recordStart, recordTime } from "./record";
import { isBookingPage, type Message, type Sender } from "./sender";
import { claimSession, findSession, type Session } from "./sessions";

/** Hands a session to the booking page that asks for it; `null` for everybody else. */
export async function claim(
  { session: id, claim }: Message<"claimSession">,
  sender: Sender,
): Promise<BookingSession | null> {
  const tab = sender.tab?.id;
  if (tab === undefined || !isBookingPage(sender)) return null;
  const session = await claimSession(id, tab, sender.frameId !== 0, claim);
  if (!session) return null;
  await tellOpener(session, { step: "started" });
  const { ticket, technician, link, scheduler, prefill, theme, rung, native, manages } = session;
  return { ticket, technician, link, scheduler, prefill, theme, rung, native, manages };
}

/** What the scheduler's interface says, for the page that has claimed the session. */
export async function native(
  message: NativeMessage,
  sender: Sender,
): Promise<BackgroundAnswers[NativeMessage["type"]]> {
  const session = await claimedBy(message.session, sender);
  return session?.native ? answerNative(message, session) : noSession();
}

/** The session that the sender, our booking page, has claimed. */
async function claimedBy(id: string, sender: Sender): Promise<Session | null> {
  const session = await findSession(id);
  const isIts = session && isBookingPage(sender) && session.claimedBy === sender.tab?.id;
  return isIts ? session : null;
}

/** Records how far the booking page got, and tells the dialog. */
export async function progress(
  { session: id, state }: Message<"bookingState">,
  sender: Sender,
): Promise<BackgroundAnswers["bookingState"]> {
  const session = await claimedBy(id, sender);
  if (!session) return { kept: true, outcome: null };
  let kept = true;
  let outcome: Outcome | null = null;
  if (state.step === "booked" || state.step === "rescheduled") {
    // The card learns of it by watching the record.
    kept = await recordChange(session, { what: state.step, outcome: state.outcome }, new Date());
    if (session.account) outcome = await completed(session, state.outcome);
  } else if (state.step === "cancelled") {
    kept = await recordChange(session, { what: "cancelled" }, new Date());
    if (session.account) await markAttempt(session.id, false);
  } else {
    if (state.step === "ready" && !session.manages) await recordStart(session, new Date());
    // It was silent in the page and answers here: the page was in the way, not the calendar or the network.
    if (state.step === "ready" && session.insteadOfFrame && session.portal)
      await rememberBlockedFrame(session.portal, new Date());
    await tellOpener(session, state);
  }
  return { kept, outcome };
}

/** The booking is recorded by now; what an account's token may find out about it is added. */
async function completed(session: Session, told: Outcome): Promise<Outcome> {
  await markAttempt(session.id, true);
  const outcome = await withTime(told, session);
  if (outcome !== told) await recordTime(session.id, outcome, new Date());
  return outcome;
}

async function tellOpener({ id, opener }: Session, state: BookingState): Promise<void> {
  if (!opener) return;
  const message = { type: "bookingProgress", session: id, state };
  // The tab may have been closed or navigated away since.
  await browser.tabs.sendMessage(opener.tab, message, { frameId: opener.frame }).catch(() => undefined);
}
