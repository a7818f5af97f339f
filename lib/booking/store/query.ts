import type { IDBPTransaction } from "idb";
import type { BookingsSchema } from "./database";
import { exactTerm, type Row, wordsOf } from "./row";

export const groups = ["upcoming", "awaiting", "past", "cancelled", "started"] as const;
export type Group = (typeof groups)[number];

/** Which bookings a list holds. All of it has to be so; every word of `text` begins a word of the booking. */
export interface BookingFilter {
  group?: Group | undefined;
  /** Id of the portal. */
  portal?: string | undefined;
  /** E-mail address. */
  technician?: string | undefined;
  ticket?: { portal: string; id: string } | undefined;
  text?: string | undefined;
}

/** Where a page of a list ended; the next one begins after it. */
export type Cursor = readonly [at: number, id: string];

export type Order = "soonest" | "latest";

/** Upcoming calls are read from the next one on, the others from the last one back. */
export function usualOrder(group: Group | undefined): Order {
  return group === "upcoming" || group === "awaiting" ? "soonest" : "latest";
}

type Reading = IDBPTransaction<BookingsSchema, ["bookings"], "readonly">;

/** A part of one of the indexes that are in order of time. */
export interface IndexRange {
  index: "byTime" | "byState";
  range: IDBKeyRange;
}

/** The index of a filter's group, and the part of it that comes after the cursor. */
export function rangeOf({ group }: BookingFilter, now: Date, order: Order, after: Cursor | null): IndexRange {
  const state = group === "upcoming" || group === "past" ? "booked" : group;
  const key = (...rest: unknown[]) => (state ? [state, ...rest] : rest);
  const least = group === "upcoming" ? now.getTime() + 1 : Number.NEGATIVE_INFINITY;
  const most = group === "past" ? now.getTime() + 1 : Number.POSITIVE_INFINITY;
  const lower = after && order === "soonest" ? key(...after) : key(least);
  const upper = after && order === "latest" ? key(...after) : key(most);
  // A key that ends early sorts before all that go on: `[state, most]` leaves out nothing that is less.
  const range = IDBKeyRange.bound(lower, upper, after !== null && order === "soonest", true);
  return { index: state ? "byState" : "byTime", range };
}

/** What every booking of a filter has in the index of terms: whole terms, and beginnings of words. */
export function termRanges({ portal, technician, ticket, text }: BookingFilter): IDBKeyRange[] {
  const exact = [
    portal === undefined ? [] : exactTerm.portal(portal),
    technician === undefined ? [] : exactTerm.technician(technician),
    ticket === undefined ? [] : exactTerm.ticket(ticket.portal, ticket.id),
  ].flat();
  return [
    ...exact.map((term) => IDBKeyRange.only(term)),
    ...[...new Set(wordsOf(text ?? ""))].map((word) => IDBKeyRange.bound(word, `${word}\uffff`)),
  ];
}

/** So many rows are read and sorted at once; of more, keys alone are read first, in the index's order. */
const FEW = 1000;

/** Ids of the bookings that have all of these terms; `null` when no term is asked for. */
export async function idsWith(reading: Reading, ranges: readonly IDBKeyRange[]): Promise<Set<string> | null> {
  if (ranges.length === 0) return null;
  const terms = reading.objectStore("bookings").index("terms");
  const found = await Promise.all(ranges.map(async (range) => new Set(await terms.getAllKeys(range))));
  const [fewest = new Set<string>(), ...others] = found.sort((one, other) => one.size - other.size);
  return new Set([...fewest].filter((id) => others.every((ids) => ids.has(id))));
}

/** How many of these bookings lie in a part of an index. */
export async function countIn(
  reading: Reading,
  allowed: ReadonlySet<string> | null,
  { index, range }: IndexRange,
): Promise<number> {
  const part = reading.objectStore("bookings").index(index);
  if (!allowed) return part.count(range);
  if (allowed.size === 0) return 0;
  return (await part.getAllKeys(range)).filter((id) => allowed.has(id)).length;
}

/** The first of these bookings that lie in a part of an index, in its order or from its end. */
export async function rowsIn(
  reading: Reading,
  allowed: ReadonlySet<string> | null,
  { index, range }: IndexRange,
  order: Order,
  limit: number,
): Promise<Row[]> {
  const store = reading.objectStore("bookings");
  const part = store.index(index);
  if (allowed && allowed.size <= FEW) {
    const rows = (await Promise.all([...allowed].map((id) => store.get(id)))).filter(
      (row) => row !== undefined,
    );
    const keyOf = ({ state, at, id }: Row) => (index === "byState" ? [state, at, id] : [at, id]);
    const found = rows
      .filter((row) => range.includes(keyOf(row)))
      .sort((one, other) => indexedDB.cmp(keyOf(one), keyOf(other)));
    return (order === "soonest" ? found : found.reverse()).slice(0, limit);
  }
  if (allowed) {
    const ids = (await part.getAllKeys(range)).filter((id) => allowed.has(id));
    if (order === "latest") ids.reverse();
    const rows = await Promise.all(ids.slice(0, limit).map((id) => store.get(id)));
    return rows.filter((row) => row !== undefined);
  }
  if (order === "soonest") return part.getAll(range, limit);
  const rows: Row[] = [];
  let cursor = await part.openCursor(range, "prev");
  for (; cursor && rows.length < limit; cursor = await cursor.continue()) rows.push(cursor.value);
  return rows;
}
