import { bookings, type Page } from "./bookings";
import type { BookingFilter } from "./query";

/** So many more are read at once. */
export const PAGE = 50;

/** Goes on from where a list ended, without reading what is shown a second time. */
export async function readOn(shown: Page, filter: BookingFilter, now: Date): Promise<Page> {
  if (!shown.next) return shown;
  const { bookings: more, next } = await bookings.list({ ...filter, after: shown.next, limit: PAGE }, now);
  return { bookings: [...shown.bookings, ...more], next };
}

/** Reads a list from its beginning, as far as somebody has come in it: something in it has changed. */
export function readAgain(length: number, filter: BookingFilter, now: Date): Promise<Page> {
  return bookings.list({ ...filter, limit: Math.max(length, PAGE) }, now);
}
