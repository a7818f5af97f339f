import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { LedgerEntry } from "./leaving";

const NAME = "callcard-ledger";
const VERSION = 1;

/** An entry as it lies in the database. `sameAs`: what entries that are counted together have in common. */
export type LedgerRow = LedgerEntry & { sameAs?: string };

interface LedgerSchema extends DBSchema {
  entries: { key: string; value: LedgerRow; indexes: { byTime: string; sameAs: string } };
}

/** Runs work on the ledger's database. It is opened each time, as that of the bookings. */
export async function withLedger<T>(work: (database: IDBPDatabase<LedgerSchema>) => Promise<T>): Promise<T> {
  const database = await openDB<LedgerSchema>(NAME, VERSION, {
    upgrade(created) {
      const entries = created.createObjectStore("entries", { keyPath: "id" });
      entries.createIndex("byTime", "at");
      entries.createIndex("sameAs", "sameAs", { unique: true });
    },
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
