import type { Portal } from "../../settings/portal";
import type { FieldSource, PageDefinition } from "../page-definition";
import { withGenericPointers } from "./generic-answer";
import type { Lookup } from "./lookup";

/** What is asked for a page, and how the answer is read. */
export interface Recipe {
  lookup: Lookup;
  page: PageDefinition;
  /** The answer is that of the lookup API; otherwise the page's own pointers read it. */
  generic: boolean;
}

/**
 * The lookup of a page: what was configured for the page, then for the portal, then what the preset knows. Pointers
 * belong to the lookup beside them: a portal's lookup is read by the portal's own pages, or by the lookup API's pointers.
 */
export function recipeOf(portal: Portal, page: PageDefinition): Recipe | null {
  const isOwn = portal.pages?.includes(page) ?? false;
  const lookup = isOwn ? (page.lookup ?? portal.lookup) : (portal.lookup ?? page.lookup);
  if (!lookup) return null;
  if (lookup === page.lookup && namesPointers(page)) return { lookup, page, generic: false };
  if (lookup === portal.lookup && isOwn && portal.pages?.some((one) => !one.lookup && namesPointers(one))) {
    return namesPointers(page) ? { lookup, page, generic: false } : null;
  }
  return { lookup, page: withGenericPointers(withoutPointers(page)), generic: true };
}

/** Whether a source is read from the lookup's answer. */
export function isPointer(source: FieldSource): source is Extract<FieldSource, { json: string }> {
  return "json" in source;
}

function namesPointers({ fields, unassigned }: PageDefinition): boolean {
  return (
    Object.values(fields).some((sources) => sources?.some(isPointer)) ||
    (unassigned ?? []).some((test) => "json" in test)
  );
}

function withoutPointers(page: PageDefinition): PageDefinition {
  const fields = Object.entries(page.fields).map(([name, sources]) => [
    name,
    sources?.filter((source) => !isPointer(source)),
  ]);
  return {
    ...page,
    fields: Object.fromEntries(fields) as PageDefinition["fields"],
    unassigned: page.unassigned?.filter((test) => "css" in test),
  };
}
