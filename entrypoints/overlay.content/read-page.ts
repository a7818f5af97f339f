import { createKnownValues } from "../../lib/offer/known-values";
import { me, portals } from "../../lib/settings/items";
import { findPortal, type Portal } from "../../lib/settings/portal";
import type { Me } from "../../lib/settings/share";
import { directory } from "../../lib/settings/technicians";
import { findPage, findPreset } from "../../lib/ticket/find-page";
import type { GuessedPage } from "../../lib/ticket/labels/guess-page";
import type { LookedUpCall } from "../../lib/ticket/lookup/generic-answer";
import type { createLookups, LookupState } from "../../lib/ticket/lookup/lookups";
import { type Recipe, recipeOf } from "../../lib/ticket/lookup/recipe";
import { wantsLookup } from "../../lib/ticket/lookup/wants-lookup";
import { matchUrl } from "../../lib/ticket/match-url";
import { needsFrames } from "../../lib/ticket/needs-frames";
import { type PageDefinition, usesLabels } from "../../lib/ticket/page-definition";
import type { Preset } from "../../lib/ticket/presets/preset";
import type { Trace } from "../../lib/ticket/read-field";
import { readTicket } from "../../lib/ticket/read-ticket";
import type { Ticket } from "../../lib/ticket/ticket";
import { withMe } from "../../lib/ticket/with-me";
import { loadLabels } from "./load-labels";
import { callsIn, hasBookings, lookUp, withLink } from "./look-up";

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
  /** Calls that the lookup told of. */
  calls: LookedUpCall[];
  /** Found by labels on a page that nobody has described; `page` is its definition where nobody has to be asked. */
  guess: GuessedPage | null;
  /** Who uses this browser. */
  me: Me;
}

/** What a reading needs besides the page. */
export interface Surroundings {
  /** Addresses of the documents around this one. */
  around: readonly URL[];
  lookups: ReturnType<typeof createLookups>;
}

/**
 * Reads a page by what is configured for its address.
 * @param trace filled with which sources answered, where somebody wants to know
 * @returns `null` when it belongs to no portal, or is a frame in which no ticket is looked for
 */
export async function readPage(
  document: Document,
  url: URL,
  { around, lookups }: Surroundings,
  trace?: Trace,
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
  const isDescribed = found !== null || preset !== null || (portal.pages ?? []).length > 0;
  const labels = (found ? usesLabels(found.page) : !isDescribed) ? await loadLabels() : null;
  const known = createKnownValues(directory);
  const aids = {
    labels: labels?.readLabel,
    specialValue: labels?.specialValue,
    isKnown: known.isKnown,
    trace,
  };

  const readPrinted = () => {
    const guess = found ? null : (labels?.guessPage(document, below(portal, url), known.isKnown) ?? null);
    const at = found ?? (guess?.sure ? guess : null);
    const page = recipe?.page ?? at?.page ?? null;
    const read = (json?: unknown) =>
      at && page && page.kind !== "list"
        ? readTicket(document, url, portal.id, page, at.groups, json, aids)
        : null;
    return { guess, at, page, read, printed: read() };
  };
  const first = readPrinted();
  const { guess, at, page, read, printed } = (await known.lookUp()) ? readPrinted() : first;

  const lookup =
    found && recipe && printed && (hasBookings(recipe) || wantsLookup(document, recipe.page, found.groups))
      ? lookUp({ document, url, portal, preset, found, recipe, printed }, lookups)
      : null;
  if (!lookup) lookups.leave();
  const ticket = lookup?.kind === "answer" ? withLink(read(lookup.json), lookup.json, recipe) : printed;
  return {
    portal,
    preset,
    page,
    id: at?.groups.id ?? null,
    recipe,
    ticket: ticket && withMe(ticket, own),
    lookup,
    calls: lookup?.kind === "answer" && recipe ? callsIn(lookup.json, recipe) : [],
    guess,
    me: own,
  };
}

/** Whether an address still names the ticket that was read. */
export function isStillAt({ portal, preset, id, guess }: Reading, url: URL): boolean {
  const groups = guess ? matchUrl(guess.page.url, below(portal, url)) : findPage(portal, preset, url)?.groups;
  return (groups?.id ?? null) === id;
}

/** The address as page definitions see it: without the portal's base path. */
function below({ basePath }: Portal, url: URL): URL {
  const below = new URL(url);
  below.pathname = url.pathname.slice(basePath.length);
  return below;
}
