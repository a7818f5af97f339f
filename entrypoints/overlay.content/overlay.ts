import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { type BookedCall, bookedKey } from "../../lib/booking/outcome";
import { parseBookedCalls, upcoming } from "../../lib/booking/record";
import { type BookingState, type PageReport, sendToBackground } from "../../lib/messages";
import { type Offer, type Resolution, resolve } from "../../lib/offer/resolve";
import { plainLink, prefillFor } from "../../lib/scheduler/ticket-link";
import { bookingHosts, portals } from "../../lib/settings/items";
import { findPortal, type Portal } from "../../lib/settings/portal";
import { directory } from "../../lib/settings/technicians";
import { findPage, findPreset } from "../../lib/ticket/find-page";
import { findPlace } from "../../lib/ticket/find-place";
import type { PageDefinition } from "../../lib/ticket/page-definition";
import type { Preset } from "../../lib/ticket/presets/preset";
import { readTicket } from "../../lib/ticket/read-ticket";
import type { Ticket } from "../../lib/ticket/ticket";
import { createCard } from "./card";
import { copyText } from "./copy-text";
import { type OpenDialog, openDialog } from "./dialog";
import { createNativeButtons } from "./native-buttons";

/** What stands on the page right now. */
interface Reading {
  portal: Portal;
  preset: Preset | null;
  page: PageDefinition | null;
  ticket: Ticket | null;
}

/** The overlay of one document: looks at the page, and keeps exactly one card for the ticket in the address. */
export function createOverlay() {
  const card = createCard();
  const native = createNativeButtons();
  let reading: Reading | null = null;
  let resolution: Resolution | null = null;
  let resolvedFor = "";
  let calls: BookedCall[] = [];
  let dialog: OpenDialog | null = null;
  let problem: string | null = null;
  let busy = false;
  let looks = 0;
  let destroyed = false;

  async function look(): Promise<void> {
    const turn = ++looks;
    const now = await read();
    if (turn !== looks || destroyed) return; // a newer look is on its way
    const ticket = now?.ticket ?? null;
    const key = JSON.stringify([ticket?.portal, ticket?.id, ticket?.assignee, ticket?.assignment]);
    if (key !== resolvedFor) {
      const [newResolution, newCalls] = ticket
        ? await Promise.all([resolveNow(ticket), readCalls(ticket)])
        : [null, []];
      if (turn !== looks || destroyed) return;
      if (dialog && reading?.ticket?.id !== ticket?.id) dialog.close();
      [resolution, calls, resolvedFor, problem] = [newResolution, newCalls, key, null];
    }
    reading = now;
    paint();
  }

  async function read(): Promise<Reading | null> {
    const url = new URL(location.href);
    const portal = findPortal(await portals.read(), url);
    if (!portal) return null;
    const preset = findPreset(portal, document);
    const found = findPage(portal, preset, url);
    const ticket = found ? readTicket(document, url, portal.id, found.page, found.groups) : null;
    return { portal, preset, page: found?.page ?? null, ticket };
  }

  async function resolveNow(ticket: Ticket): Promise<Resolution> {
    return resolve(ticket, directory, await bookingHosts.read());
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
        calls: upcoming(calls, new Date()),
        problem,
        busy,
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
    if (!browser.runtime?.id) {
      problem = i18n.t("card.reload");
      return paint();
    }
    const shown = currentOffer()?.technician.email;
    busy = true;
    paint();
    try {
      await look(); // the page may have changed a moment ago
      const ticket = reading?.ticket;
      if (!ticket || dialog || currentOffer()?.technician.email !== shown) return;
      const theme = card.theme();
      const opened = await sendToBackground({
        type: "openBooking",
        ticket,
        preset: reading?.preset?.id ?? null,
        theme,
      });
      if (opened.kind === "none") return void settingsChanged();
      dialog = openDialog({
        session: opened.session,
        technician: opened.technician,
        ticket,
        plainLink: opened.plainLink,
        theme,
        onClosed: () => {
          dialog = null;
          void sendToBackground({ type: "closeBooking", session: opened.session }).catch(() => undefined);
          card.focusButton();
        },
      });
      problem = null;
    } catch (error) {
      problem = browser.runtime?.id
        ? i18n.t("card.failed", [error instanceof Error ? error.message : String(error)])
        : i18n.t("card.reload");
    } finally {
      busy = false;
      paint();
    }
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
    const ticket = reading?.ticket;
    const change = ticket && area === "local" ? changes[bookedKey(ticket.portal, ticket.id)] : undefined;
    if (!change) return;
    const before = new Set(calls.map((call) => JSON.stringify(call)));
    calls = parseBookedCalls(change.newValue);
    // What has changed while the dialog is open was done in it, or in its window.
    dialog?.booked(calls.find((call) => !before.has(JSON.stringify(call))) ?? null);
    paint();
  };
  browser.storage.onChanged.addListener(onStorage);

  function settingsChanged(): void {
    resolvedFor = "";
    void look();
  }

  return {
    look,
    settingsChanged,
    progress(session: string, state: BookingState): void {
      if (dialog?.session === session) dialog.progress(state);
    },
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
      };
    },
    destroy(): void {
      destroyed = true;
      dialog?.close();
      native.restore();
      card.hide();
      if (browser.runtime?.id) browser.storage.onChanged.removeListener(onStorage);
    },
  };

  function reasonNow(): { reason: string } | null {
    if (!reading?.page) return { reason: "not-a-ticket" };
    if (!reading.ticket || !resolution) return { reason: "page-not-ready" };
    if (resolution.kind === "none") return resolution;
    return nativeButtonStays(reading) ? { reason: "native-button" } : null;
  }
}
