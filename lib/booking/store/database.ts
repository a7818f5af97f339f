import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { migrate, VERSION } from "./migrations";
import type { Outgoing } from "./outgoing";
import type { Row } from "./row";

export const NAME = "callcard-bookings";

export interface BookingsSchema extends DBSchema {
  bookings: {
    key: string;
    value: Row;
    indexes: {
      byTime: [number, string];
      byState: [string, number, string];
      terms: string;
      uids: string;
    };
  };
  /** Rows that could not be read, for the export. */
  broken: { key: number; value: unknown };
  /** Tickets (keys of `storage.local`) whose card does not show yet what the store has. */
  unprojected: { key: string; value: string };
  /** What the outside is to be told, in the order in which it happened (lib/booking/automation). */
  outbox: { key: number; value: Outgoing };
}
export type BookingsDatabase = IDBPDatabase<BookingsSchema>;

/**
 * Runs work on the database of the bookings, brought forward to the newest version. It is opened each time and closed
 * again, so that no page that stays open for days stands in the way of the next version.
 */
export async function withDatabase<T>(work: (database: BookingsDatabase) => Promise<T>): Promise<T> {
  const database = await openDB<BookingsSchema>(NAME, VERSION, {
    upgrade: (opened, from, _to, upgrade) =>
      migrate(opened as unknown as IDBPDatabase, from, upgrade as never),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
