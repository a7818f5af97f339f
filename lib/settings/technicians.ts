import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { normaliseIdentity } from "../offer/identity";
import type { Directory } from "../offer/match-technician";
import { IdentityEntry, identitiesOf, Technician } from "../offer/technician";
import { setAside } from "./stored";

/**
 * Technicians in extension storage: one key a technician (`technician:<e-mail>`) and one key for each text that names
 * one (`identity:<alias, login or name>`), so that a page reads one or two keys whatever the size of the directory.
 */
const TECHNICIAN = "technician:";
const IDENTITY = "identity:";
/** Entries written at once. 100,000 technicians took 2 s in batches of this size. */
const BATCH = 2000;

const Entries = z.array(IdentityEntry);

/** Finds technicians by key, in one look into storage. */
export const directory: Directory = {
  async find(emails, texts) {
    const stored = await browser.storage.local.get([
      ...emails.map((email) => TECHNICIAN + email),
      ...texts.map((text) => IDENTITY + text),
    ]);
    const technicians = new Map<string, Technician>();
    const identities = new Map<string, readonly IdentityEntry[]>();
    for (const [key, raw] of Object.entries(stored)) {
      if (key.startsWith(TECHNICIAN)) {
        const parsed = Technician.safeParse(raw);
        if (parsed.success) technicians.set(key.slice(TECHNICIAN.length), parsed.data);
      } else {
        const parsed = Entries.safeParse(raw);
        if (parsed.success) identities.set(key.slice(IDENTITY.length), parsed.data);
      }
    }
    return { technicians, identities };
  },
};

/** All technicians by name, and the raw entries that cannot be read. */
export async function allTechnicians(): Promise<{
  technicians: Technician[];
  broken: Record<string, unknown>;
}> {
  const stored = await browser.storage.local.get(null);
  const technicians: Technician[] = [];
  const broken: Record<string, unknown> = {};
  for (const [key, raw] of Object.entries(stored)) {
    if (!key.startsWith(TECHNICIAN)) continue;
    const parsed = Technician.safeParse(raw);
    if (parsed.success) technicians.push(parsed.data);
    else broken[key] = raw;
  }
  const collator = new Intl.Collator();
  technicians.sort((a, b) => collator.compare(a.name || a.email, b.name || b.email));
  return { technicians, broken };
}

/** The technician with this address, if there is one. */
export async function technicianByEmail(email: string): Promise<Technician | null> {
  const key = normaliseIdentity(email);
  return (await directory.find([key], [])).technicians.get(key) ?? null;
}

/**
 * Stores technicians; entries with the same address are replaced. One writer at a time in the whole extension.
 * @throws when the browser refuses (disk full); entries of earlier batches are stored then
 */
export function saveTechnicians(technicians: readonly Technician[]): Promise<void> {
  return locked(async () => {
    for (let start = 0; start < technicians.length; start += BATCH) {
      await change(technicians.slice(start, start + BATCH), []);
    }
  });
}

/** Replaces one technician by another, whose address may differ, in one step. */
export function replaceTechnician(email: string, technician: Technician): Promise<void> {
  const moved = normaliseIdentity(email) !== normaliseIdentity(technician.email);
  return locked(() => change([technician], moved ? [email] : []));
}

/** Forgets technicians. */
export function removeTechnicians(emails: readonly string[]): Promise<void> {
  return locked(() => change([], emails));
}

async function change(saved: readonly Technician[], removed: readonly string[]): Promise<void> {
  const storage = browser.storage.local;
  const savedKeys = saved.map(({ email }) => TECHNICIAN + normaliseIdentity(email));
  const removedKeys = removed.map((email) => TECHNICIAN + normaliseIdentity(email));
  const before = await storage.get([...savedKeys, ...removedKeys]);
  for (const [key, raw] of Object.entries(before)) {
    if (!Technician.safeParse(raw).success) await setAside(key, raw);
  }
  const old = Object.values(before).flatMap((raw) => Technician.safeParse(raw).data ?? []);
  const texts = [...old, ...saved].flatMap(identitiesOf).filter(({ kind }) => kind !== "email");
  const keys = [...new Set(texts.map(({ text }) => IDENTITY + text))];
  const index = new Map(
    Object.entries(await storage.get(keys)).map(([key, raw]) => [key, Entries.safeParse(raw).data ?? []]),
  );

  for (const technician of old) edit(index, technician, false);
  for (const technician of saved) edit(index, technician, true);

  const kept = [...index].filter(([, entries]) => entries.length > 0);
  await storage.set({
    ...Object.fromEntries(kept),
    ...Object.fromEntries(saved.map((technician, at) => [savedKeys[at], technician])),
  });
  const gone = [...index].filter(([, entries]) => entries.length === 0).map(([key]) => key);
  const obsolete = [...removedKeys, ...gone].filter((key) => !savedKeys.includes(key));
  if (obsolete.length > 0) await storage.remove(obsolete);
}

function edit(index: Map<string, IdentityEntry[]>, technician: Technician, add: boolean): void {
  const email = normaliseIdentity(technician.email);
  for (const { text, kind } of identitiesOf(technician)) {
    if (kind === "email") continue;
    const others = (index.get(IDENTITY + text) ?? []).filter(
      (entry) => entry.email !== email || entry.kind !== kind,
    );
    index.set(IDENTITY + text, add ? [...others, { email, kind }] : others);
  }
}

function locked<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request("callcard:technicians", work);
}

/** Calls back after each change of a technician, with how many keys it touched. */
export function watchTechnicians(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === "local" && Object.keys(changes).some((key) => key.startsWith(TECHNICIAN))) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
