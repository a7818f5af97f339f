import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import * as z from "zod/mini";
import { type DueReminder, type Snooze, toldKey } from "./plan";

const Told = z.object({ start: z.number() });
const Snoozed = z.object({ start: z.number(), until: z.number() });

interface Schema extends DBSchema {
  /** Reminders that were told, by `toldKey`. */
  told: { key: string; value: unknown };
  /** By booking. */
  snoozed: { key: string; value: unknown };
}

/** Marks are kept so long after the start of their call, in milliseconds. */
const KEEP = 30 * 24 * 3600_000;

/** What was told, and what is to be told again. */
export function readMarks(): Promise<{ told: Set<string>; snoozes: Map<string, Snooze> }> {
  return withMarks(async (database) => {
    const reading = database.transaction("snoozed");
    const [ids, values] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()]);
    const snoozes = ids.flatMap((id, at) => {
      const { data } = Snoozed.safeParse(values[at]);
      return data ? [[id, data] as const] : [];
    });
    return { told: new Set(await database.getAllKeys("told")), snoozes: new Map(snoozes) };
  });
}

/** Marks reminders as told, before they are. @throws when the browser refuses (disk full) */
export function markTold(due: readonly DueReminder[]): Promise<void> {
  return withMarks(async (database) => {
    const writing = database.transaction(["told", "snoozed"], "readwrite");
    for (const { call, leads } of due) {
      for (const lead of leads)
        void writing.objectStore("told").put({ start: call.start }, toldKey(call, lead));
      void writing.objectStore("snoozed").delete(call.id);
    }
    await writing.done;
  });
}

/** Keeps that the person wants to hear of a call again, instead of what was wanted before. */
export async function keepSnooze(booking: string, snooze: Snooze): Promise<void> {
  await withMarks((database) => database.put("snoozed", snooze, booking));
}

/** Removes what belongs to calls that are long over, and what cannot be read. */
export function removeOldMarks(now: number): Promise<void> {
  return withMarks(async (database) => {
    for (const [name, shape] of [
      ["told", Told],
      ["snoozed", Snoozed],
    ] as const) {
      const writing = database.transaction(name, "readwrite");
      let cursor = await writing.store.openCursor();
      for (; cursor; cursor = await cursor.continue()) {
        const { data } = shape.safeParse(cursor.value);
        if (!data || data.start < now - KEEP) await cursor.delete();
      }
      await writing.done;
    }
  });
}

async function withMarks<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>("callcard-reminders", 1, {
    upgrade(created) {
      created.createObjectStore("told");
      created.createObjectStore("snoozed");
    },
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
