import { type IDBPDatabase, openDB } from "idb";
import * as z from "zod/mini";

const STORE = "positions";
/** `owner`: whose token it was; another one's bookings are read from the beginning. */
const Kept = z.object({ owner: z.string(), position: z.unknown() });

/** How far an account's bookings were read; `null` at the beginning. */
export function getPosition(account: string, owner: string): Promise<unknown> {
  return withStore(async (database) => {
    const kept = Kept.safeParse(await database.get(STORE, account)).data;
    return kept?.owner === owner ? kept.position : null;
  });
}

/** Keeps how far they were read: only after the bookings are in the store. */
export function setPosition(account: string, owner: string, position: unknown): Promise<void> {
  return withStore(async (database) => {
    await database.put(STORE, { owner, position }, account);
  });
}

/** Forgets the positions of accounts that are no more. */
export function keepPositions(accounts: readonly string[]): Promise<void> {
  return withStore(async (database) => {
    for (const key of await database.getAllKeys(STORE)) {
      if (!accounts.includes(String(key))) await database.delete(STORE, key);
    }
  });
}

/** A position names events of the account: it lies where neither pages nor content scripts read. */
async function withStore<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDB("callcard-sync", 1, {
    upgrade: (created) => void created.createObjectStore(STORE),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
