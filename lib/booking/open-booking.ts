import { browser } from "wxt/browser";
import type { BackgroundAnswers } from "../messages";
import { type NoOffer, type Offer, resolve } from "../offer/resolve";
import { recogniseScheduler, schedulerById } from "../scheduler";
import { other } from "../scheduler/other";
import { type Prefill, prefillWithoutTicket } from "../scheduler/prefill";
import type { Scheduler, Theme } from "../scheduler/scheduler";
import { prefillFor } from "../scheduler/ticket-link";
import { type Account, accountOf, accounts } from "../settings/accounts";
import { bookingHosts, me, ownSchedulers } from "../settings/items";
import type { Portal } from "../settings/portal";
import { directory } from "../settings/technicians";
import { findPage } from "../ticket/find-page";
import { recipeOf } from "../ticket/lookup/recipe";
import { presetById } from "../ticket/presets";
import type { Ticket } from "../ticket/ticket";
import { isFrameBlocked } from "./blocked-frames";
import { readBookedCalls, upcoming } from "./booked-calls";
import { lastCopiedLink, noteCopiedLink } from "./copied-links";
import { guardNotes } from "./guard";
import { chosenGuests, guestsOf } from "./guests";
import { noteUrl } from "./left";
import { offerNative } from "./native/offer-native";
import { bookedKey } from "./outcome";
import { isExtensionPage, type Message, portalOf, type Sender } from "./sender";
import { findSession, type NewSession, openSession } from "./sessions";

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

/** Opens a session for a click on the card, and tells how its calendar opens and what is to be said before. */
export async function openBooking(
  message: Message<"openBooking">,
  sender: Sender,
): Promise<BackgroundAnswers["openBooking"]> {
  const resolution = await offerFor(message, sender);
  if (resolution.kind === "none") return resolution;
  const { ticket, theme } = message;
  const { offer, portal } = resolution;
  const { technician, link } = offer;
  // Nobody is invited before the person has seen whom.
  const prefill = { ...resolution.prefill, guests: [] };
  const { scheduler, opening, plainLink, offered } = await howToOpen(link, prefill, theme);
  const guests = await guestsOf(ticket, resolution.prefill, technician, scheduler, new URL(link));
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
    manages: null,
    guests,
    note: { ticket, preset: message.preset, tab: sender.tab?.id ?? -1, attendee: prefill.name ?? "" },
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

/** A ticket's link, with prefill; one that is copied is kept in mind for the guard. */
export async function linkOf(
  message: Message<"linkOf">,
  sender: Sender,
): Promise<BackgroundAnswers["linkOf"]> {
  const resolution = await offerFor(message, sender);
  if (resolution.kind === "none") return { plainLink: null };
  const { technician, link } = resolution.offer;
  const { ticket, copied } = message;
  const { scheduler } = await howToOpen(link, resolution.prefill, "light");
  const known = await guestsOf(ticket, resolution.prefill, technician, scheduler, new URL(link));
  const prefill = { ...resolution.prefill, guests: await chosenGuests(ticket, known) };
  const plainLink = scheduler.plainLink(new URL(link), prefill).href;
  if (copied) {
    noteUrl(plainLink, "copied", { portal: ticket.portal, ticket });
    await noteCopiedLink(ticket, technician, new Date());
  }
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

/** The second rung: the same booking in a window of its own. */
export async function openBookingWindow(
  { session: id, frameBlocked }: Message<"openBookingWindow">,
  sender: Sender,
): Promise<BackgroundAnswers["openBookingWindow"]> {
  const session = await findSession(id);
  if (!session || sender.tab?.id !== session.opener?.tab) return { opened: false };
  if (session.direct) {
    noteUrl(session.plainLink, "calendar", session.booking);
    return { opened: await showWindow(session.plainLink) };
  }
  return { opened: await openWindow({ ...session, rung: "window", insteadOfFrame: frameBlocked }) };
}

/** A technician's calendar without a ticket, for the options. */
export async function tryLink({ technician, theme }: Message<"tryLink">, sender: Sender) {
  if (!isExtensionPage(sender)) return { opened: false };
  const prefill = prefillWithoutTicket(await me.read());
  const { scheduler, opening, plainLink, offered } = await howToOpen(technician.link, prefill, theme);
  if (opening.how === "window") {
    noteUrl(plainLink, "calendar", null);
    return { opened: await showWindow(plainLink) };
  }
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
    manages: null,
    note: null,
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
