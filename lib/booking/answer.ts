import { type Browser, browser } from "wxt/browser";
import type { BackgroundAnswers, BackgroundMessage, BookingSession, BookingState } from "../messages";
import { findNote, redeemNote, writeNote } from "../note/answer-note";
import { keepNoteTarget } from "../note/targets";
import { type NoOffer, type Offer, resolve } from "../offer/resolve";
import { recogniseScheduler, schedulerById } from "../scheduler";
import { other } from "../scheduler/other";
import { type Prefill, prefillWithoutTicket } from "../scheduler/prefill";
import type { Scheduler, Theme } from "../scheduler/scheduler";
import { prefillFor } from "../scheduler/ticket-link";
import { type Account, accountOf, accounts } from "../settings/accounts";
import { markDriftSeen, noteDrift } from "../settings/drift";
import { bookingHosts, me, ownSchedulers, portals } from "../settings/items";
import { isGranted } from "../settings/permissions";
import { findPortal, newPortal, type Portal, parsePortalAddress } from "../settings/portal";
import { dropDraft, findDraft, keepDraft, saveTaught, startTeaching } from "../settings/teaching";
import { directory } from "../settings/technicians";
import { findPage } from "../ticket/find-page";
import { answerLookup } from "../ticket/lookup/answer-lookup";
import { recipeOf } from "../ticket/lookup/recipe";
import { presetById } from "../ticket/presets";
import type { Ticket } from "../ticket/ticket";
import { isFrameBlocked, rememberBlockedFrame } from "./blocked-frames";
import { readBookedCalls, upcoming } from "./booked-calls";
import { lastCopiedLink, noteCopiedLink } from "./copied-links";
import { guardNotes } from "./guard";
import { manageBooking } from "./manage-booking";
import { answerNative, type NativeMessage, withTime } from "./native/answer-native";
import { markAttempt } from "./native/attempts";
import { offerNative } from "./native/offer-native";
import { noSession } from "./native/problem";
import { bookedKey, type Outcome } from "./outcome";
import { recordChange, recordStart, recordTime } from "./record";
import {
  claimSession,
  closeSession,
  findSession,
  type NewSession,
  openSession,
  type Session,
} from "./sessions";
import { bookedByHand, tellCallTime } from "./told-by-hand";

type Sender = Browser.runtime.MessageSender;
type Message<T extends BackgroundMessage["type"]> = Extract<BackgroundMessage, { type: T }>;

/** Answers one message to the background. What the sender may not ask is answered as if there were nothing. */
export function answer(
  message: BackgroundMessage,
  sender: Sender,
): Promise<BackgroundAnswers[BackgroundMessage["type"]]> {
  switch (message.type) {
    case "openBooking":
      return openBooking(message, sender);
    case "openBookingWindow":
      return openBookingWindow(message, sender);
    case "tryLink":
      return tryLink(message, sender);
    case "claimSession":
      return claim(message, sender);
    case "bookingState":
      return progress(message, sender);
    case "bookedByHand":
      return bookedByHand(message, sender, new Date());
    case "tellCallTime":
      return portalOf(sender).then((portal) => tellCallTime(message, portal, new Date()));
    case "linkOf":
      return linkOf(message, sender);
    case "manageBooking":
      return manageBooking(message, sender, isExtensionPage(sender));
    case "closeBooking":
      return isExtensionPage(sender) || sender.tab
        ? closeSession(message.session).then(() => null)
        : Promise.resolve(null);
    case "listMeetingTypes":
    case "findSlots":
    case "bookSlot":
    case "makeLink":
      return native(message, sender);
    case "presetRecognised":
      return presetRecognised(message, sender);
    case "lookUp":
      return answerLookup(message, sender);
    case "findNote":
      return findNote(message, sender);
    case "writeNote":
      return writeNote(message, sender);
    case "redeemNote":
      return redeemNote(message, sender);
    case "addPortal":
      return isExtensionPage(sender) ? addPortal(message.origin) : Promise.resolve(null);
    case "loadLabels":
      return loadLabels(sender);
    case "pageChanged":
      return withPortal(sender, (portal) => noteDrift(portal, message));
    case "pageWorks":
      return withPortal(sender, (portal) => markDriftSeen({ portal: portal.id, page: message.page }));
    case "startTeaching":
      return (isExtensionPage(sender) ? startTeaching(message.where) : Promise.resolve(false)).then(
        (started) => ({ started }),
      );
    case "findDraft":
      return findDraft(sender);
    case "keepDraft":
      return keepDraft(message.draft, sender).then(() => null);
    case "dropDraft":
      return dropDraft(sender).then(() => null);
    case "saveTaught":
      return saveTaught(message.page, sender).then((saved) => ({ saved }));
  }
}

