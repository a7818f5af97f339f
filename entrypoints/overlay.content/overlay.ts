import { browser } from "wxt/browser";
import { earlier, parseBookedCalls, readBookedCalls, upcoming } from "../../lib/booking/booked-calls";
import { callsElsewhere, cancelledElsewhere } from "../../lib/booking/calls-elsewhere";
import { type BookedCall, bookedKey, ticketOfKey } from "../../lib/booking/outcome";
import { callDraft } from "../../lib/booking/watchers/call-draft";
import { type PageReport, sendToBackground, type TicketBrief } from "../../lib/messages";
import type { NoteResult } from "../../lib/note/result";
import type { TicketStatus } from "../../lib/note/status";
import { watchUnsavedInput } from "../../lib/note/unsaved-input";
import { type Offer, type Resolution, resolve } from "../../lib/offer/resolve";
import { bookingHosts, me } from "../../lib/settings/items";
import { directory } from "../../lib/settings/technicians";
import { findPlace } from "../../lib/ticket/find-place";
import type { LookupFailure } from "../../lib/ticket/lookup/failure";
import { createLookups } from "../../lib/ticket/lookup/lookups";
import { needsFrames } from "../../lib/ticket/needs-frames";
import type { Trace } from "../../lib/ticket/read-field";
import { readMessages } from "../../lib/ticket/read-messages";
import { shadowParts } from "../../lib/ticket/shadow-parts";
import type { Ticket } from "../../lib/ticket/ticket";
import { attributesOf } from "../../lib/ticket/watched-attributes";
import { createBookings } from "./bookings";
import { createCard } from "./card";
import { copyText } from "./copy-text";
import { createCount } from "./count-cards";
import { describeReading } from "./describe-reading";
import { createDriftWatch } from "./drift-watch";
import { lookupProblem } from "./lookup-problem";
import { createNativeButtons } from "./native-buttons";
import { createPageEvents } from "./page-events";
import { isStillAt, type Reading, readPage } from "./read-page";
import { createRows } from "./rows";
import { tellWatchers } from "./tell-watchers";
import { statusesNow, writeNote } from "./write-note";

/**
 * The overlay of one document: looks at the page, and keeps exactly one card for the ticket in the address.
 * @param around addresses of the documents around this one
 */
