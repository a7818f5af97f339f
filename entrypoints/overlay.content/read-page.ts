import { me, portals } from "../../lib/settings/items";
import { findPortal, type Portal } from "../../lib/settings/portal";
import type { Me } from "../../lib/settings/share";
import { findPage, findPreset } from "../../lib/ticket/find-page";
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
  ticket: Ticket | null;
  /** Who uses this browser. */
  me: Me;
}

/** Reads a page by what is configured for its address; `null` when it belongs to no portal. */
export async function readPage(document: Document, url: URL): Promise<Reading | null> {
  const [all, own] = await Promise.all([portals.read(), me.read()]);
  const portal = findPortal(all, url);
  if (!portal) return null;
  const preset = findPreset(portal, document);
  const found = findPage(portal, preset, url);
  const ticket =
    found && found.page.kind !== "list"
      ? readTicket(document, url, portal.id, found.page, found.groups)
      : null;
  return { portal, preset, page: found?.page ?? null, ticket: ticket && withMe(ticket, own), me: own };
}
