import { Booking, type NewBooking } from "./booking";
import { applyChange, type Change } from "./change";
import { type BookingsDatabase, withDatabase } from "./database";
import {
  type BookingFilter,
  type Cursor,
  countIn,
  type Group,
  groups,
  idsWith,
  type Order,
  rangeOf,
  rowsIn,
  termRanges,
  usualOrder,
} from "./query";
import { exactTerm, rowOf, uidKey } from "./row";
import type { SyncedChange } from "./synced";
import { byUidOrId, channel, note, tell, write } from "./write";

/** One page of a list. */
export interface Page {
  bookings: Booking[];
  /** Where the next page begins; `null` on the last one. */
  next: Cursor | null;
}

/** A call that a scheduler's account tells of, and what it may be in here. */
export interface SettledCall {
  /** Every uid that the call has or had, the present one first. */
  uids: readonly string[];
  scheduler: string;
  change: SyncedChange;
  /** As a new booking; `null` for a call that is none of ours unless a uid says so. */
  created: NewBooking | null;
  /** The one of a ticket's bookings without a uid that has become this call; `null`: none of them. */
  begunAs(bookings: readonly Booking[]): Booking | null;
}

const PAGE = 50;
/** Indexes are asked for one more; their count is a 32-bit number. */
const MOST = 2 ** 32 - 2;

/**
 * The bookings of this browser. Every writing verb is one transaction, in which the ticket is noted as well: its card
 * (lib/booking/projection.ts) is made anew afterwards, by whoever wrote or by the next start of the background.
 *
 * All of them throw when the browser refuses (`QuotaExceededError`: disk full).
 */
