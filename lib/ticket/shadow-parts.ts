import { type DeepWalk, followSteps } from "./deep-select";
import { FIELD_NAMES, type PageDefinition } from "./page-definition";
import { findRoot } from "./read-field";

/** The shadow roots that a page definition reads in; `stuck` where one of them is not there yet. */
export interface ShadowParts {
  roots: ReadonlySet<ShadowRoot>;
  stuck: boolean;
}

const NOTHING: ShadowParts = { roots: new Set(), stuck: false };
const selectors = new WeakMap<PageDefinition, readonly string[]>();

/** Finds them as they are now. Pages whose definition has no `>>>` cost nothing. */
export function shadowParts(document: Document, page: PageDefinition | null): ShadowParts {
  if (!page) return NOTHING;
  const deep = selectors.get(page) ?? deepSelectors(page);
  selectors.set(page, deep);
  const outer = page.root?.includes(">>>") ? [followSteps(document, page.root)] : [];
  if (deep.length === 0 && outer.length === 0) return NOTHING;
  const root = findRoot(document, page);
  const walks: DeepWalk[] = root ? [...outer, ...deep.map((css) => followSteps(root, css))] : outer;
  return {
    roots: new Set(walks.flatMap(({ roots }) => roots)),
    stuck: walks.some(({ stuck }) => stuck),
  };
}

/** What is looked for below the page's scope, as far as it leads into shadow roots. */
function deepSelectors({ fields, unassigned = [], place }: PageDefinition): string[] {
  const sources = FIELD_NAMES.flatMap((name) => fields[name] ?? []);
  const all: string[] = place.map(({ at }) => at);
  for (const source of sources) {
    if ("url" in source || "label" in source || "json" in source) continue;
    all.push(source.css, source.sameTextAs ?? "");
  }
  for (const test of unassigned) if ("css" in test) all.push(test.css);
  return [...new Set(all.filter((css) => css.includes(">>>")))];
}
