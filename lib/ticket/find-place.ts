import type { PageDefinition, Place } from "./page-definition";
import { findRoot, select } from "./read-field";

export interface FoundPlace {
  anchor: Element;
  position: Place["position"];
}

/** Where the card goes: the first place of the list that is in the document; `null` means floating over the page. */
export function findPlace(document: Document, page: PageDefinition): FoundPlace | null {
  const root = findRoot(document, page) ?? document;
  for (const { at, position } of page.place) {
    const [anchor] = select(at, { root, exclude: page.exclude ?? null });
    if (anchor) return { anchor, position };
  }
  return null;
}

/** Whether an element stands at a place already. */
export function isAtPlace(element: Element, { anchor, position }: FoundPlace): boolean {
  switch (position) {
    case "append":
    case "prepend":
      return element.parentElement === anchor;
    case "before":
      return element.nextElementSibling === anchor;
    case "after":
      return element.previousElementSibling === anchor;
  }
}

/** Puts an element at its place. */
export function putAtPlace(element: Element, { anchor, position }: FoundPlace): void {
  anchor[position](element);
}
