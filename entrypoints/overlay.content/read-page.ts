import { createKnownValues } from "../../lib/offer/known-values";
import { me, portals } from "../../lib/settings/items";
import { findPortal, type Portal } from "../../lib/settings/portal";
import type { Me } from "../../lib/settings/share";
import { directory } from "../../lib/settings/technicians";
import { type FoundPage, findPage, findPreset } from "../../lib/ticket/find-page";
import type { GuessedPage } from "../../lib/ticket/labels/guess-page";
import type { LabelTools } from "../../lib/ticket/labels/tools";
import { type PageDefinition, usesLabels } from "../../lib/ticket/page-definition";
import type { Preset } from "../../lib/ticket/presets/preset";
import type { Trace } from "../../lib/ticket/read-field";
import { readTicket } from "../../lib/ticket/read-ticket";
import type { Ticket } from "../../lib/ticket/ticket";
import { withMe } from "../../lib/ticket/with-me";
import { loadLabels } from "./load-labels";

/** What stands on the page right now. */
export interface Reading {
  portal: Portal;
  preset: Preset | null;
  page: PageDefinition | null;
  ticket: Ticket | null;
  /** Found by labels on a page that nobody has described; `page` is its definition where nobody has to be asked. */
  guess: GuessedPage | null;
}

/**
 * Reads a page by what is configured for its address; `null` when it belongs to no portal.
 * @param trace filled with which sources answered, where somebody wants to know
 */
export async function readPage(document: Document, url: URL, trace?: Trace): Promise<Reading | null> {
  const [all, own] = await Promise.all([portals.read(), me.read()]);
  const portal = findPortal(all, url);
  if (!portal) return null;
  const preset = findPreset(portal, document);
  const found = findPage(portal, preset, url);
  const isDescribed = found !== null || preset !== null || (portal.pages ?? []).length > 0;
  const labels = (found ? usesLabels(found.page) : !isDescribed) ? await loadLabels() : null;

  const known = createKnownValues(directory);
  const read = () =>
    readWith({ portal, preset, found, labels, isKnown: known.isKnown, own, document, url, trace });
  const first = read();
  return (await known.lookUp()) ? read() : first;
}

interface Given {
  portal: Portal;
  preset: Preset | null;
  found: FoundPage | null;
  labels: LabelTools | null;
  isKnown: (value: string) => boolean;
  own: Me;
  document: Document;
  url: URL;
  trace: Trace | undefined;
}

function readWith({ portal, preset, found, labels, isKnown, own, document, url, trace }: Given): Reading {
  const guess = found ? null : (labels?.guessPage(document, below(portal, url), isKnown) ?? null);
  const at = found ?? (guess?.sure ? guess : null);
  const aids = { labels: labels?.readLabel, isKnown, trace };
  const ticket = at && readTicket(document, url, portal.id, at.page, at.groups, undefined, aids);
  return { portal, preset, page: at?.page ?? null, ticket: ticket && withMe(ticket, own), guess };
}

/** The address as page definitions see it: without the portal's base path. */
function below({ basePath }: Portal, url: URL): URL {
  const below = new URL(url);
  below.pathname = url.pathname.slice(basePath.length);
  return below;
}
