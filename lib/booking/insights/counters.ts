import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { Counter, type CounterKey, type Step } from "./counter";

const NAME = "callcard-insights";
const VERSION = 1;

interface InsightsSchema extends DBSchema {
  counters: { key: [day: string, portal: string, technician: string]; value: Counter };
  /** Rows that could not be read, as they were. */
  broken: { key: number; value: unknown };
}

const channel = "callcard-insights";
const keyOf = ({ day, portal, technician }: CounterKey): [string, string, string] => [
  day,
  portal,
  technician,
];

/**
 * The counters of this browser: a database of their own, which can be erased without touching a booking. What is written
 * is added up in one transaction, so two tabs at once count two. All of it throws when the browser refuses (disk full).
 */
export const counters = {
  /** Counts one more. */
  async add(key: CounterKey, step: Step): Promise<void> {
    const more = { shown: 0, opened: 0, [step]: 1 };
    await withDatabase((database) => addUp(database, [{ ...key, ...more }]));
    tell();
  },

  /** All counters, by day; what cannot be read is set aside. */
  async all(): Promise<Counter[]> {
    const rows: unknown[] = await withDatabase((database) => database.getAll("counters"));
    const read = rows.flatMap((row) => Counter.safeParse(row).data ?? []);
    if (read.length < rows.length) await withDatabase(setAside);
    return read;
  },

  /** Erases everything that was counted, and what could not be read. @returns the counters, for an undo */
  async erase(): Promise<Counter[]> {
    const rows: unknown[] = await withDatabase(async (database) => {
      const writing = database.transaction(["counters", "broken"], "readwrite");
      const all = await writing.objectStore("counters").getAll();
      await Promise.all([writing.objectStore("counters").clear(), writing.objectStore("broken").clear()]);
      await writing.done;
      return all;
    });
    tell();
    return rows.flatMap((row) => Counter.safeParse(row).data ?? []);
  },

  /** Adds back what was erased; what was counted meanwhile stays. */
  async restore(erased: readonly Counter[]): Promise<void> {
    await withDatabase((database) => addUp(database, erased));
    tell();
  },

  /** How many rows could not be read. */
  broken(): Promise<number> {
    return withDatabase((database) => database.count("broken"));
  },

  /** Calls back after each change, wherever in the extension it was made. */
  watch(changed: () => void): () => void {
    const listening = new BroadcastChannel(channel);
    listening.onmessage = () => changed();
    return () => listening.close();
  },
};

async function addUp(database: IDBPDatabase<InsightsSchema>, added: readonly Counter[]): Promise<void> {
  const writing = database.transaction(["counters", "broken"], "readwrite");
  const store = writing.objectStore("counters");
  for (const more of added) {
    const raw: unknown = await store.get(keyOf(more));
    const before = Counter.safeParse(raw).data;
    if (raw !== undefined && !before) await writing.objectStore("broken").add(raw);
    const { shown, opened } = before ?? { shown: 0, opened: 0 };
    await store.put({ ...more, shown: shown + more.shown, opened: opened + more.opened });
  }
  await writing.done;
}

async function setAside(database: IDBPDatabase<InsightsSchema>): Promise<void> {
  const writing = database.transaction(["counters", "broken"], "readwrite");
  let cursor = await writing.objectStore("counters").openCursor();
  for (; cursor; cursor = await cursor.continue()) {
    if (Counter.safeParse(cursor.value).success) continue;
    await writing.objectStore("broken").add(cursor.value);
    await cursor.delete();
  }
  await writing.done;
}

function tell(): void {
  const speaking = new BroadcastChannel(channel);
  speaking.postMessage(null);
  speaking.close();
}

async function withDatabase<T>(work: (database: IDBPDatabase<InsightsSchema>) => Promise<T>): Promise<T> {
  const database = await openDB<InsightsSchema>(NAME, VERSION, {
    upgrade: (created) => {
      created.createObjectStore("counters", { keyPath: ["day", "portal", "technician"] });
      created.createObjectStore("broken", { autoIncrement: true });
    },
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
