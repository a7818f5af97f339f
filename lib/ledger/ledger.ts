import { browser } from "wxt/browser";
import { privacy } from "../settings/privacy";
import { type LedgerRow, withLedger } from "./database";
import { type Leaving, LedgerEntry, type LedgerField, type Purpose } from "./leaving";

const channel = "callcard-ledger";
/** In `storage.session`: when an entry could not be kept, as long as the browser runs. */
const NOT_KEPT = "ledger:not-kept";

/** What is looked for; empty texts stand for everything. */
export interface LedgerFilter {
  host: string;
  purpose: Purpose | "";
  text: string;
}

/**
 * Notes what leaves the browser, at the moment when it does. It never waits and never fails: whatever becomes of the
 * note, the booking goes on. What could not be kept is said in the options.
 */
export function noteLeaving(leaving: Leaving, now = new Date()): void {
  keep(leaving, now).catch(() =>
    browser.storage.session.set({ [NOT_KEPT]: now.toISOString() }).catch(() => undefined),
  );
}

async function keep(leaving: Leaving, now: Date): Promise<void> {
  if ((await privacy.read()).ledger) await ledger.add(leaving, now);
}

/** When an entry could not be kept since the browser was started; `null`: all of them were. */
export async function entryNotKept(): Promise<string | null> {
  const at: unknown = (await browser.storage.session.get(NOT_KEPT))[NOT_KEPT];
  return typeof at === "string" ? at : null;
}

/** What left this browser because of CallCard. All verbs throw when the browser refuses (disk full). */
export const ledger = {
  /** Keeps an entry, or counts it to an equal one of the same day. */
  async add(leaving: Leaving, now: Date): Promise<void> {
    const entry = entryOf(leaving, now);
    const sameAs = leaving.repeats && !isPersonal(entry.fields) ? samenessOf(entry, now) : null;
    await withLedger(async (database) => {
      const writing = database.transaction("entries", "readwrite");
      const earlier = sameAs === null ? undefined : await writing.store.index("sameAs").get(sameAs);
      await writing.store.put(
        earlier ? counted(earlier, entry) : sameAs === null ? entry : { ...entry, sameAs },
      );
      await writing.done;
    });
    tell();
  },

  /** All entries that a filter lets through, the newest first. */
  async list(
    { host, purpose, text }: LedgerFilter = { host: "", purpose: "", text: "" },
  ): Promise<LedgerEntry[]> {
    const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return (await everything()).filter(
      (entry) =>
        (host === "" || entry.host === host) &&
        (purpose === "" || entry.purpose === purpose) &&
        (words.length === 0 || words.every((word) => textOf(entry).includes(word))),
    );
  },

  /** Erases all of it. @returns it, for an undo */
  async erase(): Promise<LedgerEntry[]> {
    const rows = await withLedger(async (database) => {
      const writing = database.transaction("entries", "readwrite");
      const all = await writing.store.getAll();
      await writing.store.clear();
      await writing.done;
      return all;
    });
    tell();
    return rows;
  },

  /** Puts back what was erased. */
  async restore(erased: readonly LedgerEntry[]): Promise<void> {
    await withLedger(async (database) => {
      const writing = database.transaction("entries", "readwrite");
      for (const row of erased as readonly LedgerRow[]) {
        // Counted anew meanwhile: the older one stands beside it.
        const { sameAs, ...entry } = row;
        const taken = sameAs !== undefined && (await writing.store.index("sameAs").getKey(sameAs));
        void writing.store.put(taken ? entry : row);
      }
      await writing.done;
    });
    tell();
  },

  /** How many entries are older. */
  countBefore(at: string): Promise<number> {
    return withLedger((database) =>
      database.countFromIndex("entries", "byTime", IDBKeyRange.upperBound(at, true)),
    );
  },

  /** Deletes what is older, in one transaction. @returns how many entries */
  async deleteBefore(at: string): Promise<number> {
    const deleted = await withLedger(async (database) => {
      const writing = database.transaction("entries", "readwrite");
      const keys = await writing.store.index("byTime").getAllKeys(IDBKeyRange.upperBound(at, true));
      for (const key of keys) void writing.store.delete(key);
      await writing.done;
      return keys.length;
    });
    if (deleted > 0) tell();
    return deleted;
  },

  /** Calls back after each change, in whichever part of the extension it was made. */
  watch(changed: () => void): () => void {
    const listening = new BroadcastChannel(channel);
    listening.onmessage = () => changed();
    return () => listening.close();
  },
};

async function everything(): Promise<LedgerEntry[]> {
  const rows: unknown[] = await withLedger((database) => database.getAllFromIndex("entries", "byTime"));
  return rows.flatMap((row) => LedgerEntry.safeParse(row).data ?? []).reverse();
}

function entryOf({ host, purpose, request, ticket, fields }: Leaving, now: Date): LedgerEntry {
  const at = now.toISOString();
  return {
    id: crypto.randomUUID(),
    at,
    lastAt: at,
    count: 1,
    host,
    purpose,
    request: request ?? null,
    ticket: ticket ?? null,
    fields: [...fields],
  };
}

/** Whoever is named by an address is a person, and each time is one of its own. */
function isPersonal(fields: readonly LedgerField[]): boolean {
  return fields.some(({ value }) => value?.includes("@"));
}

function samenessOf({ host, purpose, request, ticket, fields }: LedgerEntry, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].join("-");
  return JSON.stringify([day, host, purpose, request, ticket, fields.map(({ name }) => name)]);
}

/** An entry with one more in it; values that are not always the same are not kept. */
function counted(earlier: LedgerRow, { at, fields }: LedgerEntry): LedgerRow {
  const values = new Map(fields.map(({ name, value }) => [name, value]));
  return {
    ...earlier,
    lastAt: at,
    count: earlier.count + 1,
    fields: earlier.fields.map(({ name, value }) => ({
      name,
      value: values.get(name) === value ? value : null,
    })),
  };
}

function textOf({ host, request, ticket, fields }: LedgerEntry): string {
  const parts = [host, request, ticket?.portal, ticket?.number, ...fields.flatMap(Object.values)];
  return parts.filter(Boolean).join("\n").toLocaleLowerCase();
}

function tell(): void {
  const speaking = new BroadcastChannel(channel);
  speaking.postMessage(null);
  speaking.close();
}
