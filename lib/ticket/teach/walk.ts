/** Which way the arrow keys lead through a page. */
export type Direction = "parent" | "child" | "next" | "previous";

const SKIPPED = "script, style, template, noscript, link, meta, head, br";

/** The element in a direction; elements of ours, invisible ones and those without a box are stepped over. */
export function walk(from: Element, direction: Direction): Element | null {
  switch (direction) {
    case "parent": {
      const { parentElement } = from;
      return parentElement && parentElement !== parentElement.ownerDocument.documentElement
        ? parentElement
        : null;
    }
    case "child":
      return [...from.children].find(isShown) ?? null;
    case "next":
      return sibling(from, "nextElementSibling");
    case "previous":
      return sibling(from, "previousElementSibling");
  }
}

function sibling(from: Element, way: "nextElementSibling" | "previousElementSibling"): Element | null {
  let at = from[way];
  while (at && !isShown(at)) at = at[way];
  return at;
}

function isShown(element: Element): boolean {
  return !element.localName.startsWith("callcard-") && !element.matches(SKIPPED) && element.checkVisibility();
}
