import { type BookingsDatabase, withDatabase } from "./database";
import { Outgoing } from "./outgoing";

const channel = "callcard-outbox";

/** So many events wait at most; what happens when there are more is counted and said, not queued. */
export const MOST_WAITING = 1000;
/** So many delivered ones are kept, for whoever looks. */
const KEPT = 20;

export type Queued = Outgoing & { number: number };

/** All that is in the queue, oldest first: what waits, and what was delivered last. Rows that cannot be read go. */
export function readOutbox(): Promise<Queued[]> {
  return withDatabase(async (database) => {
    const queued: Queued[] = [];
    const writing = database.transaction("outbox", "readwrite");
    for (let cursor = await writing.store.openCursor(); cursor; cursor = await cursor.continue()) {
      const { data } = Outgoing.safeParse(cursor.value);
      if (data) queued.push({ ...data, number: cursor.key });
      else await cursor.delete();
    }
    await writing.done;
    return queued;
  });
}

/** Writes what has become of an attempt, unless the event was discarded meanwhile. */
export async function writeOutbox({ number, ...row }: Queued): Promise<void> {
  await withDatabase(async (database) => {
    const writing = database.transaction("outbox", "readwrite");
    if (await writing.store.get(number)) await writing.store.put(row, number);
    await writing.done;
  });
  if (row.delivered) await withDatabase(trim);
  const speaking = new BroadcastChannel(channel);
  speaking.postMessage(null);
  speaking.close();
}

/** Calls back after each attempt, in whichever part of the extension it was made. */
export function watchOutbox(changed: () => void): () => void {
  const listening = new BroadcastChannel(channel);
  listening.onmessage = () => changed();
  return () => listening.close();
}

/** Forgets everything in the queue. */
export function clearOutbox(): Promise<void> {
  return withDatabase((database) => database.clear("outbox"));
}

/** Puts back what was forgotten. */
export async function restoreOutbox(queue: readonly Queued[]): Promise<void> {
  await withDatabase(async (database) => {
    const writing = database.transaction("outbox", "readwrite");
    for (const { number, ...row } of queue) void writing.store.put(row, number);
    await writing.done;
  });
}

async function trim(database: BookingsDatabase): Promise<void> {
  const writing = database.transaction("outbox", "readwrite");
  const [rows, keys] = await Promise.all([writing.store.getAll(), writing.store.getAllKeys()]);
  const done = keys.filter((_, at) => rows[at]?.delivered);
  await Promise.all(done.slice(0, -KEPT).map((key) => writing.store.delete(key)));
  await writing.done;
}