/** The page only yields an identity: the link is resolved here, once more, from the directory. */
async function offerFor(
  { ticket, preset }: Pick<Message<"openBooking">, "ticket" | "preset">,
  sender: Sender,
): Promise<{ kind: "offer"; offer: Offer; portal: Portal; prefill: Prefill } | ({ kind: "none" } & NoOffer)> {
  const portal = await portalOf(sender);
  const isItsOwn = portal?.id === ticket.portal && portal.origin === new URL(ticket.url).origin;
  if (!portal || !isItsOwn) return { kind: "none", reason: "assignee-unknown" };
  const resolution = await resolve(
    withOwnLink(ticket, portal, preset),
    directory,
    await bookingHosts.read(),
    await me.read(),
  );
  if (resolution.kind === "none") return resolution;
  return { ...resolution, portal, prefill: await prefillFor(ticket, portal, presetById(preset)) };
}

async function openBooking(
  message: Message<"openBooking">,
  sender: Sender,
): Promise<BackgroundAnswers["openBooking"]> {
  const resolution = await offerFor(message, sender);
  if (resolution.kind === "none") return resolution;
  const { ticket, theme } = message;
  const { offer, portal, prefill } = resolution;
  const { technician, link } = offer;
  const { scheduler, opening, plainLink, offered } = await howToOpen(link, prefill, theme);
  const quiet = opening.how === "frame" && opening.quiet;
  const now = new Date();
  const key = bookedKey(ticket.portal, ticket.id);
  const session = await openSession({
    ticket: { number: ticket.number, subject: ticket.subject },
    technician: { email: technician.email, name: technician.name },
    link,
    scheduler: scheduler.id,
    prefill,
    theme,
    rung: "frame",
    opener: { tab: sender.tab?.id ?? -1, frame: sender.frameId ?? 0 },
    portal: portal.origin,
    plainLink,
    direct: quiet || opening.how === "window",
    insteadOfFrame: false,
    manages: false,
    booking: {
      id: crypto.randomUUID(),
      scheduler: scheduler.id,
      link,
      portal: ticket.portal,
      ticket: {
        id: ticket.id,
        number: ticket.number,
        subject: ticket.subject,
        url: prefill.metadata.ticketUrl ?? null,
      },
      technician: { email: technician.email, name: technician.name },
      attendee: { name: prefill.name, email: prefill.email },
      source: "here",
    },
    ...offered,
  });
  const guard = guardNotes({
    isClosed: ticket.closed === true,
    technician,
    copied: await lastCopiedLink(ticket, now),
    calls: upcoming(await readBookedCalls(key), now),
  });
  await keepNoteTarget(session.id, {
    ticket,
    preset: message.preset,
    tab: sender.tab?.id ?? -1,
    attendee: prefill.name ?? "",
  });
  return {
    kind: "opened",
    session: session.id,
    technician: technician.email,
    plainLink,
    frameBlocked: await isFrameBlocked(portal.origin, now),
    scheduler: scheduler.name,
    how: opening.how === "window" ? "window" : "frame",
    quiet,
    tells: scheduler.tells,
    guard,
  };
}

async function linkOf(message: Message<"linkOf">, sender: Sender): Promise<BackgroundAnswers["linkOf"]> {
  const resolution = await offerFor(message, sender);
  if (resolution.kind === "none") return { plainLink: null };
  const { technician, link } = resolution.offer;
  const { plainLink } = await howToOpen(link, resolution.prefill, "light");
  if (message.copied) await noteCopiedLink(message.ticket, technician, new Date());
  return { plainLink };
}

/** How a link's scheduler opens it. An offer's link is always somebody's; the hosts of one's own may have changed since. */
async function howToOpen(link: string, prefill: Prefill, theme: Theme) {
  const url = new URL(link);
  const account = accountOf(url, await accounts.read());
  const scheduler = account
    ? schedulerById(account.scheduler)
    : recogniseScheduler(url, await ownSchedulers.read())?.scheduler;
  return known(scheduler ?? other, url, prefill, theme, account);
}

function known(scheduler: Scheduler, url: URL, prefill: Prefill, theme: Theme, account: Account | null) {
  return {
    scheduler,
    offered: offerNative(url, scheduler, account),
    opening: scheduler.open(url, prefill, theme),
    plainLink: scheduler.plainLink(url, prefill).href,
  };
}

