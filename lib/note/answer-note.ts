import { type Browser, browser } from "wxt/browser";
import * as z from "zod/mini";
import { readBookedCalls } from "../booking/booked-calls";
import { bookedKey } from "../booking/outcome";
import { findSession } from "../booking/sessions";
import type { Booking, Mark } from "../booking/store/booking";
import { bookings } from "../booking/store/bookings";
import type { Leaving } from "../ledger/leaving";
import { noteLeaving } from "../ledger/ledger";
import type { BackgroundAnswers, BackgroundMessage } from "../messages";
import { portals } from "../settings/items";
import { isGranted } from "../settings/permissions";
import { findPortal, type Portal } from "../settings/portal";
import { presetById } from "../ticket/presets";
import { uiLocale } from "../ui-locale";
import { findNoteRecipe } from "./find-recipe";
import { type NoteFields, noteText } from "./note-text";
import { readNoted, setNoted } from "./noted";
import type { NoteAbout, NoteOffer } from "./offer";
import { type ConfirmedNote, issuePermit, redeemPermit, revokePermit } from "./permit";
import { NoteResult } from "./result";
import { TicketStatus } from "./status";
import type { NoteTarget } from "./target";

type Sender = Browser.runtime.MessageSender;
type Message<T extends BackgroundMessage["type"]> = Extract<BackgroundMessage, { type: T }>;
type Call = Pick<NoteFields, "start" | "end" | "status" | "technician" | "mark"> & { id: string };

type AboutBooking = Extract<NoteAbout, { booking: string }>;

/** A call that a note may be written about: only on pages of ours, and where the portal's setting is on. */
interface Subject {
  portal: Portal;
  target: NoteTarget;
  call: Call;
}

/** What may be done about a note; `null` where notes are off, or where there is no call. */
export async function findNote({ about }: Message<"findNote">, sender: Sender): Promise<NoteOffer | null> {
  const subject = await findSubject(about, sender);
  if (!subject) return "booking" in about ? copyOf(about, sender) : null;
  const { portal, target, call } = subject;
  const how = howOf(subject);
  return {
    text: textOf(portal, call, { attendee: target.attendee, number: target.ticket.number }),
    how: how.how,
    canBePublic: how.canBePublic,
    canSetStatus: how.canSetStatus,
    noted: await readNoted(portal.id, target.ticket.id, call.id),
  };
}

/** After a call there is always a text to copy, also where notes are off, and where the ticket is not open. */
async function copyOf(about: AboutBooking, sender: Sender): Promise<NoteOffer | null> {
  const booking = isPage("/brief.html", sender.url) ? await bookings.get(about.booking) : null;
  if (!booking) return null;
  const portal = (await portals.read()).find(({ id }) => id === booking.portal);
  const text = textOf(portal, callOf(booking, about.mark), {
    attendee: booking.attendee.name ?? "",
    number: booking.ticket.number,
  });
  return { text, how: "copy", canBePublic: false, canSetStatus: false, noted: null };
}

function textOf(
  portal: Portal | undefined,
  call: Call,
  names: Pick<NoteFields, "attendee" | "number">,
): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const template = call.mark ? portal?.note?.after?.[call.mark] : portal?.note?.text;
  const bookingsPage = browser.runtime.getURL("/options.html#bookings");
  return noteText(template ?? "", { ...call, ...names, bookingsPage }, uiLocale(), timeZone);
}

/** Writes a note that was confirmed: by the overlay of the ticket's tab, with a permit that counts once. */
export async function writeNote(message: Message<"writeNote">, sender: Sender): Promise<NoteResult> {
  const subject = await findSubject(message.about, sender);
  if (!subject) return { kind: "no-page" };
  const { portal, target, call } = subject;
  const { how, canBePublic, canSetStatus } = howOf(subject);
  if (how === "copy" || (message.visibility === "public" && !canBePublic)) return { kind: "no-box" };
  if (message.status && !canSetStatus) return { kind: "no-box" };
  const { ticket, tab } = target;
  return navigator.locks.request(`write-note:${portal.id}:${ticket.id}`, async () => {
    const noted = await readNoted(portal.id, ticket.id, call.id);
    if (noted) return { kind: noted === "written" ? "already" : "unknown" };
    // Written down before it is sent: whatever ends us in between, it is never sent twice.
    if (how === "write") await setNoted(portal.id, ticket.id, call.id, "unknown", new Date());
    const { text, visibility, status } = message;
    const note = { portal: portal.id, ticket: ticket.id, text, visibility, status, sends: how === "write" };
    const result = await sendToOverlay(note, tab);
    const known = result.kind === "written" ? "written" : result.kind === "unknown" ? "unknown" : null;
    if (how === "write") await setNoted(portal.id, ticket.id, call.id, known, new Date());
    return result;
  });
}

/** The statuses that the ticket can have next, asked by the overlay of its tab; `null` where they are not told. */
export async function listStatuses(
  { about }: Message<"listStatuses">,
  sender: Sender,
): Promise<BackgroundAnswers["listStatuses"]> {
  const subject = await findSubject(about, sender);
  if (!subject || !howOf(subject).canSetStatus) return null;
  const { portal, target } = subject;
  const answer: unknown = await browser.tabs
    .sendMessage(target.tab, { type: "listStatuses", portal: portal.id, ticket: target.ticket.id })
    .catch(() => null);
  return z.array(TicketStatus).safeParse(answer).data ?? null;
}

