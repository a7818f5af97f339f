import { readLabel } from "./labels/read-label";
import { readPointer } from "./lookup/read-pointer";
import type { UrlGroups } from "./match-url";
import type { FieldSource, PageDefinition } from "./page-definition";

/** Where fields are read: the page's scope, its named URL groups, and what is never read inside. */
export interface Scope {
  root: ParentNode;
  exclude: string | null;
  groups: UrlGroups;
  /** The lookup's answer; left out where there is none (yet). */
  json?: unknown;
}

type CssSource = Extract<FieldSource, { css: string }>;

const NOT_TEXT = "button, select, script, style, template, textarea";
const MAX_LENGTH = 500;
/** Longer texts are not looked through, in characters. */
const MAX_READ = 10_000;

/**
 * The text of the first source that answers.
 * @returns folded text of at most 500 characters, or `null` when no source answers
 */
export function readField(sources: readonly FieldSource[] | undefined, scope: Scope): string | null {
  for (const source of sources ?? []) {
    const [text] = readSource(source, scope);
    if (text !== undefined) return text;
  }
  return null;
}

/** All texts of the first source that answers, for fields with several values (watchers). */
export function readFields(sources: readonly FieldSource[] | undefined, scope: Scope): string[] {
  for (const source of sources ?? []) {
    const texts = [...readSource(source, scope)];
    if (texts.length > 0) return texts;
  }
  return [];
}

/** The scope of a page's selectors; never one that a message body imitates. `null` while it is not there. */
export function findRoot(
  document: Document,
  page: Pick<PageDefinition, "root" | "exclude">,
): ParentNode | null {
  if (!page.root) return document;
  return select(page.root, { root: document, exclude: page.exclude ?? null })[0] ?? null;
}

/**
 * Elements below the scope that match, but for those inside excluded parts such as message bodies. `:scope` is the
 * scope itself: a row whose own attribute tells the ticket.
 */
export function select(css: string, { root, exclude }: Pick<Scope, "root" | "exclude">): Element[] {
  const found = css === ":scope" && root instanceof Element ? [root] : [...root.querySelectorAll(css)];
  return exclude ? found.filter((element) => !element.closest(exclude)) : found;
}

function* readSource(source: FieldSource, scope: Scope): Generator<string> {
  if ("url" in source) {
    const group = scope.groups[source.url];
    if (group) yield group;
    return;
  }
  if ("label" in source) {
    const labelled = readLabel(source.label, { ...scope, weak: source.weak });
    if (labelled.kind === "value") yield labelled.text.slice(0, MAX_LENGTH);
    return;
  }
  if ("json" in source) {
    for (const text of readPointer(scope.json, source.json)) {
      const folded = fold(text);
      if (folded) yield folded.slice(0, MAX_LENGTH);
    }
    return;
  }
  if (source.sameTextAs === undefined) {
    yield* readElements(source, scope);
    return;
  }
  const [wanted] = readElements({ css: source.sameTextAs }, scope);
  const [text, ...others] = new Set(wanted === undefined ? [] : readElements(source, scope, wanted));
  if (text !== undefined && others.length === 0) yield text;
}

/** @param wanted the text that an element must have, if any */
function* readElements(source: CssSource, scope: Scope, wanted?: string): Generator<string> {
  for (const element of select(source.css, scope)) {
    const printed = () => fold(textOf(element, scope.exclude));
    if (wanted !== undefined && printed().slice(0, MAX_LENGTH) !== wanted) continue;
    const text = source.attr ? fold(element.getAttribute(source.attr) ?? "") : printed();
    if (source.beyondText && !saysMore(text, printed())) continue;
    const matched = source.match ? fold(new RegExp(source.match, "u").exec(text)?.[1] ?? "") : text;
    if (matched !== "") yield matched.slice(0, MAX_LENGTH);
  }
}

function saysMore(text: string, printed: string): boolean {
  return printed !== "" && text !== printed && text.startsWith(printed);
}

function textOf(element: Element, exclude: string | null): string {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.value;
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.textContent ?? "";
  const skipped = exclude ? `${NOT_TEXT}, ${exclude}` : NOT_TEXT;
  if (!element.querySelector(skipped)) return element.textContent;
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(skipped)) part.remove();
  return copy.textContent;
}

function fold(text: string): string {
  return text
    .slice(0, MAX_READ)
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
