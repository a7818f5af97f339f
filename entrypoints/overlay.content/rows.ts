import { browser } from "wxt/browser";
import { upcoming } from "../../lib/booking/booked-calls";
import { bookedKey } from "../../lib/booking/outcome";
import type { RowsReport } from "../../lib/messages";
import type { Offer } from "../../lib/offer/resolve";
import { isAtPlace, putAtPlace } from "../../lib/ticket/find-place";
import { findRowPlace } from "../../lib/ticket/find-row-place";
import { findRows } from "../../lib/ticket/find-rows";
import type { PageDefinition } from "../../lib/ticket/page-definition";
import { readRow } from "../../lib/ticket/read-ticket";
import { type RowLook, sampleRowLook } from "../../lib/ticket/sample-row-look";
import type { Ticket } from "../../lib/ticket/ticket";
import { withMe } from "../../lib/ticket/with-me";
import type { createBookings } from "./bookings";
import { watchNearRows } from "./near-rows";
import { createPutBack } from "./put-back";
import type { Reading } from "./read-page";
import { createRowButton, type RowButton } from "./row-button";
import { rowContent } from "./row-content";
import { createRowOffers, type KnownRow } from "./row-offers";
import { createSlices, type Work } from "./slices";
import { themeNow } from "./theme-now";
import { watchChangedRows } from "./watch-changed-rows";

type List = Reading & { page: PageDefinition };

/** A row that was in view: its ticket, and why it has a button or none. */
interface Row {
  ticket: Ticket | null;
  known: KnownRow | null;
  button: RowButton | null;
  mayPut: () => boolean;
}

/**
 * The buttons in the rows of a list. Only rows near the window are read, a few a task; a row's button follows the
 * row's ticket, whatever the page does with its elements.
 */
