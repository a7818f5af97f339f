import { browser } from "wxt/browser";
import type * as z from "zod/mini";

/**
 * A stored value, defined once: key, schema, default. It is parsed on every read; what cannot be read is answered by
 * the default, and set aside (key `broken:<key>`) before anything is written over it, so that nothing is lost.
 */
export interface Stored<T> {
  key: string;
  /** @returns the value, or the default when there is none or it is broken */
  read(): Promise<T>;
  /** @throws when the browser refuses (disk full) */
  write(value: T): Promise<void>;
  /** Reads, changes and writes in one step; no other part of the extension writes in between. */
  update(change: (value: T) => T): Promise<void>;
  /** Calls back after each change, in whichever part of the extension it was made. */
  watch(changed: (value: T) => void): () => void;
  /** The value as it lies in storage, parsed. */
  parse(raw: unknown): { value: T; intact: boolean };
}

/** Defines a stored value. */
export function defineStored<T>(key: string, schema: z.ZodMiniType<T>, fallback: T): Stored<T> {
  const parse = (raw: unknown) => {
    if (raw === undefined) return { value: fallback, intact: true };
    const parsed = schema.safeParse(raw);
    return parsed.success ? { value: parsed.data, intact: true } : { value: fallback, intact: false };
  };
  return define(key, parse);
}

/** Defines a stored list; entries that cannot be read are left out, the others stay. */
export function defineStoredList<T>(key: string, schema: z.ZodMiniType<T>): Stored<T[]> {
  return define(key, (raw) => {
    if (raw === undefined) return { value: [], intact: true };
    if (!Array.isArray(raw)) return { value: [], intact: false };
    const parsed = raw.map((entry) => schema.safeParse(entry));
    const value = parsed.flatMap((entry) => (entry.success ? [entry.data] : []));
    return { value, intact: value.length === raw.length };
  });
}

function define<T>(key: string, parse: Stored<T>["parse"]): Stored<T> {
  const read = async () => parse((await browser.storage.local.get(key))[key]).value;
  const write = async (value: T) => {
    await setAsideIfBroken(key, parse);
    await browser.storage.local.set({ [key]: value });
  };
  const locked = (work: () => Promise<void>) => navigator.locks.request(`callcard:${key}`, work);
  return {
    key,
    parse,
    read,
    write: (value) => locked(() => write(value)),
    update: (change) => locked(async () => write(change(await read()))),
    watch: (changed) => {
      const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
        if (area === "local" && key in changes) changed(parse(changes[key]?.newValue).value);
      };
      browser.storage.onChanged.addListener(listener);
      return () => browser.storage.onChanged.removeListener(listener);
    },
  };
}

const BROKEN = "broken:";

async function setAsideIfBroken(key: string, parse: Stored<unknown>["parse"]): Promise<void> {
  const raw = (await browser.storage.local.get(key))[key];
  if (!parse(raw).intact) await setAside(key, raw);
}

/** Keeps a value that cannot be read, for the export in the options. */
export async function setAside(key: string, raw: unknown): Promise<void> {
  await browser.storage.local.set({ [`${BROKEN}${key}`]: raw });
}

/** Everything that was set aside, and stored values that cannot be read right now, by key. */
export async function brokenValues(
  stored: readonly Pick<Stored<unknown>, "key" | "parse">[],
): Promise<Record<string, unknown>> {
  const all = await browser.storage.local.get(null);
  const aside = Object.entries(all).filter(([key]) => key.startsWith(BROKEN));
  const broken = stored
    .filter(({ key, parse }) => !parse(all[key]).intact)
    .map(({ key }) => [key, all[key]] as const);
  return Object.fromEntries([
    ...aside.map(([key, value]) => [key.slice(BROKEN.length), value] as const),
    ...broken,
  ]);
}
