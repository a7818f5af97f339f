import type { Page } from "@playwright/test";

interface StoredRow {
  id: string;
  history: { at: string }[];
}

/**
 * Puts the only booking to another time, as if time had passed. Runs in a page of ours.
 * @param offset milliseconds from now to its start
 * @param change what else is other than it was
 */
export async function moveCallIn({ offset, change }: { offset: number; change: object }) {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("callcard-bookings");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const store = database.transaction("bookings", "readwrite").objectStore("bookings");
  const row = await new Promise<StoredRow>((resolve) => {
    const reading = store.getAll();
    reading.onsuccess = () => resolve(reading.result[0]);
  });
  const [start, end] = [Date.now() + offset, Date.now() + offset + 30 * 60_000];
  const booked = new Date(Date.now() - 3 * 24 * 3600_000).toISOString();
  const times = { start: new Date(start).toISOString(), end: new Date(end).toISOString(), at: end };
  const history = row.history.map((event) => ({ ...event, at: booked }));
  await new Promise((resolve) => {
    store.put({ ...row, ...times, history, ...change }).onsuccess = resolve;
  });
  database.close();
  return { id: row.id, start: times.start };
}

/** The same in a page that Playwright has opened. */
export function moveCall(own: Page, minutes: number, change: object = {}) {
  return own.evaluate(moveCallIn, { offset: minutes * 60_000, change });
}
