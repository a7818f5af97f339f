import { me, portals } from "../../lib/settings/items";
import { findPortal, type Portal } from "../../lib/settings/portal";
import { findPage, findPreset } from "../../lib/ticket/find-page";
import { needsFrames } from "../../lib/ticket/needs-frames";
import type { PageDefinition } from "../../lib/ticket/page-definition";
import type { Preset } from "../../lib/ticket/presets/preset";
import { readTicket } from "../../lib/ticket/read-ticket";
import type { Ticket } from "../../lib/ticket/ticket";
import { withMe } from "../../lib/ticket/with-me";

/** What stands on the page right now. */
export interface Reading {
  portal: Portal;
  preset: Preset | null;
  page: PageDefinition | null;
  /** Id of the ticket that the address names, whether or not the page shows it already. */
  id: string | null;
  ticket: Ticket | null;
}

/**
 * Reads a page by what is configured for its address.
 * @param around addresses of the documents around it
 * @returns `null` when it belongs to no portal, or is a frame in which no ticket is looked for
 */
export async function readPage(
  document: Document,
  url: URL,
  around: readonly URL[],
): Promise<Reading | null> {
  const [all, own] = await Promise.all([portals.read(), me.read()]);
  const portal = findPortal(all, url);
  if (!portal) return null;
  const preset = findPreset(portal, document);
  if (around.length > 0 && !needsFrames(portal)) return null;
  // One card a tab: that of the outermost document whose address is a ticket.
  if (around.some((outer) => findPage(portal, preset, outer))) return null;
  const found = findPage(portal, preset, url);
  const ticket = found ? readTicket(document, url, portal.id, found.page, found.groups) : null;
  return {
    portal,
    preset,
    page: found?.page ?? null,
    id: found?.groups.id ?? null,
    ticket: ticket && withMe(ticket, own),
  };
}

/** Whether an address still names the ticket that was read. */
export function isStillAt({ portal, preset, id }: Reading, url: URL): boolean {
  return (findPage(portal, preset, url)?.groups.id ?? null) === id;
}
