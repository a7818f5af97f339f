import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { BookingSession } from "../messages";
import { NoteTarget } from "../note/target";
import { KnownMeetingType } from "./native/session";
import { NewBooking } from "./store/booking";

/**
 * One booking in progress, from the click to the outcome. It lives in session storage, where content scripts cannot
 * reach and which outlives the background worker; the booking page gets it by a random id.
 */
const Session = z.object({
  ...BookingSession.shape,
  id: z.string(),
  /** Where it was opened; `null` for "try it". */
  opener: z.nullable(z.object({ tab: z.number(), frame: z.number() })),
  /** Origin of the portal. */
  portal: z.nullable(z.string()),
  /** The scheduler's own page, with prefill. */
  plainLink: z.string(),
  /** Its window shows the scheduler's own page: ours could show nothing more. */
  direct: z.boolean(),
  /** Window: it stands in for a frame that the portal seems to block. */
  insteadOfFrame: z.boolean(),
  /** The booking that it makes or changes; `null` for "try it". */
  booking: z.nullable(NewBooking),
  /** The ticket page that it was opened on, for the note after it; `null` where no call is booked about a ticket. */
  note: z.nullable(NoteTarget),
  /** The tab whose booking page has claimed it. */
  claimedBy: z.nullable(z.number()),
  /** What that page has made up: by it the page is known when it asks again. */
  claim: z.nullable(z.string()),
  /** The account of this browser whose calendar it is. */
  account: z.nullable(z.string()),
  /** The kinds of call that were offered: no other one is booked. */
  meetingTypes: z.array(KnownMeetingType),
});
export type Session = z.infer<typeof Session>;
/** What is known of a session before it is opened. */
export type NewSession = Omit<Session, "id" | "claimedBy" | "claim" | "meetingTypes" | "guests"> &
  Partial<Pick<Session, "guests">>;

const PREFIX = "session:";

/**
 * Keeps a new session under a random id. In one document one dialog is open at a time: what an earlier one has left there,
 * because the page was reloaded or an answer was lost, goes.
 */
export async function openSession(session: NewSession): Promise<Session> {
  const opened: Session = {
    guests: [],
    ...session,
    id: crypto.randomUUID(),
    claimedBy: null,
    claim: null,
    meetingTypes: [],
  };
  if (opened.rung === "frame") await forget((other) => isOfSameDocument(other, opened));
  await browser.storage.session.set({ [PREFIX + opened.id]: opened });
  return opened;
}

export async function findSession(id: string): Promise<Session | null> {
  const stored = await browser.storage.session.get(PREFIX + id);
  return Session.safeParse(stored[PREFIX + id]).data ?? null;
}

/**
 * Hands a session to the booking page that asks for it. A frame gets it once, and only in the tab where it was opened;
 * a window may be reloaded.
 * @param claim made up by the page: whoever asks with the same one is the same page, whose answer was lost
 * @returns `null` for everybody else
 */
export async function claimSession(
  id: string,
  tab: number,
  isFrame: boolean,
  claim: string,
): Promise<Session | null> {
  return navigator.locks.request(PREFIX + id, async () => {
    const session = await findSession(id);
    if (!session || (session.rung === "frame") !== isFrame) return null;
    const allowed = isFrame
      ? (session.claimedBy === null || session.claim === claim) && session.opener?.tab === tab
      : session.claimedBy === null || session.claimedBy === tab;
    if (!allowed) return null;
    const claimed = { ...session, claimedBy: tab, claim };
    await browser.storage.session.set({ [PREFIX + id]: claimed });
    return claimed;
  });
}

/** Keeps which kinds of call a session has been offered. */
export async function keepMeetingTypes(id: string, meetingTypes: KnownMeetingType[]): Promise<void> {
  await navigator.locks.request(PREFIX + id, async () => {
    const session = await findSession(id);
    if (session) await browser.storage.session.set({ [PREFIX + id]: { ...session, meetingTypes } });
  });
}

/** From now on the session is about another booking: a second one in the same open calendar. */
export async function setSessionBooking(id: string, booking: string): Promise<void> {
  await navigator.locks.request(PREFIX + id, async () => {
    const session = await findSession(id);
    if (!session?.booking) return;
    const changed = { ...session, booking: { ...session.booking, id: booking } };
    await browser.storage.session.set({ [PREFIX + id]: changed });
  });
}

/** From now on the session invites these guests, and asks no more. */
export async function setSessionGuests(id: string, guests: string[], plainLink: string): Promise<void> {
  await navigator.locks.request(PREFIX + id, async () => {
    const session = await findSession(id);
    if (!session) return;
    const prefill = { ...session.prefill, guests };
    const booking = session.booking && { ...session.booking, invited: guests.length > 0 };
    const changed: Session = { ...session, prefill, plainLink, booking, guests: [] };
    await browser.storage.session.set({ [PREFIX + id]: changed });
  });
}

export async function closeSession(id: string): Promise<void> {
  await browser.storage.session.remove(PREFIX + id);
}

/** Forgets the sessions of a tab that is gone, but for those that went on in a window of their own. */
export function closeSessionsOf(tab: number): Promise<void> {
  return forget((session) => (session.claimedBy ?? session.opener?.tab) === tab);
}

/** Both belong to a dialog of the same document; it has no second one. */
function isOfSameDocument({ rung, opener }: Session, other: Session): boolean {
  if (rung !== "frame" || !opener || !other.opener) return false;
  return opener.tab === other.opener.tab && opener.frame === other.opener.frame;
}

async function forget(isGone: (session: Session) => boolean): Promise<void> {
  const stored = await browser.storage.session.get(null);
  const gone = Object.entries(stored).flatMap(([key, raw]) => {
    const session = key.startsWith(PREFIX) ? Session.safeParse(raw).data : undefined;
    return session && isGone(session) ? [key] : [];
  });
  if (gone.length > 0) await browser.storage.session.remove(gone);
}
