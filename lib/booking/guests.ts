import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { normaliseIdentity } from "../offer/identity";
import type { Prefill } from "../scheduler/prefill";
import type { Scheduler } from "../scheduler/scheduler";
import type { Ticket } from "../ticket/ticket";

/** A watcher of a ticket who would be a guest of the call. */
export const Guest = z.object({
  name: z.nullable(z.string()),
  email: z.string(),
  /** Whether the person wants it so; until they say otherwise, everybody is invited. */
  invited: z.boolean(),
});
export type Guest = z.infer<typeof Guest>;

/** The tickets about whose guests the person has decided, as long as the browser runs: who stays out. */
const key = (portal: string, ticket: string) => `guests:${portal}:${ticket}`;
const Unticked = z.array(z.string());

/**
 * Who would be guests of a call, as far as its prefill names them and its scheduler takes any. The technician is there
 * anyway.
 */
export async function guestsOf(
  ticket: Ticket,
  { guests }: Prefill,
  technician: { email: string },
  scheduler: Scheduler,
  link: URL,
): Promise<Guest[]> {
  if (!takesGuests(scheduler, link)) return [];
  const unticked = (await readUnticked(ticket)) ?? [];
  const isTechnician = (email: string) => normaliseIdentity(email) === normaliseIdentity(technician.email);
  const nameOf = (email: string) =>
    ticket.watchers.find((watcher) => normaliseIdentity(watcher.email ?? "") === normaliseIdentity(email))
      ?.name ?? null;
  return guests
    .filter((email) => !isTechnician(email))
    .map((email) => ({ name: nameOf(email), email, invited: !unticked.includes(normaliseIdentity(email)) }));
}

/** Whom a link of the ticket invites: nobody whom the person has not seen on the list. */
export async function chosenGuests(
  { portal, id }: Pick<Ticket, "portal" | "id">,
  guests: readonly Guest[],
): Promise<string[]> {
  if ((await readUnticked({ portal, id })) === null) return [];
  return guests.filter(({ invited }) => invited).map(({ email }) => email);
}

/** Remembers who stays out of the calls about a ticket. */
export async function keepUnticked(portal: string, ticket: string, emails: readonly string[]): Promise<void> {
  await browser.storage.session.set({ [key(portal, ticket)]: emails.map(normaliseIdentity) });
}

async function readUnticked({ portal, id }: Pick<Ticket, "portal" | "id">): Promise<string[] | null> {
  const at = key(portal, id);
  return Unticked.safeParse((await browser.storage.session.get(at))[at]).data ?? null;
}

/** Whether a scheduler's addresses say anything about guests. */
function takesGuests(scheduler: Scheduler, link: URL): boolean {
  const nobody = { name: null, email: null, phone: null, notes: null, metadata: {}, questions: {} };
  const linkWith = (guests: string[]) => scheduler.plainLink(link, { ...nobody, guests }).href;
  return linkWith([]) !== linkWith(["guest@example.com"]);
}
