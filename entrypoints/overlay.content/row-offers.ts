import { browser } from "wxt/browser";
import { parseBookedCalls } from "../../lib/booking/booked-calls";
import type { RecordChange } from "../../lib/booking/changed-call";
import { type BookedCall, bookedKey } from "../../lib/booking/outcome";
import { batchDirectory } from "../../lib/offer/batch-directory";
import { type Resolution, resolve } from "../../lib/offer/resolve";
import { bookingHosts, me } from "../../lib/settings/items";
import { directory } from "../../lib/settings/technicians";
import type { Ticket } from "../../lib/ticket/ticket";

/** What is known about a row's ticket: whom one may call, and which calls are booked. */
export interface KnownRow {
  resolution: Resolution;
  calls: readonly BookedCall[];
}

const whoKey = ({ assignee, assignment, callWith }: Ticket) =>
  JSON.stringify([assignee, assignment, callWith ?? "assignee"]);

/** Offers and booked calls of a list's tickets, read for many rows at once and kept until the settings change. */
export function createRowOffers() {
  const batched = batchDirectory(directory);
  let resolutions = new Map<string, Resolution>();
  let calls = new Map<string, BookedCall[]>();

  return {
    /** `null` as long as it was not loaded. */
    known(ticket: Ticket): KnownRow | null {
      const resolution = resolutions.get(whoKey(ticket));
      const booked = calls.get(bookedKey(ticket.portal, ticket.id));
      return resolution && booked ? { resolution, calls: booked } : null;
    },
    /** Reads for all of these tickets in one go. */
    async load(tickets: readonly Ticket[]): Promise<void> {
      const [intoResolutions, intoCalls] = [resolutions, calls]; // `forget` may come meanwhile
      const people = new Map(tickets.map((ticket) => [whoKey(ticket), ticket]));
      const keys = tickets.map(({ portal, id }) => bookedKey(portal, id));
      const [hosts, own, stored] = await Promise.all([
        bookingHosts.read(),
        me.read(),
        browser.storage.local.get(keys),
      ]);
      for (const key of keys) intoCalls.set(key, parseBookedCalls(stored[key]));
      await Promise.all(
        [...people].map(async ([key, ticket]) =>
          intoResolutions.set(key, await resolve(ticket, batched, hosts, own)),
        ),
      );
    },
    /**
     * Takes over what has changed in the record of booked calls.
     * @returns what has changed of known tickets, by key
     */
    storageChanged(changes: Record<string, { newValue?: unknown }>): Map<string, RecordChange> {
      const changed = new Map<string, RecordChange>();
      for (const [key, { newValue }] of Object.entries(changes)) {
        const before = calls.get(key);
        if (!before) continue;
        const after = parseBookedCalls(newValue);
        calls.set(key, after);
        changed.set(key, { before, after });
      }
      return changed;
    },
    forget(): void {
      resolutions = new Map();
      calls = new Map();
    },
  };
}
