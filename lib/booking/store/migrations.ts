import type { IDBPDatabase, IDBPTransaction } from "idb";
import * as z from "zod/mini";
import { Booking } from "./booking";
import { rowOf } from "./row";

/** The version that this code writes. */
export const VERSION = 3;

/** A database of any version, while it is brought forward: nothing is known of its rows. */
type Upgrade = IDBPTransaction<unknown, string[], "versionchange">;

/**
 * Brings a database forward, a version at a time, in the one transaction of the upgrade: a browser that is killed
 * meanwhile finds the old version again. Rows that cannot be read go to `broken`.
 */
export async function migrate(database: IDBPDatabase, from: number, upgrade: Upgrade): Promise<void> {
  if (from < 1) createVersion1(database);
  if (from < 2) await toVersion2(database, upgrade);
  if (from < 3) toVersion3(database);
}

/** 1: bookings with the uid and the time that they have now. */
function createVersion1(database: IDBPDatabase): void {
  const bookings = database.createObjectStore("bookings", { keyPath: "id" });
  bookings.createIndex("byTime", ["at", "id"]);
  database.createObjectStore("broken", { autoIncrement: true });
}

// What version 1 had. Version 2 may change; this does not.
const Version1 = z.looseObject({
  uid: z.nullable(z.string()),
  start: z.nullable(z.string()),
  end: z.nullable(z.string()),
  createdAt: z.string(),
});

/** 2: a history (a call that is moved has another uid from then on), marks, search, and the tickets to be shown anew. */
async function toVersion2(database: IDBPDatabase, upgrade: Upgrade): Promise<void> {
  const bookings = upgrade.objectStore("bookings");
  bookings.createIndex("byState", ["state", "at", "id"]);
  bookings.createIndex("terms", "terms", { multiEntry: true });
  bookings.createIndex("uids", "uids", { multiEntry: true, unique: true });
  database.createObjectStore("unprojected");
  for (let cursor = await bookings.openCursor(); cursor; cursor = await cursor.continue()) {
    const row: unknown = cursor.value;
    const old = Version1.safeParse(row).data;
    const moved = Booking.safeParse(
      old && { mark: null, joinUrl: null, ...old, history: [beginning(old)] },
    ).data;
    if (moved) await cursor.update(rowOf(moved));
    else {
      await upgrade.objectStore("broken").add(row);
      await cursor.delete();
    }
  }
}

function beginning({ uid, start, end, createdAt }: z.infer<typeof Version1>) {
  return { at: createdAt, what: "booked", uid, start, end };
}

/** 3: what the outside is to be told of bookings. What has happened before is not told. */
function toVersion3(database: IDBPDatabase): void {
  database.createObjectStore("outbox", { autoIncrement: true });
}
