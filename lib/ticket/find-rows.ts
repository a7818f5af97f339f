import type { PageDefinition } from "./page-definition";
import { findRoot, select } from "./read-field";

/** All rows of a list, in the order of the document; none while the list's scope is not there. */
export function findRows(document: Document, page: PageDefinition): Element[] {
  const root = findRoot(document, page);
  return root && page.row ? select(page.row, { root, exclude: page.exclude ?? null }) : [];
}
