import { type IDBPDatabase, openDB } from "idb";

/**
 * Tokens, by name. They lie in the IndexedDB of the extension's own origin: content scripts and pages have another one,
 * and no export reads it. For the background and for our own pages only.
 */
const STORE = "secrets";

/** The token with this name; `null` when there is none. */
export function getSecret(name: string): Promise<string | null> {
  return withStore(async (database) => {
    const value: unknown = await database.get(STORE, name);
    return typeof value === "string" ? value : null;
  });
}

/** Keeps a token, over an older one of the same name. @throws when the browser refuses (disk full) */
export function setSecret(name: string, value: string): Promise<void> {
  return withStore(async (database) => {
    await database.put(STORE, value, name);
  });
}

export function removeSecret(name: string): Promise<void> {
  return withStore((database) => database.delete(STORE, name));
}

/** The name of a lookup's token; it belongs to one portal and one site, and goes to no other. */
export function lookupSecret(portal: string, origin: string): string {
  return `lookup:${portal}:${origin}`;
}

async function withStore<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDB("callcard-secrets", 1, {
    upgrade: (created) => void created.createObjectStore(STORE),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