export function createRows(bookings: ReturnType<typeof createBookings>, settingsChanged: () => void) {
  const offers = createRowOffers();
  const rows = new Map<Element, Row>();
  const work = createSlices(lookAt, offers.load);
  const near = watchNearRows(work.add);
  let unwatch = () => {};
  let list: List | null = null;
  let look: (RowLook & { at: string }) | null = null;
  /** Whose button was clicked last. */
  let clicked: string | null = null;

  function lookAt(element: Element): Work<Ticket> | null {
    const seen = rows.get(element);
    if (!list || (!near.has(element) && !seen?.button?.element.isConnected)) return null;
    const ticket = read(element, list);
    if (!near.has(element))
      return ticket?.id === seen?.ticket?.id ? null : { write: () => drop(seen), wanted: null };

    const row = seen ?? { ticket: null, known: null, button: null, mayPut: createPutBack() };
    rows.set(element, row);
    const fresh = ticket && offers.known(ticket);
    // After a change of the settings, what was known stays until it is known anew: nothing flickers.
    const stays = ticket?.id === row.ticket?.id && sameAssignee(ticket, row.ticket);
    row.known = fresh ?? (stays ? row.known : null);
    row.ticket = ticket;
    return {
      write: prepare(element, row, list),
      wanted: ticket && !fresh && browser.runtime?.id ? ticket : null,
    };
  }

  function read(element: Element, { portal, page, me }: List): Ticket | null {
    const ticket = element.isConnected ? readRow(element, new URL(location.href), portal.id, page) : null;
    return ticket && withMe(ticket, me);
  }

  /** Reads what a row's button needs of the page. @returns shows it, or takes it away */
  function prepare(element: Element, row: Row, { page }: List): () => void {
    const { ticket, known } = row;
    const offer = known && offerOf(known);
    if (!ticket || !offer) return () => drop(row);
    const place = findRowPlace(element, page);
    const { css } = lookOf(place.anchor, page);
    const [call] = upcoming(known.calls, new Date());
    const isClicked = ticket.id === clicked;
    const content = {
      ...rowContent(ticket, offer, page.label, call),
      busy: isClicked && bookings.isBusy(),
      problem: isClicked ? bookings.problem() : null,
    };
    return () => {
      row.button ??= createRowButton(() => void book(element, row));
      row.button.show(content, css);
      if (!isAtPlace(row.button.element, place) && row.mayPut()) putAtPlace(row.button.element, place);
    };
  }

  function drop(row: Row | undefined): void {
    row?.button?.element.remove();
  }

  function lookOf(anchor: Element, page: PageDefinition): RowLook {
    const at = themeNow();
    if (look?.at !== at) look = { ...sampleRowLook(document, anchor, page.look), at };
    return look;
  }

  async function book(element: Element, row: Row): Promise<void> {
    const shown = row.ticket;
    const technician = row.known && offerOf(row.known)?.technician.email;
    if (!shown || !technician) return;
    if (clicked !== shown.id) bookings.forgetProblem();
    clicked = shown.id;
    await bookings.book({
      theme: look?.dark ? "dark" : "light",
      async prepare() {
        const ticket = list && read(element, list); // the row may have become another ticket's a moment ago
        if (!list || ticket?.id !== shown.id) return null;
        await offers.load([ticket]);
        const known = offers.known(ticket);
        const now = known && offerOf(known)?.technician;
        if (!now) return null;
        if (now.email !== technician) return { now: now.name || now.email };
        return { ticket, preset: list?.preset?.id ?? null };
      },
      onNoOffer: settingsChanged,
      onClosed: () => focus(shown.id),
    });
  }

  /** A row out of view may become another ticket's: it is without a button until it comes near again. */
  function dropStale(changed: ReadonlySet<Element>): void {
    for (const element of changed) {
      if (!near.has(element)) drop(rows.get(element));
    }
  }

  function focus(id: string): void {
    for (const { ticket, button } of rows.values()) {
      if (ticket?.id === id && button?.element.isConnected) button.focus();
    }
  }

  function clear(): void {
    work.stop();
    near.stop();
    unwatch();
    for (const { button } of rows.values()) button?.element.remove();
    rows.clear();
    offers.forget();
    list = null;
    look = null;
    if (clicked !== null) bookings.close();
    clicked = null;
  }

  return {
    /** Looks at the page's rows after anything in it may have changed; no list, no buttons. */
    update(reading: Reading | null): void {
      const { page } = reading ?? {};
      if (page?.kind !== "list" || !reading) {
        if (list) clear();
        return;
      }
      if (list && (list.page.url !== page.url || list.portal.id !== reading.portal.id)) clear();
      if (!list) unwatch = watchChangedRows(page.row ?? "", dropStale);
      list = { ...reading, page };
      near.watch(findRows(document, page));
      for (const [element, { button }] of rows) {
        if (element.isConnected) continue;
        button?.element.remove();
        rows.delete(element);
      }
      work.add(near);
    },
    /** Says on the clicked row's button what bookings say. */
    repaint: () => work.add(near),
    forget: offers.forget,
    storageChanged(changes: Record<string, { newValue?: unknown }>): void {
      const changed = offers.storageChanged(changes);
      if (changed.size === 0 || !list) return;
      const change = clicked === null ? undefined : changed.get(bookedKey(list.portal.id, clicked));
      if (change) bookings.recorded(change);
      work.add(near);
    },
    /** How many rows have a button, and why others have none. */
    async report(): Promise<RowsReport | null> {
      await work.done();
      return list && countRows(rows.values(), findRows(document, list.page).length);
    },
    clear,
  };
}

function sameAssignee(a: Ticket | null, b: Ticket | null): boolean {
  return a?.assignment === b?.assignment && JSON.stringify(a?.assignee) === JSON.stringify(b?.assignee);
}

function offerOf({ resolution }: KnownRow): Offer | null {
  return resolution.kind === "offer" ? resolution.offer : null;
}

function countRows(rows: Iterable<Row>, total: number): RowsReport {
  const report: RowsReport = { total, seen: 0, buttons: 0, reasons: {} };
  for (const { ticket, known } of rows) {
    if (!ticket || !known) continue;
    report.seen++;
    const { resolution } = known;
    if (resolution.kind === "offer") report.buttons++;
    else report.reasons[resolution.reason] = (report.reasons[resolution.reason] ?? 0) + 1;
  }
  return report;
}