export const bookings = {
  /**
   * Keeps a new booking, in state `started`, and what has happened to it at once. One with the same id, or with the same
   * uid of the same scheduler, is the same booking: the changes go to that one.
   */
  create(created: NewBooking, changes: readonly Change[], now: Date): Promise<Booking> {
    const uid = changes.flatMap((change) => ("outcome" in change ? (change.outcome.uid ?? []) : [])).at(0);
    return write(byUidOrId(created, uid ?? null), (found) => {
      const isOther = found !== null && changes.some((change) => isAnotherCall(found, change));
      const one = isOther
        ? begin({ ...created, id: crypto.randomUUID() }, now)
        : (found ?? begin(created, now));
      return changes.reduce((before, change) => applyChange(before, change, now), one);
    });
  },

  /** The booking with this id; `null` when there is none, or when it cannot be read. */
  async get(id: string): Promise<Booking | null> {
    const raw: unknown = await withDatabase((database) => database.get("bookings", id));
    return Booking.safeParse(raw).data ?? null;
  },

  /** The booking that has, or had before it was moved, this uid. */
  async findByUid(scheduler: string, uid: string): Promise<Booking | null> {
    const raw: unknown = await withDatabase((database) =>
      database.getFromIndex("bookings", "uids", uidKey(scheduler, uid)),
    );
    return Booking.safeParse(raw).data ?? null;
  },

  /** A page of the bookings that a filter lets through. */
  async list(
    filter: BookingFilter & { order?: Order; after?: Cursor | null; limit?: number } = {},
    now = new Date(),
  ): Promise<Page> {
    const { order = usualOrder(filter.group), after = null, limit = PAGE } = filter;
    const where = rangeOf(filter, now, order, after);
    const rows = await withDatabase(async (database) => {
      const reading = database.transaction("bookings");
      return rowsIn(reading, await idsWith(reading, termRanges(filter)), where, order, limit + 1);
    });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const parsed = page.map((row) => ({ row, booking: Booking.safeParse(row).data }));
    const broken = parsed.flatMap(({ row, booking }) => (booking ? [] : [row.id]));
    if (broken.length > 0) await setAside(broken);
    return {
      bookings: parsed.flatMap(({ booking }) => booking ?? []),
      next: last ? [last.at, last.id] : null,
    };
  },

  /** How many bookings a filter lets through. */
  async count(filter: BookingFilter = {}, now = new Date()): Promise<number> {
    const { group } = filter;
    return (await countsOf(filter, [group], now))[0] ?? 0;
  },

  /** The same for each group, whatever the filter's own group. */
  async counts(filter: Omit<BookingFilter, "group"> = {}, now = new Date()): Promise<Record<Group, number>> {
    const counts = await countsOf(filter, groups, now);
    return Object.fromEntries(groups.map((group, at) => [group, counts[at]])) as Record<Group, number>;
  },

  /** What there is to choose from in filters: portals by id, technicians by e-mail address. */
  async choices(): Promise<{ portals: string[]; technicians: string[] }> {
    return withDatabase(async (database) => ({
      portals: await termsWith(database, exactTerm.portal("")),
      technicians: await termsWith(database, exactTerm.technician("")),
    }));
  },

  /** Every booking of a filter, for exports and figures. */
  async all(filter: BookingFilter & { order?: Order } = {}, now = new Date()): Promise<Booking[]> {
    return (await bookings.list({ ...filter, limit: MOST }, now)).bookings;
  },

  /** Changes a booking. @returns `null` when it is gone */
  update(id: string, change: Change, now: Date): Promise<Booking | null> {
    return write(
      (rows) => rows.get(id),
      (found) => found && applyChange(found, change, now),
    );
  },

  /**
   * Takes over what a scheduler's account says of a call: onto the booking that has, or had, one of its uids, else onto the
   * one that was begun for it, else as a new one.
   * @returns whether anything is different now
   */
  async settle({ uids, scheduler, change, created, begunAs }: SettledCall, now: Date): Promise<boolean> {
    let isChanged = false;
    await write(
      async (rows) => {
        for (const uid of uids) {
          const row = await rows.index("uids").get(uidKey(scheduler, uid));
          if (row) return row;
        }
        if (!created) return undefined;
        const about = exactTerm.ticket(created.portal, created.ticket.id);
        const sameTicket = await rows.index("terms").getAll(about);
        const open = sameTicket.flatMap((row) => Booking.safeParse(row).data ?? []);
        const begun = begunAs(open.filter(({ uid }) => uid === null));
        return sameTicket.find(({ id }) => id === begun?.id);
      },
      (found) => {
        // A call that is over before anybody here knew of it is none.
        const isNew = created !== null && change.state !== "cancelled";
        const one = found ?? (isNew ? { ...begin(created, now), history: [] } : null); // nobody opened a calendar
        const settled = one && applyChange(one, change, now);
        isChanged = settled !== found;
        return settled;
      },
    );
    return isChanged;
  },

  /** Deletes one booking. @returns it, for an undo; `null` when it was gone */
  async delete(id: string): Promise<Booking | null> {
    const deleted = await withDatabase(async (database) => {
      const writing = database.transaction(["bookings", "unprojected"], "readwrite");
      const found = Booking.safeParse(await writing.objectStore("bookings").get(id)).data ?? null;
      await writing.objectStore("bookings").delete(id);
      if (found) await note(writing.objectStore("unprojected"), found);
      await writing.done;
      return found;
    });
    tell();
    return deleted;
  },

  /** Bookings that were over before a moment: those that were only started, or all others; the oldest first. */
  async listOver(started: boolean, before: Date, limit: number): Promise<Booking[]> {
    const ranges = started ? [overRange("started", before)] : ended.map((state) => overRange(state, before));
    const rows: unknown[] = await withDatabase(async (database) => {
      const index = database.transaction("bookings").store.index("byState");
      return (await Promise.all(ranges.map((range) => index.getAll(range, limit)))).flat();
    });
    return rows.flatMap((row) => Booking.safeParse(row).data ?? []).slice(0, limit);
  },

  /** How many there are of those. */
  async countOver(started: boolean, before: Date): Promise<number> {
    const ranges = started ? [overRange("started", before)] : ended.map((state) => overRange(state, before));
    const counts = await withDatabase((database) => {
      const index = database.transaction("bookings").store.index("byState");
      return Promise.all(ranges.map((range) => index.count(range)));
    });
    return counts.reduce((sum, count) => sum + count, 0);
  },

  /** Deletes several bookings in one transaction; one that was moved meanwhile, and is not over, stays. */
  async deleteOver(ids: readonly string[], before: Date): Promise<void> {
    await withDatabase(async (database) => {
      const writing = database.transaction(["bookings", "unprojected"], "readwrite");
      const store = writing.objectStore("bookings");
      for (const id of ids) {
        const row = await store.get(id);
        if (!row || row.at >= before.getTime()) continue;
        await store.delete(id);
        await note(writing.objectStore("unprojected"), row);
      }
      await writing.done;
    });
    tell();
  },

  /** Deletes all of them, and what could not be read. @returns them, for an undo */
  async deleteAll(): Promise<Booking[]> {
    const rows: unknown[] = await withDatabase(async (database) => {
      const writing = database.transaction(["bookings", "broken", "unprojected"], "readwrite");
      const all = await writing.objectStore("bookings").getAll();
      for (const row of all) void note(writing.objectStore("unprojected"), row);
      await Promise.all([writing.objectStore("bookings").clear(), writing.objectStore("broken").clear()]);
      await writing.done;
      return all;
    });
    tell();
    return rows.flatMap((row) => Booking.safeParse(row).data ?? []);
  },

  /** Puts back what was deleted; what is there stays. */
  async restore(deleted: readonly Booking[]): Promise<void> {
    await withDatabase(async (database) => {
      const writing = database.transaction(["bookings", "unprojected"], "readwrite");
      const there = new Set(await writing.objectStore("bookings").getAllKeys());
      for (const booking of deleted) {
        if (there.has(booking.id)) continue;
        void writing.objectStore("bookings").put(rowOf(booking));
        void note(writing.objectStore("unprojected"), booking);
      }
      await writing.done;
    });
    tell();
  },

  /** Rows that cannot be read, as they were. */
  broken(): Promise<unknown[]> {
    return withDatabase((database) => database.getAll("broken"));
  },

  /** Calls back after each change, in whichever page of the extension or in the background it was made. */
  watch(changed: () => void): () => void {
    const listening = new BroadcastChannel(channel);
    listening.onmessage = () => changed();
    return () => listening.close();
  },
};

