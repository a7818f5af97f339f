import { sendToBackground } from "../../lib/messages";
import type { Portal } from "../../lib/settings/portal";
import type { FoundPage } from "../../lib/ticket/find-page";
import { askLookup } from "../../lib/ticket/lookup/ask-lookup";
import { fillUrl } from "../../lib/ticket/lookup/fill-url";
import { type LookedUpCall, LookupAnswer } from "../../lib/ticket/lookup/generic-answer";
import type { createLookups, LookupState } from "../../lib/ticket/lookup/lookups";
import type { Recipe } from "../../lib/ticket/lookup/recipe";
import type { Preset } from "../../lib/ticket/presets/preset";
import type { Ticket } from "../../lib/ticket/ticket";

/** A page whose lookup is wanted, and what is printed on it. */
export interface Question {
  document: Document;
  url: URL;
  portal: Portal;
  preset: Preset | null;
  found: FoundPage;
  recipe: Recipe;
  printed: Ticket;
}

/** How far the lookup of a page is; asks when nobody has asked yet. `null` where its address cannot be filled in. */
export function lookUp(question: Question, lookups: ReturnType<typeof createLookups>): LookupState | null {
  const { document, url, portal, preset, found, recipe, printed } = question;
  const { number, assignee, assignment } = printed;
  const placeholders = { origin: portal.origin, basePath: found.basePath, groups: found.groups, number };
  const first = fillUrl(recipe.lookup.url, placeholders);
  if (!first) return null;
  // Another assignee on the page is another question: the answer to the old one may be out of date.
  const key = JSON.stringify([portal.id, first.href, assignee, assignment]);
  return lookups.read(key, first.href, () =>
    askLookup({
      recipe,
      document,
      placeholders,
      elsewhere: (hop, first) =>
        sendToBackground({ type: "lookUp", url: url.href, preset: preset?.id ?? null, number, hop, first }),
    }),
  );
}

/** A ticket with the link that the generic answer may give. */
export function withLink(ticket: Ticket | null, json: unknown, recipe: Recipe | null): Ticket | null {
  const bookingUrl = recipe?.generic ? LookupAnswer.safeParse(json).data?.bookingUrl : null;
  return ticket && bookingUrl ? { ...ticket, bookingUrl } : ticket;
}

/** Whether a lookup is asked although the page says it all: only where its answer has calls. */
export function hasBookings({ generic, lookup }: Recipe): boolean {
  return generic && lookup.bookings === true;
}

/** The calls in an answer; none where nobody said that there are any. */
export function callsIn(json: unknown, recipe: Recipe): LookedUpCall[] {
  return hasBookings(recipe) ? (LookupAnswer.safeParse(json).data?.bookings ?? []) : [];
}
