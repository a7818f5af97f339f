import { locateLabel } from "../labels/read-label";
import type { Place } from "../page-definition";
import type { Scope } from "../read-field";
import { chooseSelector } from "./choose-selector";
import type { Choice, TaughtField } from "./draft";
import { lookAt } from "./look-at";
import { isInThread } from "./thread";

export interface Suggestion {
  element: Element;
  choice: Choice;
}

/** Parts of a page that look like the card. */
const BLOCKS = "section, fieldset, aside, .card, .panel, .box, .widget, .block";
const MAX_TEXT = 200; // characters of an element that may show the number

/**
 * What a field could be, before anybody has pointed: what stands beside its label; for the number also where the id of the
 * address is shown, for the subject the page's heading.
 */
export function suggest(field: TaughtField, document: Document, scope: Scope, id: string): Suggestion | null {
  const { answer, element } = locateLabel(field, { root: document, exclude: scope.exclude, weak: true });
  const candidates = answer.kind === "value" && element ? [element] : [];
  if (field === "number") candidates.push(...showing(id, document));
  if (field === "subject") candidates.push(...headings(document));
  for (const candidate of candidates) {
    const looked = lookAt(field, candidate, scope, id);
    if (
      looked.ok &&
      (field !== "number" || looked.choice.text.replace(/^#/, "") === id || candidate === element)
    ) {
      return { element: candidate, choice: looked.choice };
    }
  }
  return null;
}

/** Where the card could go: behind the block that names the person in charge. */
export function suggestPlace(
  assignee: Element | null,
  id: string,
): { element: Element; position: Place["position"] } | null {
  const block = assignee?.closest(BLOCKS) ?? assignee?.closest("table, dl, ul");
  if (!block || isInThread(block) || chooseSelector(block, [id]) === null) return null;
  return { element: block, position: block.localName === "aside" ? "append" : "after" };
}

/** The smallest elements that show the id, headings first. */
function showing(id: string, document: Document): Element[] {
  const found: Element[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const isIn = (text: string) => text.split(/[^\p{L}\p{N}-]+/u).includes(id);
  while (walker.nextNode() && found.length < 20) {
    const { parentElement, textContent } = walker.currentNode;
    const isShort = textContent !== null && textContent.length <= MAX_TEXT;
    if (parentElement && isShort && isIn(textContent) && !parentElement.closest("script, style, a, title")) {
      found.push(parentElement);
    }
  }
  const rank = (element: Element) => (element.closest("h1, h2, h3") ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, 5);
}

function headings(document: Document): Element[] {
  const all = [...document.querySelectorAll("main h1, [role=main] h1, h1")];
  return all.slice(0, 1).filter((heading) => /\p{L}{3}/u.test(heading.textContent));
}
