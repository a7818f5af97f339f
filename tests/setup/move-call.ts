import type { Page } from "@playwright/test";

const MINUTE = 60_000;

interface StoredCall {
  id: string;
  start: string;
  end: string;
}

/** The only booking, put so many minutes from now: as if time had passed. Run in a page of ours. */
export function moveCall(own: Page, minutes: number, change: object = {}): Promise<StoredCall> {
  return own.evaluate(
    async ({ offset, change }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open("callcard-bookings");
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const store = database.transaction("bookings", "readwrite").objectStore("bookings");
      const row = await new Promise<Record<string, unknown>>((resolve) => {
        const reading = store.getAll();
        reading.onsuccess = () => resolve(reading.result[0]);
      });
      const start = new Date(Date.now() + offset);
      const end = new Date(start.getTime() + 30 * 60_000);
      const long = new Date(Date.now() - 3 * 24 * 3600_000).toISOString();
      const history = (row.history as { at: string }[]).map((event) => ({ ...event, at: long }));
      const moved = {
        ...row,
        start: start.toISOString(),
        end: end.toISOString(),
        at: end.getTime(),
        history,
        ...change,
      };
      await new Promise((resolve) => {
        store.put(moved).onsuccess = resolve;
      });
      database.close();
      return moved as unknown as StoredCall;
    },
    { offset: minutes * MINUTE, change },
  );
}