/** States of bookings that were more than started. */
const ended = ["booked", "awaiting", "cancelled"] as const;

function overRange(state: Booking["state"], before: Date): IDBKeyRange {
  return IDBKeyRange.bound([state, Number.NEGATIVE_INFINITY], [state, before.getTime()], false, true);
}

function begin(created: NewBooking, now: Date): Booking {
  const at = now.toISOString();
  const nothing = { uid: null, mark: null, start: null, end: null };
  return {
    ...created,
    ...nothing,
    state: "started",
    timeZone: null,
    paymentRequired: false,
    joinUrl: null,
    attempt: null,
    history: [{ at, what: "started", ...nothing }],
    createdAt: at,
    updatedAt: at,
  };
}

/** In a calendar that stays open after a booking, a second one may follow, with a uid of its own. */
function isAnotherCall(found: Booking, change: Change): boolean {
  if (change.what !== "booked" || found.uid === null || change.outcome.uid === null) return false;
  return !found.history.some(({ uid }) => uid === change.outcome.uid);
}

/** Moves rows that cannot be read to where they are in nobody's way. */
async function setAside(ids: readonly string[]): Promise<void> {
  await withDatabase(async (database) => {
    const writing = database.transaction(["bookings", "broken"], "readwrite");
    for (const id of ids) {
      const row = await writing.objectStore("bookings").get(id);
      if (row && !Booking.safeParse(row).success) {
        await writing.objectStore("broken").add(row);
        await writing.objectStore("bookings").delete(id);
      }
    }
    await writing.done;
  });
}

function countsOf(filter: BookingFilter, of: readonly (Group | undefined)[], now: Date): Promise<number[]> {
  return withDatabase(async (database) => {
    const reading = database.transaction("bookings");
    const allowed = await idsWith(reading, termRanges(filter));
    const ranges = of.map((group) => rangeOf({ group }, now, "soonest", null));
    return Promise.all(ranges.map((range) => countIn(reading, allowed, range)));
  });
}

/** The ends of the terms that begin so, each once. */
async function termsWith(database: BookingsDatabase, beginning: string): Promise<string[]> {
  const found = [];
  const index = database.transaction("bookings").store.index("terms");
  const range = IDBKeyRange.bound(beginning, `${beginning}\uffff`);
  let cursor = await index.openKeyCursor(range, "nextunique");
  for (; cursor; cursor = await cursor.continue()) found.push(cursor.key.slice(beginning.length));
  return found;
}
