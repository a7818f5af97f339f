import { fold, tidy } from "./fold";
import { labelMeanings, MAX_LABEL } from "./words";
import { wordsOf } from "./written-text";

/** An element that is a label and nothing else, or an element that carries its label as an attribute. */
export interface FoundLabel {
  /** The label's own text. */
  text: string;
  element: Element;
}

const INLINE = /^(?:span|b|strong|em|i|small|font|bdi|bdo|u|abbr)$/;
const LABEL_WORDS = new Set("label labels key name term vertical caption title".split(" "));
const VALUE_WORDS = new Set("value values val data content current".split(" "));
const CONTROL = "select, input:not([type=hidden]), [role=combobox], output";

/** All labels below a root whose text is in the vocabulary; elements for which `skip` says yes are left out. */
export function findLabels(root: Node, skip: (element: Element) => boolean): FoundLabel[] {
  const document = root instanceof Document ? root : root.ownerDocument;
  const walker = (document as Document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = new Map<Element, string>();
  while (walker.nextNode()) {
    const raw = walker.currentNode.textContent ?? "";
    if (raw.length > 4 * MAX_LABEL || !/\S/.test(raw) || labelMeanings(raw).length === 0) continue;
    const element = labelElement(walker.currentNode);
    if (element && !skip(element)) found.set(element, tidy(raw));
  }
  return [...found].map(([element, text]) => ({ element, text }));
}

/** The largest element around a text that says nothing else; `null` when its own element says more. */
function labelElement(text: Node): Element | null {
  const said = fold(text.textContent ?? "");
  const around = text.parentElement?.closest("label");
  if (around && fold(ownText(around)) === said) return around;
  let element = text.parentElement;
  if (!element || fold(element.textContent ?? "") !== said) return null;
  for (
    let parent = element.parentElement;
    parent && INLINE.test(element.localName);
    parent = element.parentElement
  ) {
    if (parent.childElementCount > 1 || fold(parent.textContent ?? "") !== said) break;
    element = parent;
  }
  return element;
}

/** The text of a label without that of the control inside it. */
function ownText(label: Element): string {
  const copy = label.cloneNode(true) as Element;
  for (const control of copy.querySelectorAll(CONTROL)) control.remove();
  return copy.textContent;
}

/** The element with the value of a label; `null` when the mark-up leaves it open. */
export function valueElement({ element, text }: FoundLabel): Element | null {
  switch (element.localName) {
    case "dt":
      return onlyOne(following(element, "dd", "dt"));
    case "th":
      return element.getAttribute("scope") === "col" ? null : onlyOne(following(element, "td", "th"));
    case "td":
      return isLabelCell(element, text) ? onlyOne(following(element, "td", "none").slice(0, 1)) : null;
    case "label":
      return labelledControl(element as HTMLLabelElement) ?? sibling(element, true);
    case "legend":
      return null;
    default:
      return sibling(element, hasWord(element, LABEL_WORDS));
  }
}

/** Siblings of one name up to the next of another name. */
function following(element: Element, name: string, end: string): Element[] {
  const found: Element[] = [];
  for (let at = element.nextElementSibling; at && at.localName !== end; at = at.nextElementSibling) {
    if (at.localName === name) found.push(at);
  }
  return found;
}

function onlyOne(elements: Element[]): Element | null {
  return elements.length === 1 ? (elements[0] ?? null) : null;
}

/** Plain cells are labels where they say so, or in the first column of a table of two columns with several labels. */
function isLabelCell(cell: Element, text: string): boolean {
  if (/[:：]$/.test(text) || hasWord(cell, LABEL_WORDS)) return true;
  const rows = [...(cell.closest("table")?.rows ?? [])];
  const labels = rows.filter((row) => labelMeanings(row.cells[0]?.textContent ?? "").length > 0);
  return (
    cell.previousElementSibling === null && labels.length > 1 && rows.every((row) => row.cells.length <= 2)
  );
}

function labelledControl(label: HTMLLabelElement): Element | null {
  const id = label.getAttribute("for");
  if (!id) return label.querySelector(CONTROL);
  const root = label.getRootNode() as Document | ShadowRoot;
  return root.getElementById(id);
}

/** The value beside a label: one of the two says so by its class, or they are alone with each other and a colon. */
function sibling(element: Element, isLabel: boolean): Element | null {
  const next = element.nextElementSibling;
  if (!next || /^(?:dt|th|label|legend|h[1-6]|p|ul|ol|table|dl|hr)$/.test(next.localName)) {
    return next?.localName === "p" && hasWord(next, VALUE_WORDS) ? next : null;
  }
  if (looseText(element.parentElement)) return null;
  const saysSo = isLabel || hasWord(next, VALUE_WORDS);
  const isPair =
    INLINE.test(element.localName) &&
    element.parentElement?.childElementCount === 2 &&
    /[:：]\s*$/.test(element.textContent ?? "");
  if (!saysSo && !isPair) return null;
  if (hasWord(next, LABEL_WORDS) && !hasWord(next, VALUE_WORDS)) return null;
  const after = next.nextElementSibling;
  // A third one must begin something new, or be there for editing.
  const isAlone = !after || after.matches(`label, button, a, ${CONTROL}`) || hasWord(after, LABEL_WORDS);
  return isAlone || hasWord(next, VALUE_WORDS) ? next : null;
}

function looseText(parent: Element | null): boolean {
  const nodes = [...(parent?.childNodes ?? [])];
  return nodes.some(
    (node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.textContent ?? ""),
  );
}

function hasWord(element: Element, words: ReadonlySet<string>): boolean {
  return wordsOf(element.getAttribute("class") ?? "").some((word) => words.has(word));
}
