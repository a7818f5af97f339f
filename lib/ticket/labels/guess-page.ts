import { finder, idName, className as isWord } from "@medv/finder";
import { deriveUrlPattern } from "../derive-url-pattern";
import type { FoundPage } from "../find-page";
import { matchUrl } from "../match-url";
import type { PageDefinition } from "../page-definition";
import { isUnforgeable } from "./is-unforgeable";
import { type Candidate, findLabelled, type LabelScope, readLabel } from "./read-label";
import { createWrittenTest } from "./written-text";

/** What may be a ticket page of a portal that nobody has described. */
export interface GuessedPage extends FoundPage {
  /** The label as printed, and what stands beside it. */
  label: string;
  value: string;
  /** Whether only the portal itself can have written it; else somebody has to be asked. */
  sure: boolean;
}

const BLOCK = "dl, table, fieldset, aside, [role=complementary], form, section";
const MAX_CLIMB = 4;
/** A field's text may be so long, and all of a block's together, in characters. */
const MAX_TEXT = 120;
const MAX_BLOCK = 3_000;
/** Messages in which somebody may imitate the block. */
const EXCLUDE =
  'article, blockquote, pre, [contenteditable], [class*="message" i], [class*="comment" i], [class*="reply" i], ' +
  '[class*="thread" i], [class*="conversation" i], [class*="history" i]';
const STABLE = /^(?:role|data-(?:field|card|test|testid|qa|section|name))$/;
const STATE = /active|open|closed|selected|hover|focus|even|odd|urgent|priority|status/i;
const LABELS = ["assignee", "requester", "number", "subject", "priority"] as const;

/**
 * Looks for a ticket on a page without a definition: an address with an id, and one person beside a label for who is in
 * charge. The definition reads inside the block with that label and nowhere else.
 * @param url the page's address without the portal's base path
 */
export function guessPage(document: Document, url: URL, isKnown?: LabelScope["isKnown"]): GuessedPage | null {
  const scope = { root: document, exclude: null, isKnown };
  const found = findLabelled("assignee", scope);
  const [first] = found;
  if (first?.answer.kind !== "value") return null;

  const own = found.find(({ value, element }) => isUnforgeable(value, element));
  const chosen = own ?? first;
  const blocks = new Set(found.map(blockOf));
  if (chosen.answer.kind !== "value" || (!own && blocks.size > 1)) return null;

  const number = readLabel("number", scope);
  const pattern = deriveUrlPattern(url, number.kind === "value" ? number.text : null);
  const groups = pattern === null ? null : matchUrl(pattern, url);
  const block = blockOf(chosen);
  const root = rememberedRoot(block) ?? rootOf(block);
  if (root !== null) roots.set(block, root);
  if (pattern === null || !groups?.id || root === null) return null;
  return {
    page: definition(pattern, root),
    groups,
    basePath: "",
    label: chosen.label.replace(/\s*[:：]\s*$/, ""),
    value: chosen.answer.text,
    sure: own !== undefined,
  };
}

/** What is saved when somebody says yes, and read with at once where nobody has to be asked. */
function definition(url: string, root: string): PageDefinition {
  const [assignee, requesterName, number, subject, priority] = LABELS.map((label) => [{ label }]);
  return {
    kind: "ticket",
    url,
    root,
    exclude: EXCLUDE,
    fields: { number: [...(number ?? []), { url: "id" }], subject, assignee, requesterName, priority },
    emptyAssignee: "unknown",
    place: [],
    audience: "agent",
  };
}

/** The list, table or form around a label and its value; never the page as a whole. */
function blockOf({ element, value }: Candidate): Element {
  let both = element.parentElement ?? element; // never the label itself: labels are looked for below the root
  while (!both.contains(value) && both.parentElement) both = both.parentElement;
  const block = both.closest(BLOCK);
  return block && holdsFieldsOnly(block) ? block : both;
}

/** Pages are looked at often, and a selector takes a while. */
const roots = new WeakMap<Element, string>();

/** It must still lead to the block: a message may have come since, with the same names before it. */
function rememberedRoot(block: Element): string | null {
  const css = roots.get(block);
  return css && block.ownerDocument.querySelector(css)?.contains(block) ? css : null;
}

/** A selector for a block, or for one around it, by names only: counted positions differ from ticket to ticket. */
function rootOf(block: Element): string | null {
  let at: Element | null = block;
  for (let level = 0; at && level < MAX_CLIMB && holdsFieldsOnly(at); level++) {
    const css = selectorOf(at);
    if (css && /[#.[]/.test(css) && !css.includes(":nth-")) return css;
    at = at.parentElement;
  }
  return null;
}

/** Whether nothing in a block can be a message: nothing that is marked as one, and nothing long. */
function holdsFieldsOnly(block: Element): boolean {
  if (block.matches("body, html, main") || block.querySelector("article, textarea, blockquote")) return false;
  const isWritten = createWrittenTest(null);
  if ([...block.querySelectorAll("div, section, p, td, li")].some(isWritten)) return false;
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim() ?? "";
    length += text.length;
    if (text.length > MAX_TEXT || length > MAX_BLOCK) return false;
  }
  return true;
}

/** A selector by ids, attributes and classes that look like words; `null` where it leads elsewhere. */
function selectorOf(element: Element): string | null {
  if (element.closest(EXCLUDE)) return null;
  const document = element.ownerDocument;
  try {
    const css = finder(element, {
      root: document.documentElement,
      idName: (name) => idName(name) && !/\d{2}/.test(name),
      className: (name) => isWord(name) && !STATE.test(name),
      attr: (name, value) => STABLE.test(name) && /^[a-z][\w -]{0,40}$/i.test(value),
      timeoutMs: 30,
      maxNumberOfPathChecks: 500,
    });
    return document.querySelector(css) === element && css.length <= 500 ? css : null;
  } catch {
    return null; // no selector within the time
  }
}
