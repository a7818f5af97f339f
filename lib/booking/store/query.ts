import type { IDBPTransaction } from "idb";
import type { BookingsSchema } from "./database";
import { exactTerm, wordsOf } from "./row";

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

/** The index of a filter's group, and the part of it that comes after the cursor. */
export function rangeOf(
  { group }: BookingFilter,
  now: Date,
  order: Order,
  after: Cursor | null,
): { index: "byTime" | "byState"; range: IDBKeyRange } {
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

/** Ids of the bookings of a filter, in order. Reads keys only, which is quick for tens of thousands. */
export async function idsOf(
  reading: Reading,
  ranges: readonly IDBKeyRange[],
  { index, range }: ReturnType<typeof rangeOf>,
  order: Order,
): Promise<string[]> {
  const bookings = reading.objectStore("bookings");
  const [ids, ...allowed] = await Promise.all([
    bookings.index(index).getAllKeys(range),
    ...ranges.map(async (term) => new Set(await bookings.index("terms").getAllKeys(term))),
  ]);
  const found = ids.filter((id) => allowed.every((set) => set.has(id)));
  return order === "soonest" ? found : found.reverse();
}
