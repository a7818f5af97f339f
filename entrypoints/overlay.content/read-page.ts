import { sendToBackground } from "../../lib/messages";
import { me, portals } from "../../lib/settings/items";
import { findPortal, type Portal } from "../../lib/settings/portal";
import { type FoundPage, findPage, findPreset } from "../../lib/ticket/find-page";
import { askLookup } from "../../lib/ticket/lookup/ask-lookup";
import { fillUrl } from "../../lib/ticket/lookup/fill-url";
import { LookupAnswer } from "../../lib/ticket/lookup/generic-answer";
import type { createLookups, LookupState } from "../../lib/ticket/lookup/lookups";
import { type Recipe, recipeOf } from "../../lib/ticket/lookup/recipe";
import { wantsLookup } from "../../lib/ticket/lookup/wants-lookup";
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
  recipe: Recipe | null;
  ticket: Ticket | null;
  /** How far the page's lookup is; `null` where nothing is asked. */
  lookup: LookupState | null;
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
  lookups: ReturnType<typeof createLookups>,
): Promise<Reading | null> {
  const [all, own] = await Promise.all([portals.read(), me.read()]);
  const portal = findPortal(all, url);
  if (!portal) return null;
  const preset = findPreset(portal, document);
  if (around.length > 0 && !needsFrames(portal)) return null;
  // One card a tab: that of the outermost document whose address is a ticket.
  if (around.some((outer) => findPage(portal, preset, outer))) return null;
  const found = findPage(portal, preset, url);
  const recipe = found && recipeOf(portal, found.page);
  const page = recipe?.page ?? found?.page ?? null;
  const read = (json?: unknown) =>
    found && page ? readTicket(document, url, portal.id, page, found.groups, json) : null;

  const printed = read();
  const isAsked = printed && recipe && wantsLookup(document, recipe.page, found.groups);
  const lookup = isAsked ? ask(printed, portal, preset, found, recipe) : null;
  if (!lookup) lookups.leave();
  const ticket = lookup?.kind === "answer" ? withLink(read(lookup.json), lookup.json, recipe) : printed;
  return {
    portal,
    preset,
    page,
    id: found?.groups.id ?? null,
    recipe,
    ticket: ticket && withMe(ticket, own),
    lookup,
  };

  function ask(
    { number, assignee, assignment }: Ticket,
    { id, origin }: Portal,
    preset: Preset | null,
    { groups, basePath }: FoundPage,
    recipe: Recipe,
  ): LookupState | null {
    const placeholders = { origin, basePath, groups, number };
    const first = fillUrl(recipe.lookup.url, placeholders);
    if (!first) return null;
    // Another assignee on the page is another question: the answer to the old one may be out of date.
    const key = JSON.stringify([id, first.href, assignee, assignment]);
    return lookups.read(key, () =>
      askLookup({
        recipe,
        document,
        placeholders,
        elsewhere: (hop, first) =>
          sendToBackground({
            type: "lookUp",
            url: url.href,
            preset: preset?.id ?? null,
            number,
            hop,
            first,
          }),
      }),
    );
  }
}

/** Whether an address still names the ticket that was read. */
export function isStillAt({ portal, preset, id }: Reading, url: URL): boolean {
  return (findPage(portal, preset, url)?.groups.id ?? null) === id;
}

function withLink(ticket: Ticket | null, json: unknown, recipe: Recipe | null): Ticket | null {
  const bookingUrl = recipe?.generic ? LookupAnswer.safeParse(json).data?.bookingUrl : null;
  return ticket && bookingUrl ? { ...ticket, bookingUrl } : ticket;
}
