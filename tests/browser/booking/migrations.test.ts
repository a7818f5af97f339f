import { openDB } from "idb";
import { beforeEach, expect, test } from "vitest";
import { Booking } from "../../../lib/booking/store/booking";
import { bookings } from "../../../lib/booking/store/bookings";
import { NAME } from "../../../lib/booking/store/database";
import { VERSION } from "../../../lib/booking/store/migrations";
import { readOutbox } from "../../../lib/booking/store/outbox";
import { forgetBookings, NOW } from "./given-booking";
import version1 from "./snapshots/version-1.json";
import version2 from "./snapshots/version-2.json";
import version3 from "./snapshots/version-3.json";

/** A database as a version of CallCard left it. A new version adds one here; the old ones stay as they are. */
interface Snapshot {
  version: number;
  stores: {
    name: string;
    keyPath: string | null;
    autoIncrement?: boolean;
    indexes: { name: string; keyPath: string | string[]; multiEntry?: boolean; unique?: boolean }[];
    rows: unknown[];
  }[];
}
const snapshots: Snapshot[] = [version1, version2, version3];

async function lay({ version, stores }: Snapshot): Promise<void> {
  const database = await openDB(NAME, version, {
    upgrade(opened) {
      for (const { name, keyPath, autoIncrement, indexes } of stores) {
        const store = opened.createObjectStore(name, { keyPath, autoIncrement: autoIncrement ?? false });
        for (const { name, keyPath, ...options } of indexes) store.createIndex(name, keyPath, options);
      }
    },
  });
  for (const { name, rows } of stores) for (const row of rows) await database.put(name, row);
  database.close();
}

/** Object stores and indexes of the database that lies there. */
async function shape() {
  const database = await openDB(NAME);
  const stores = [...database.objectStoreNames].map((name) => {
    const store = database.transaction(name).store;
    return [name, store.keyPath, [...store.indexNames].map((index) => [index, store.index(index).keyPath])];
  });
  const { version } = database;
  database.close();
  return { version, stores };
}

beforeEach(forgetBookings);

test("there is a snapshot of every version", () => {
  expect(snapshots.map(({ version }) => version)).toEqual(Array.from({ length: VERSION }, (_, at) => at + 1));
});

test.each(snapshots)("version $version has the shape of a new database afterwards", async (snapshot) => {
  await bookings.count();
  const fresh = await shape();
  await forgetBookings();
  await lay(snapshot);
  await bookings.count();
  expect(await shape()).toEqual(fresh);
  expect(fresh.version).toBe(VERSION);
});

test("version 1: a booking keeps everything, gets a history, and is found by uid and by words", async () => {
  await lay(version1);
  const before = version1.stores[0]?.rows[0];
  const found = await bookings.findByUid("cal-com", "uid-of-version-1");
  const { at: _, ...kept } = before as { at: number };
  expect(found).toEqual({
    ...kept,
    attempt: null,
    mark: null,
    joinUrl: null,
    history: [
      {
        at: "2026-11-20T12:00:00.000Z",
        what: "booked",
        uid: "uid-of-version-1",
        start: "2026-11-23T09:00:00.000Z",
        end: "2026-11-23T09:30:00.000Z",
        mark: null,
      },
    ],
  });
  expect((await bookings.list({ text: "fire", group: "upcoming" }, NOW)).bookings).toEqual([found]);
});

test("version 1: a row that cannot be read is kept apart", async () => {
  await lay(version1);
  expect(await bookings.count()).toBe(1);
  expect(await bookings.broken()).toEqual([version1.stores[0]?.rows[1]]);
});

test("version 2: everything is as it was", async () => {
  await lay(version2);
  const kept = Booking.parse(version2.stores[0]?.rows[0]);
  expect((await bookings.list({ text: "printer" }, NOW)).bookings).toEqual([kept]);
  expect(await bookings.findByUid("cal-com", "uid-before")).toEqual(kept);
  expect(await bookings.broken()).toEqual([{ id: "x" }]);
});

test.each([version1, version2])(
  "version $version: nothing of what has happened before is told",
  async (snapshot) => {
    await lay(snapshot);
    expect(await readOutbox()).toEqual([]);
  },
);

test("version 3: what waits is still there", async () => {
  await lay(version3);
  const kept = Booking.parse(version3.stores[0]?.rows[0]);
  expect(await bookings.findByUid("cal-com", "uid-of-version-3")).toEqual(kept);
  expect(await readOutbox()).toEqual([{ ...version3.stores[3]?.rows[0], number: 1 }]);
});

test("an upgrade that is killed leaves the version before", async () => {
  await lay(version1);
  const killed = openDB(NAME, VERSION, {
    async upgrade(_opened, _from, _to, upgrade) {
      await upgrade.objectStore("bookings").clear();
      upgrade.abort();
      await upgrade.done.catch(() => undefined);
    },
  });
  await expect(killed).rejects.toThrow();
  expect(await bookings.findByUid("cal-com", "uid-of-version-1")).not.toBeNull();
});