/** Hands a confirmed note to the overlay that was told to write it. */
export async function redeemNote(
  { permit }: Message<"redeemNote">,
  { tab, url }: Sender,
): Promise<BackgroundAnswers["redeemNote"]> {
  const portal = tab?.id !== undefined && url ? findPortal(await portals.read(), new URL(url)) : null;
  if (!portal || tab?.id === undefined || !(await isGranted(portal.origin))) return null;
  const note = await redeemPermit(permit, tab.id, new Date());
  if (note?.portal !== portal.id) return null;
  const { sends, ...confirmed } = note;
  if (sends) noteLeaving(leavingOf(confirmed, portal));
  return confirmed;
}

function leavingOf({ ticket, text, visibility, status }: ConfirmedNote, { id, origin }: Portal): Leaving {
  const fields = [
    { name: "text", value: text },
    { name: "visibility", value: visibility },
    ...(status ? [{ name: "status", value: status.value }] : []),
  ];
  return { host: new URL(origin).host, purpose: "note", ticket: { portal: id, number: ticket }, fields };
}

async function sendToOverlay(note: Parameters<typeof issuePermit>[0], tab: number): Promise<NoteResult> {
  const permit = await issuePermit(note, tab, new Date());
  const { portal, ticket } = note;
  const answer: unknown = await browser.tabs
    .sendMessage(tab, { type: "writeNote", permit, portal, ticket })
    .catch(() => undefined);
  const unused = await revokePermit(permit);
  return NoteResult.safeParse(answer).data ?? { kind: unused ? "no-page" : "unknown" };
}

function howOf({
  portal,
  target: { ticket, preset },
}: Subject): Pick<NoteOffer, "how" | "canBePublic" | "canSetStatus"> {
  const found = findNoteRecipe(portal, presetById(portal.preset ?? preset), new URL(ticket.url));
  if (!found) return { how: "copy", canBePublic: false, canSetStatus: false };
  const { recipe } = found;
  return "box" in recipe
    ? { how: "fill", canBePublic: recipe.private !== undefined, canSetStatus: false }
    : { how: "write", canBePublic: recipe.public !== undefined, canSetStatus: recipe.status !== undefined };
}

async function findSubject(about: NoteAbout, sender: Sender): Promise<Subject | null> {
  if ("booking" in about) return afterCall(about, sender);
  const target = "session" in about ? await ofSession(about.session, sender) : ofTab(about, sender);
  if (!target) return null;
  const { ticket } = target;
  const portal = (await portals.read()).find(({ id }) => id === ticket.portal);
  if (!portal?.note?.offer || portal.origin !== new URL(ticket.url).origin) return null;
  const calls = await readBookedCalls(bookedKey(portal.id, ticket.id));
  const own = "session" in about ? (await findSession(about.session))?.booking?.id : null;
  const call =
    own === null
      ? calls.toSorted((a, b) => (a.bookedAt < b.bookedAt ? -1 : 1)).at(-1)
      : calls.find(({ id }) => id === own);
  if (!call) return null;
  const { id, start, end, status, technician } = call;
  return {
    portal,
    target,
    call: { id, start, end, status, technician: technician.name || technician.email },
  };
}

/** The call of a brief. What became of it has a note of its own, beside the one that says that it is booked. */
async function afterCall(about: AboutBooking, { url }: Sender): Promise<Subject | null> {
  const booking = isPage("/brief.html", url) ? await bookings.get(about.booking) : null;
  const portal = (await portals.read()).find(({ id }) => id === booking?.portal);
  const { page, mark } = about;
  if (!booking || !page || !portal?.note?.offer || portal.origin !== new URL(page.ticket.url).origin)
    return null;
  if (page.ticket.portal !== booking.portal || page.ticket.id !== booking.ticket.id) return null;
  return {
    portal,
    target: { ...page, attendee: booking.attendee.name ?? "" },
    call: callOf(booking, mark),
  };
}

function callOf({ id, start, end, technician }: Booking, mark: Mark): Call {
  return {
    id: `${id} ${mark}`,
    start,
    end,
    status: "accepted",
    technician: technician.name || technician.email,
    mark,
  };
}

async function ofSession(id: string, { url, tab }: Sender): Promise<NoteTarget | null> {
  const session = isPage("/booking.html", url) ? await findSession(id) : null;
  return session && tab?.id !== undefined && session.claimedBy === tab.id ? session.note : null;
}

function ofTab(
  about: Exclude<NoteAbout, { session: string } | AboutBooking>,
  { url }: Sender,
): NoteTarget | null {
  if (!isPage("/popup.html", url)) return null;
  const { ticket, preset, tab } = about;
  return { ticket, preset, tab, attendee: ticket.requester?.name ?? "" };
}

function isPage(path: "/booking.html" | "/popup.html" | "/brief.html", url: string | undefined): boolean {
  return url?.startsWith(browser.runtime.getURL(path)) ?? false;
}
