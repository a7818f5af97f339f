import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { Visibility } from "./result";
import { TicketStatus } from "./status";

/** A note that a person has confirmed on a page of ours. */
export const ConfirmedNote = z.object({
  portal: z.string(),
  /** The id in the address of its ticket. */
  ticket: z.string(),
  text: z.string(),
  visibility: Visibility,
  /** Whether the overlay sends it; else it fills the page's box, and the person sends that. */
  sends: z.optional(z.boolean()),
  /** Set after the note. */
  status: z.nullable(TicketStatus),
});
export type ConfirmedNote = z.infer<typeof ConfirmedNote>;

const Permit = z.object({ note: ConfirmedNote, tab: z.number(), until: z.number() });

/** A permit that nobody has used counts so long, in milliseconds. */
const LIFE = 30_000;
const key = (id: string) => `permit:${id}`;

/** Allows the overlay of one tab to write one note, once. @returns the permit's id */
export async function issuePermit(note: ConfirmedNote, tab: number, now: Date): Promise<string> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [key(id)]: { note, tab, until: now.getTime() + LIFE } });
  return id;
}

/** Hands out the note of a permit, once, in the tab that it was issued for. */
export async function redeemPermit(id: string, tab: number, now: Date): Promise<ConfirmedNote | null> {
  return navigator.locks.request(key(id), async () => {
    const permit = Permit.safeParse((await browser.storage.session.get(key(id)))[key(id)]).data;
    if (permit?.tab !== tab) return null;
    await browser.storage.session.remove(key(id));
    return permit.until > now.getTime() ? permit.note : null;
  });
}

/** Takes a permit back. @returns whether it had not been used */
export async function revokePermit(id: string): Promise<boolean> {
  return navigator.locks.request(key(id), async () => {
    const unused = key(id) in (await browser.storage.session.get(key(id)));
    await browser.storage.session.remove(key(id));
    return unused;
  });
}
