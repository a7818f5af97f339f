import { browser } from "wxt/browser";
import * as z from "zod/mini";

const Noted = z.object({ call: z.string(), state: z.enum(["written", "unknown"]), at: z.iso.datetime() });
type Noted = z.infer<typeof Noted>;

const KEEP_DAYS = 90;

/** Storage key of the notes about a ticket's calls. */
const key = (portal: string, ticket: string) => `noted:${portal}:${ticket}`;

/** Whether a note about a call was written. `unknown`: it was on its way when all trace of it was lost. */
export async function readNoted(
  portal: string,
  ticket: string,
  call: string,
): Promise<Noted["state"] | null> {
  return (await read(key(portal, ticket))).find((noted) => noted.call === call)?.state ?? null;
}

/** Remembers what is known of a note; `null`: certainly not written. */
export async function setNoted(
  portal: string,
  ticket: string,
  call: string,
  state: Noted["state"] | null,
  now: Date,
): Promise<void> {
  const at = key(portal, ticket);
  await navigator.locks.request(at, async () => {
    const oldest = now.getTime() - KEEP_DAYS * 24 * 3600_000;
    const others = (await read(at)).filter((noted) => noted.call !== call && Date.parse(noted.at) > oldest);
    const all = state ? [...others, { call, state, at: now.toISOString() }] : others;
    if (all.length > 0) await browser.storage.local.set({ [at]: all });
    else await browser.storage.local.remove(at);
  });
}

async function read(at: string): Promise<Noted[]> {
  return z.catch(z.array(Noted), []).parse((await browser.storage.local.get(at))[at]);
}
