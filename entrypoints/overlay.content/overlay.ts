import { browser } from "wxt/browser";
import { type BookedCall, bookedKey } from "../../lib/booking/outcome";
import { parseBookedCalls, upcoming } from "../../lib/booking/record";
import type { PageReport } from "../../lib/messages";
import { type Offer, type Resolution, resolve } from "../../lib/offer/resolve";
import { plainLink, prefillFor } from "../../lib/scheduler/ticket-link";
import { bookingHosts, me } from "../../lib/settings/items";
import { directory } from "../../lib/settings/technicians";
import { findPlace } from "../../lib/ticket/find-place";
import type { Ticket } from "../../lib/ticket/ticket";
import { createBookings } from "./bookings";
import { createCard } from "./card";
import { copyText } from "./copy-text";
import { createNativeButtons } from "./native-buttons";
import { type Reading, readPage } from "./read-page";
import { createRows } from "./rows";

/** The overlay of one document: looks at the page, and keeps exactly one card for the ticket in the address. */
export function createOverlay() {
  const card = createCard();
  const native = createNativeButtons();
  let reading: Reading | null = null;
  let resolution: Resolution | null = null;
  let resolvedFor = "";
  let calls: BookedCall[] = [];
  const bookings = createBookings(() => {
    paint();
    rows.repaint();
  });
  const rows = createRows(bookings, settingsChanged);
  let looks = 0;
  let destroyed = false;

  async function look(): Promise<void> {
    const turn = ++looks;
    const now = await readPage(document, new URL(location.href));
    if (turn !== looks || destroyed) return; // a newer look is on its way
    const ticket = now?.ticket ?? null;
    const key = JSON.stringify([ticket?.portal, ticket?.id, ticket?.assignee, ticket?.assignment]);
    if (key !== resolvedFor) {
      const [newResolution, newCalls] = ticket
        ? await Promise.all([resolveNow(ticket), readCalls(ticket)])
        : [null, []];
      if (turn !== looks || destroyed) return;
      if (reading?.ticket?.id !== ticket?.id) bookings.close();
      bookings.forgetProblem();
      [resolution, calls, resolvedFor] = [newResolution, newCalls, key];
    }
    reading = now;
    paint();
    rows.update(now);
  }

  async function resolveNow(ticket: Ticket): Promise<Resolution> {
    return resolve(ticket, directory, await bookingHosts.read(), await me.read());
  }

  function paint(): void {
    const offer = currentOffer();
    if (!offer || !reading?.page) {
      native.restore();
      card.hide();
      return;
    }
    if (reading.portal.nativeButton === "replace") native.hide(reading.preset);
    const { technician } = offer;
    card.show(
      {
        technician: technician.email || technician.name,
        page: reading.page,
        invited: reading.ticket?.requester?.name ?? reading.ticket?.requester?.email ?? null,
        calls: upcoming(calls, new Date()),
        problem: bookings.problem(),
        busy: bookings.isBusy(),
        onBook: () => void book(),
        onCopy: async () => copyText(await linkOf(offer)),
      },
      findPlace(document, reading.page),
    );
  }

  /** The offer that has a card; `null` also where the portal's own button stays. */
  function currentOffer(): Offer | null {
    if (resolution?.kind !== "offer" || !reading) return null;
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
        await look(); // the page may have changed a moment ago
        const ticket = reading?.ticket;
        if (!ticket || currentOffer()?.technician.email !== shown) return null;
        return { ticket, preset: reading?.preset?.id ?? null };
      },
      onNoOffer: settingsChanged,
      onClosed: card.focusButton,
    });
  }

  async function linkOf({ link }: Offer): Promise<string> {
    if (!reading?.ticket) return link;
    return plainLink(link, await prefillFor(reading.ticket, reading.portal, reading.preset));
  }

  async function readCalls({ portal, id }: Ticket): Promise<BookedCall[]> {
    const key = bookedKey(portal, id);
    return parseBookedCalls((await browser.storage.local.get(key))[key]);
  }

  const onStorage = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === "local") rows.storageChanged(changes);
    const ticket = reading?.ticket;
    const change = ticket && area === "local" ? changes[bookedKey(ticket.portal, ticket.id)] : undefined;
    if (!change) return;
    const before = new Set(calls.map((call) => JSON.stringify(call)));
    calls = parseBookedCalls(change.newValue);
    // What has changed while the dialog is open was done in it, or in its window.
    bookings.booked(calls.find((call) => !before.has(JSON.stringify(call))) ?? null);
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
    settingsChanged,
    progress: bookings.progress,
    /** What the popup shows about this page; `undefined` when the page belongs to no portal. */
    async describe(): Promise<PageReport | undefined> {
      await look();
      if (!reading) return undefined;
      const { portal, preset, ticket } = reading;
      const offer = resolution?.kind === "offer" ? resolution.offer : null;
      return {
        portal: { id: portal.id, name: portal.name },
        preset: preset?.name ?? null,
        ticket,
        offer: offer && { ...offer, plainLink: await linkOf(offer) },
        reason: reasonNow(),
        rows: await rows.report(),
      };
    },
    destroy(): void {
      destroyed = true;
      bookings.close();
      native.restore();
      card.hide();
      rows.clear();
      if (browser.runtime?.id) browser.storage.onChanged.removeListener(onStorage);
    },
  };

  function reasonNow(): { reason: string } | null {
    if (!reading?.page) return { reason: "not-a-ticket" };
    if (reading.page.kind === "list") return null; // `rows` tells
    if (!reading.ticket || !resolution) return { reason: "page-not-ready" };
    if (resolution.kind === "none") return resolution;
    return nativeButtonStays(reading) ? { reason: "native-button" } : null;
  }
}
