import { hostOf, isInside, selectAll } from "./deep-select";
import type { readLabel } from "./labels/read-label";
import type { specialValue } from "./labels/words";
import { readPointer } from "./lookup/read-pointer";
import type { UrlGroups } from "./match-url";
import type { FieldSource, PageDefinition } from "./page-definition";

/** Which source of a field answered, by the field's list of sources; `null`: none did. Fields that were not read are not in it. */
export type Trace = Map<readonly FieldSource[], number | null>;

/** What a reading may be given besides the page. */
export interface ReadingAids {
  /** Reads `{label}` sources; most pages need none, so it is not part of every overlay (labels/tools.ts). */
  labels?: typeof readLabel | undefined;
  /** Knows "Unassigned" and "Me" in 36 languages; comes with the label reader. */
  specialValue?: typeof specialValue | undefined;
  /** Second signal for weak labels: whether a value is known already, such as a technician's name. */
  isKnown?: ((value: string) => boolean) | undefined;
  /** Filled in by the reading, for those who want to know what answered. */
  trace?: Trace | undefined;
}

/** Where fields are read: the page's scope, its named URL groups, and what is never read inside. */
export interface Scope extends ReadingAids {
  root: ParentNode & Node;
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
  for (const [index, source] of sources?.entries() ?? []) {
    const [text] = readSource(source, scope);
    if (text === undefined) continue;
    if (sources) scope.trace?.set(sources, index);
    return text;
  }
  if (sources) scope.trace?.set(sources, null);
  return null;
}

/** All texts of the first source that answers, for fields with several values (watchers). */
export function readFields(sources: readonly FieldSource[] | undefined, scope: Scope): string[] {
  for (const [index, source] of sources?.entries() ?? []) {
    const texts = [...readSource(source, scope)];
    if (texts.length === 0) continue;
    if (sources) scope.trace?.set(sources, index);
    return texts;
  }
  if (sources) scope.trace?.set(sources, null);
  return [];
}

/** The scope of a page's selectors; never one that a message body imitates. `null` while it is not there. */
export function findRoot(
  document: Document,
  page: Pick<PageDefinition, "root" | "exclude">,
): (ParentNode & Node) | null {
  if (!page.root) return document;
  return select(page.root, { root: document, exclude: page.exclude ?? null })[0] ?? null;
}

/**
 * Elements below the scope that match, but for those inside excluded parts such as message bodies. `:scope` is the
 * scope itself: a row whose own attribute tells the ticket.
 */
export function select(css: string, { root, exclude }: Pick<Scope, "root" | "exclude">): Element[] {
  const found = css === ":scope" && root instanceof Element ? [root] : selectAll(root, css);
  if (!exclude) return found;
  const isDeep = css.includes(">>>") || hostOf(root) !== null;
  return found.filter((element) => !(isDeep ? isInside(element, exclude) : element.closest(exclude)));
}

function* readSource(source: FieldSource, scope: Scope): Generator<string> {
  if ("url" in source) {
    const group = scope.groups[source.url];
    if (group) yield group;
    return;
  }
  if ("label" in source) {
    const labelled = scope.labels?.(source.label, { ...scope, weak: source.weak });
    if (labelled?.kind === "value") yield labelled.text.slice(0, MAX_LENGTH);
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
