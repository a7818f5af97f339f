import { browser } from "wxt/browser";
import type { BackgroundAnswers, BookingSession, BookingState, OverlayMessage } from "../messages";
import { schedulerById } from "../scheduler";
import { other } from "../scheduler/other";
import { rememberBlockedFrame } from "./blocked-frames";
import { keepUnticked } from "./guests";
import { noteUrl } from "./left";
import { answerNative, type NativeMessage, withTime } from "./native/answer-native";
import { noSession } from "./native/problem";
import type { Outcome } from "./outcome";
import { recordChange, recordStart, recordTime } from "./record";
import { isBookingPage, type Message, type Sender } from "./sender";
import { claimSession, findSession, type Session, setSessionGuests } from "./sessions";

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
  const { ticket, technician, link, scheduler, prefill, theme, rung, native, manages, guests } = session;
  return { ticket, technician, link, scheduler, prefill, theme, rung, native, manages, guests };
}

/** What the scheduler's interface says, for the page that has claimed the session. */
export async function native(
  message: NativeMessage,
  sender: Sender,
): Promise<BackgroundAnswers[NativeMessage["type"]]> {
  const session = await claimedBy(message.session, sender);
  return session?.native ? answerNative(message, session) : noSession();
}

/**
 * Sets who is invited, of those that the session itself has found; whoever else is named does not count. The dialog learns
 * of it by the plain link.
 */
export async function chooseGuests(
  { session: id, emails }: Message<"chooseGuests">,
  sender: Sender,
): Promise<BackgroundAnswers["chooseGuests"]> {
  const session = await claimedBy(id, sender);
  if (!session) return { guests: [] };
  const known = session.guests.map(({ email }) => email);
  const guests = known.filter((email) => emails.includes(email));
  const { opener, booking } = session;
  const scheduler = schedulerById(session.scheduler) ?? other;
  const plainLink = scheduler.plainLink(new URL(session.link), { ...session.prefill, guests }).href;
  await setSessionGuests(id, guests, plainLink);
  if (booking)
    await keepUnticked(
      booking.portal,
      booking.ticket.id,
      known.filter((email) => !guests.includes(email)),
    );
  await tell(opener, { type: "linkChanged", session: id, plainLink });
  return { guests };
}

/** Notes that a calendar is opened in the sender's frame. */
export async function calendarOpened(
  { session: id, url }: Message<"calendarOpened">,
  sender: Sender,
): Promise<null> {
  const session = await claimedBy(id, sender);
  if (session) noteUrl(url, session.manages ? "change" : "calendar", session.booking);
  return null;
}

/** Notes that the plain link of a session is opened in a tab, or taken along. */
export async function linkTaken(
  { session: id, how, url }: Message<"linkTaken">,
  sender: Sender,
): Promise<null> {
  const own = await claimedBy(id, sender);
  const session = own ?? (await findSession(id));
  if (!session || (!own && session.opener?.tab !== sender.tab?.id)) return null;
  noteUrl(own && url !== null ? url : session.plainLink, how, session.booking);
  return null;
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
  const outcome = await withTime(told, session);
  if (outcome !== told) await recordTime(session.id, outcome, new Date());
  return outcome;
}

function tellOpener({ id, opener }: Session, state: BookingState): Promise<void> {
  return tell(opener, { type: "bookingProgress", session: id, state });
}

async function tell(opener: Session["opener"], message: OverlayMessage): Promise<void> {
  if (!opener) return;
  // The tab may have been closed or navigated away since.
  await browser.tabs.sendMessage(opener.tab, message, { frameId: opener.frame }).catch(() => undefined);
}