/** A link counts only on pages with a lookup that may give one: what the overlay says of it is not believed. */
function withOwnLink(ticket: Ticket, portal: Portal, preset: string | null): Ticket {
  const found = findPage(portal, presetById(portal.preset ?? preset), new URL(ticket.url));
  const { bookingUrl: _, ...rest } = ticket;
  return found && recipeOf(portal, found.page)?.generic ? ticket : rest;
}

async function openBookingWindow(
  { session: id, frameBlocked }: Message<"openBookingWindow">,
  sender: Sender,
): Promise<BackgroundAnswers["openBookingWindow"]> {
  const session = await findSession(id);
  if (!session || sender.tab?.id !== session.opener?.tab) return { opened: false };
  if (session.direct) return { opened: await showWindow(session.plainLink) };
  return { opened: await openWindow({ ...session, rung: "window", insteadOfFrame: frameBlocked }) };
}

async function tryLink({ technician, theme }: Message<"tryLink">, sender: Sender) {
  if (!isExtensionPage(sender)) return { opened: false };
  const prefill = prefillWithoutTicket(await me.read());
  const { scheduler, opening, plainLink, offered } = await howToOpen(technician.link, prefill, theme);
  if (opening.how === "window") return { opened: await showWindow(plainLink) };
  const { email, name, link } = technician;
  const session = {
    ticket: null,
    technician: { email, name },
    link,
    scheduler: scheduler.id,
    prefill,
    theme,
    rung: "window",
    opener: null,
    portal: null,
    plainLink,
    direct: false,
    insteadOfFrame: false,
    manages: false,
    booking: null,
    ...offered,
  } as const;
  return { opened: await openWindow(session) };
}

async function openWindow(session: NewSession): Promise<boolean> {
  const { id } = await openSession(session);
  return showWindow(browser.runtime.getURL(`/booking.html#${id}`));
}

async function showWindow(url: string): Promise<boolean> {
  try {
    await browser.windows.create({ type: "popup", url, width: 1000, height: 760 });
  } catch {
    await browser.tabs.create({ url }); // browsers without windows (Firefox for Android)
  }
  return true;
}

async function claim(
  { session: id }: Message<"claimSession">,
  sender: Sender,
): Promise<BookingSession | null> {
  const tab = sender.tab?.id;
  if (tab === undefined || !isBookingPage(sender)) return null;
  const session = await claimSession(id, tab, sender.frameId !== 0);
  if (!session) return null;
  await tellOpener(session, { step: "started" });
  const { ticket, technician, link, scheduler, prefill, theme, rung, native, manages } = session;
  return { ticket, technician, link, scheduler, prefill, theme, rung, native, manages };
}

async function native(
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

async function progress(
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

/** Stores a product that only its pages tell; one that is set stays. */
async function presetRecognised(
  { preset }: Message<"presetRecognised">,
  { url, frameId }: Sender,
): Promise<null> {
  const portal = url && frameId === 0 ? findPortal(await portals.read(), new URL(url)) : null;
  if (!portal || portal.preset || !presetById(preset)?.frames) return null;
  await portals.update((known) =>
    known.map((entry) => (entry.id === portal.id && !entry.preset ? { ...entry, preset } : entry)),
  );
  return null;
}

async function addPortal(typed: string): Promise<null> {
  const address = parsePortalAddress(typed);
  if (!address.ok) return null;
  await portals.update((known) =>
    known.some(({ origin }) => origin === address.origin) ? known : [...known, newPortal(address, known)],
  );
  return null;
}

async function loadLabels({ tab, frameId }: Sender): Promise<null> {
  if (tab?.id === undefined) return null;
  const target = { tabId: tab.id, frameIds: [frameId ?? 0] };
  await browser.scripting.executeScript({ target, files: ["/labels.js"] });
  return null;
}

/** The granted portal whose page the sender is; taken from there, not from the message. */
async function portalOf({ tab, url }: Sender): Promise<Portal | null> {
  const portal = tab?.id !== undefined && url ? findPortal(await portals.read(), new URL(url)) : null;
  return portal && (await isGranted(portal.origin)) ? portal : null;
}

async function withPortal(sender: Sender, run: (portal: Portal) => Promise<void>): Promise<null> {
  const portal = await portalOf(sender);
  if (portal) await run(portal);
  return null;
}

function isExtensionPage(sender: Sender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL("/")) ?? false;
}

function isBookingPage(sender: Sender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL("/booking.html")) ?? false;
}
