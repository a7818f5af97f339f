import * as z from "zod/mini";
import { normaliseIdentity } from "../offer/identity";
import { defineStoredList } from "../settings/stored";
import type { Ticket } from "../ticket/ticket";
import { instant } from "./outcome";

/** A link that somebody took along in this browser: made for which ticket, with whom, and when. The link itself is not kept. */
export const CopiedLink = z.object({
  portal: z.string(),
  ticket: z.string(),
  technician: z.object({ email: z.string(), name: z.string() }),
  at: instant,
});
export type CopiedLink = z.infer<typeof CopiedLink>;

const MAX = 500;
const DAYS = 90;

/** The newest first; one for each ticket and person. */
export const copiedLinks = defineStoredList("copiedLinks", CopiedLink);

/** Keeps in mind for whom a ticket's link was made. */
export async function noteCopiedLink(
  { portal, id }: Pick<Ticket, "portal" | "id">,
  { email, name }: CopiedLink["technician"],
  now: Date,
): Promise<void> {
  const made: CopiedLink = { portal, ticket: id, technician: { email, name }, at: now.toISOString() };
  const same = (other: CopiedLink) =>
    other.portal === portal &&
    other.ticket === id &&
    normaliseIdentity(other.technician.email) === normaliseIdentity(email);
  await copiedLinks.update((known) =>
    [made, ...known.filter((other) => !same(other) && isRecent(other, now))].slice(0, MAX),
  );
}

/** The link of a ticket that was made last; `null` when none was, or long ago. */
export async function lastCopiedLink(
  { portal, id }: Pick<Ticket, "portal" | "id">,
  now: Date,
): Promise<CopiedLink | null> {
  const known = await copiedLinks.read();
  return known.find((made) => made.portal === portal && made.ticket === id && isRecent(made, now)) ?? null;
}

function isRecent({ at }: CopiedLink, now: Date): boolean {
  return Date.parse(at) > now.getTime() - DAYS * 24 * 3600_000;
}
