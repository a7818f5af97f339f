import { browser } from "wxt/browser";
import type { BackgroundAnswers } from "../messages";
import { type ManageAction, manageLink } from "../scheduler/manage-link";
import { prefillWithoutTicket } from "../scheduler/prefill";
import { me } from "../settings/items";
import type { Portal } from "../settings/portal";
import { isFrameBlocked } from "./blocked-frames";
import { bookingsOfTicket } from "./bookings-of-ticket";
import { calendarFile } from "./calendar-file";
import { noteSecretUrl, noteUrl } from "./left";
import { type Message, portalOf, type Sender } from "./sender";
import { openSession } from "./sessions";
import { type Booking, NewBooking } from "./store/booking";
import { bookings } from "./store/bookings";

type Answer = BackgroundAnswers["manageBooking"];

/**
 * Opens where a booking takes place, is moved or is cancelled. Whoever asks says which booking; its addresses stay here.
 * A portal's page may ask about the bookings of its own portal, pages of ours about all of them.
 */
export async function manageBooking(
  { booking: id, action, theme }: Message<"manageBooking">,
  sender: Sender,
  isOwnPage: boolean,
): Promise<Answer> {
  const booking = await bookings.get(id);
  const portal = await portalOf(sender);
  if (!booking || !(isOwnPage || portal?.id === booking.portal)) return { kind: "none" };
  if (action === "calendar") return { kind: "file", ics: calendarFile(booking) };
  if (action === "join") {
    if (booking.joinUrl) noteSecretUrl(booking.joinUrl, "join", booking);
    return openTab(booking.joinUrl);
  }
  const link = manageLink(booking, action);
  if (!link) return { kind: "none" };
  const tab = sender.tab?.id;
  if (!link.framed || isOwnPage || tab === undefined) {
    if (link.framed) return openOurWindow(booking, action, link.url, theme);
    noteUrl(link.url, "change", booking);
    return openWindow(link.url);
  }
  const session = await openSession({
    ...(await sessionOf(booking, action, link.url, theme)),
    rung: "frame",
    opener: { tab, frame: sender.frameId ?? 0 },
    portal: portal?.origin ?? null,
  });
  return {
    kind: "opened",
    manages: action,
    session: session.id,
    technician: booking.technician.name || booking.technician.email,
    ticket: { id: booking.ticket.id, number: booking.ticket.number, subject: booking.ticket.subject },
    frameBlocked: portal !== null && (await isFrameBlocked(portal.origin, new Date())),
  };
}

/** Opens the options at the calls of one ticket of a portal. */
export async function showBookings(portal: Portal, { ticket }: Message<"showBookings">): Promise<void> {
  const section = bookingsOfTicket(portal.id, ticket);
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${section}`) });
}

async function sessionOf(
  booking: Booking,
  manages: ManageAction,
  link: string,
  theme: Message<"manageBooking">["theme"],
) {
  const { number, subject } = booking.ticket;
  return {
    ticket: { number, subject },
    technician: booking.technician,
    link,
    // The scheduler knows whom the call is with.
    prefill: { ...prefillWithoutTicket(await me.read()), name: null, email: null, phone: null },
    theme,
    scheduler: booking.scheduler,
    plainLink: link,
    direct: false,
    insteadOfFrame: false,
    manages,
    note: null,
    native: null,
    account: null,
    booking: NewBooking.parse(booking),
  };
}

async function openOurWindow(
  booking: Booking,
  action: ManageAction,
  link: string,
  theme: Message<"manageBooking">["theme"],
): Promise<Answer> {
  const { id } = await openSession({
    ...(await sessionOf(booking, action, link, theme)),
    rung: "window",
    opener: null,
    portal: null,
  });
  return openWindow(browser.runtime.getURL(`/booking.html#${id}`));
}

async function openWindow(url: string): Promise<Answer> {
  try {
    await browser.windows.create({ type: "popup", url, width: 1000, height: 760 });
  } catch {
    await browser.tabs.create({ url }); // browsers without windows (Firefox for Android)
  }
  return { kind: "elsewhere" };
}

async function openTab(url: string | null): Promise<Answer> {
  if (!url) return { kind: "none" };
  await browser.tabs.create({ url });
  return { kind: "elsewhere" };
}