export function createOverlay(around: () => readonly URL[]) {
  const card = createCard();
  const native = createNativeButtons();
  const drift = createDriftWatch();
  const input = watchUnsavedInput(document);
  const events = createPageEvents();
  let reading: Reading | null = null;
  let resolution: Resolution | null = null;
  let resolvedFor = "";
  let calls: BookedCall[] = [];
  /** Key of the ticket whose calls these are, in the record. */
  let recorded = "";
  /** How often the record of that ticket has changed. */
  let changesOfRecord = 0;
  const count = createCount();
  const bookings = createBookings(
    () => {
      paint();
      rows.repaint();
    },
    (ticket, technician) => {
      count.opened(ticket, technician);
      events.opened(ticket.id);
    },
  );
  const lookups = createLookups(() => void look());
  const rows = createRows(bookings, settingsChanged);
  let looks = 0;
  /** The newest look that has been painted; older ones that come later do not count. */
  let painted = 0;
  let destroyed = false;
  let told = false;

  async function look(): Promise<void> {
    const turn = ++looks;
    const now = await readPage(document, new URL(location.href), { around: around(), lookups });
    // A newer look that is on its way does not matter: on a page that never rests there would always be one.
    if (turn < painted || destroyed) return;
    const ticket = now?.ticket ?? null;
    const key = JSON.stringify([
      ticket?.portal,
      ticket?.id,
      ticket?.assignee,
      ticket?.assignment,
      ticket?.bookingUrl,
    ]);
    if (key !== resolvedFor) {
      const record = ticket ? bookedKey(ticket.portal, ticket.id) : "";
      const changesBefore = changesOfRecord;
      const [newResolution, newCalls] = ticket
        ? await Promise.all([resolveNow(ticket), readBookedCalls(bookedKey(ticket.portal, ticket.id))])
        : [null, []];
      if (turn < painted || destroyed) return;
      bookings.forgetProblem();
      [resolution, resolvedFor] = [newResolution, key];
      // What was read may be older than what the record has told meanwhile.
      if (record !== recorded || changesBefore === changesOfRecord) take(record, newCalls);
    }
    if (reading && reading.id !== now?.id) bookings.close(); // not for a re-render under an open dialog
    reading = now;
    painted = turn;
    drift.looked(now);
    paint();
    rows.update(now);
    tellProduct();
  }

  /** Takes over what the record has of a ticket; a change may be learnt from a look at it before it is told. */
  function take(record: string, after: BookedCall[]): void {
    const before = calls;
    const isSame = record === recorded;
    [calls, recorded] = [after, record];
    const ticket = ticketOfKey(record);
    if (!isSame || !ticket) return;
    events.calls(ticket.id, before, after);
    bookings.recorded({ before, after });
  }

  /** The address has changed: the card of another ticket goes at once, before the page is looked at. */
  function moved(): void {
    if (!reading?.ticket || isStillAt(reading, new URL(location.href))) return;
    painted = ++looks;
    [reading, resolution, resolvedFor] = [null, null, ""];
    bookings.close();
    paint();
  }

  /** The product's tickets stand in frames, and only its pages tell the product: the background has to know. */
  function tellProduct(): void {
    if (told || !reading?.preset?.frames || needsFrames(reading.portal)) return;
    told = true;
    const message = { type: "presetRecognised", preset: reading.preset.id } as const;
    void sendToBackground(message).catch(() => undefined);
  }

  /** Looks, and once more when the portal has been asked. */
  async function lookUntilAnswered(): Promise<void> {
    await look();
    if (await lookups.settled()) await look();
  }

  async function resolveNow(ticket: Ticket): Promise<Resolution> {
    return resolve(ticket, directory, await bookingHosts.read(), await me.read());
  }

  function paint(): void {
    const offer = currentOffer();
    if (!offer || !reading?.page) {
      native.restore();
      card.hide();
      if (!reading?.id) events.card(null); // a page that is being built anew still has its ticket
      count.hidden();
      return;
    }
    if (reading.portal.nativeButton === "replace") native.hide(reading.preset);
    const { technician } = offer;
    card.show(
      {
        ticket: `${reading.portal.id} ${reading.id}`,
        technician: technician.email || technician.name,
        page: reading.page,
        invited: reading.ticket?.requester?.name ?? reading.ticket?.requester?.email ?? null,
        calls: upcoming(calls, new Date()),
        elsewhere: callsElsewhere(reading.calls, calls, new Date()),
        cancelled: cancelledElsewhere(reading.calls, calls),
        earlier: earlier(calls, new Date()),
        problem: bookings.problem(),
        busy: bookings.isBusy(),
        onBook: () => void book(),
        onManage: (call, action) =>
          void bookings.manage(call, action, { theme: card.theme(), onClosed: card.focusButton }),
        onCopy: async () => {
          const link = await linkOf(true);
          return link !== null && copyText(link);
        },
        onAllCalls: () => void bookings.showAll(reading?.id ?? ""),
        onTime: tellTime,
        draftFor: (call) => (reading?.ticket ? callDraft(reading.ticket, call) : null),
        onTell: (draft, how) => tellWatchers(reading?.ticket?.number ?? "", draft, how),
      },
      findPlace(document, reading.page),
    );
    events.card(card.standing() === "removed" ? null : reading.id);
    if (reading.ticket && card.standing() !== "removed") count.shown(reading.ticket, technician.email);
  }

  /** The offer that has a card; `null` also where the portal's own button stays. */
  function currentOffer(): Offer | null {
    if (resolution?.kind !== "offer" || !reading || lookupProblem(reading, resolution)) return null;
    return nativeButtonStays(reading) ? null : resolution.offer;
  }

  function nativeButtonStays({ portal, preset }: Reading): boolean {
    return portal.nativeButton === "keep" && native.find(preset).length > 0;
  }

  async function book(): Promise<void> {
    const shown = currentOffer()?.technician.email;
    await bookings.book({
      theme: card.theme(),
      async prepare() {
        await lookups.refresh();
        await lookUntilAnswered(); // the page may have changed a moment ago
        const ticket = reading?.ticket;
        const now = currentOffer()?.technician;
        if (!ticket || !now) return null;
        if (now.email !== shown) return { now: now.name || now.email };
        return { ticket, preset: reading?.preset?.id ?? null };
      },
      onNoOffer: settingsChanged,
      onClosed: card.focusButton,
    });
  }

  /** @param copied whether the person takes the link along */
  async function linkOf(copied: boolean): Promise<string | null> {
    if (!reading?.ticket) return null;
    const { ticket, preset } = reading;
    return (await sendToBackground({ type: "linkOf", ticket, preset: preset?.id ?? null, copied })).plainLink;
  }

  async function tellTime(call: string, start: string): Promise<boolean> {
    if (!reading?.ticket) return false;
    const told = sendToBackground({ type: "tellCallTime", ticket: reading.ticket.id, call, start });
    return told.then(
      ({ recorded }) => recorded,
      () => false,
    );
  }

  const onStorage = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === "local") rows.storageChanged(changes);
    const ticket = reading?.ticket;
    const change = ticket && area === "local" ? changes[bookedKey(ticket.portal, ticket.id)] : undefined;
    if (!change || !ticket) return;
    changesOfRecord++;
    take(bookedKey(ticket.portal, ticket.id), parseBookedCalls(change.newValue));
    paint();
  };
  browser.storage.onChanged.addListener(onStorage);

  function settingsChanged(): void {
    resolvedFor = "";
    rows.forget();
    void look();
  }

  return {
    look,
    moved,
    settingsChanged,
    /** The attributes that matter on this page. */
    attributes: (): string[] => (reading?.page ? attributesOf(reading.page) : []),
    progress: bookings.progress,
    linkChanged: bookings.linkChanged,
    /** The shadow roots that the page is read in. */
    shadowParts: () => shadowParts(document, reading?.page ?? null),
    /** Whether a ticket stands here, as far as the last look saw. */
    hasTicket: () => reading?.ticket != null,
    /** Whether this document shows the ticket of a note. */
    shows: ({ portal, ticket }: { portal: string; ticket: string }) =>
      reading?.ticket?.id === ticket && reading.portal.id === portal,
    async writeNote(permit: string): Promise<NoteResult> {
      return reading ? writeNote(permit, reading, input.hasUnsaved) : { kind: "no-page" };
    },
    /** The ticket and its last messages, for the person who has opened the call brief. */
    async readBrief(): Promise<TicketBrief | undefined> {
      await lookUntilAnswered();
      if (!reading?.page || !reading.ticket || !isStillAt(reading, new URL(location.href))) return undefined;
      const { ticket, preset, page } = reading;
      return { ticket, preset: preset?.id ?? null, messages: readMessages(document, page) };
    },
    async listStatuses(): Promise<TicketStatus[] | null> {
      return reading ? statusesNow(reading) : null;
    },
    /** What the popup shows about this page; `undefined` when the page belongs to no portal. */
    async describe(): Promise<PageReport | undefined> {
      await lookUntilAnswered();
      if (!reading) return undefined;
      const trace: Trace = new Map();
      const traced = await readPage(document, new URL(location.href), { around: around(), lookups }, trace);
      const offer = resolution?.kind === "offer" ? resolution.offer : null;
      return {
        ...describeReading(reading, traced, trace),
        drift: drift.confirmed(),
        offer: offer && { ...offer, plainLink: (await linkOf(false)) ?? offer.link },
        reason: reasonNow(),
        drivenOut: card.standing() === "driven-out",
        rows: await rows.report(),
      };
    },
    destroy(): void {
      destroyed = true;
      drift.stop();
      input.stop();
      if (browser.runtime?.id) events.stop();
      count.stop();
      bookings.close();
      native.restore();
      card.hide();
      rows.clear();
      if (browser.runtime?.id) browser.storage.onChanged.removeListener(onStorage);
    },
  };

  function reasonNow(): { reason: string; failure?: LookupFailure } | null {
    if (!reading?.page) return { reason: "not-a-ticket" };
    if (reading.page.kind === "list") return null; // `rows` tells
    if (!reading.ticket || !resolution) return { reason: "page-not-ready" };
    const failure = lookupProblem(reading, resolution);
    if (failure) return { reason: "lookup-failed", failure };
    if (resolution.kind === "none")
      return isMeUnknown(reading.ticket) ? { reason: "me-unknown" } : resolution;
    if (nativeButtonStays(reading)) return { reason: "native-button" };
    return card.standing() === "removed" ? { reason: "card-removed" } : null;
  }
}

/** The page says that it is whoever is signed in, and nobody has said who that is. */
function isMeUnknown({ assignment }: Ticket): boolean {
  return assignment === "self";
}
