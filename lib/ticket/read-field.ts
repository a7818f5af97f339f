import type { UrlGroups } from "./match-url";
import type { FieldSource } from "./page-definition";

/** Where fields are read: the page's scope, its named URL groups, and what is never read inside. */
export interface Scope {
  root: ParentNode;
  exclude: string | null;
  groups: UrlGroups;
}

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

/** Elements below the scope that match, but for those inside excluded parts such as message bodies. */
export function select(css: string, { root, exclude }: Pick<Scope, "root" | "exclude">): Element[] {
  const found = [...root.querySelectorAll(css)];
  return exclude ? found.filter((element) => !element.closest(exclude)) : found;
}

function* readSource(source: FieldSource, scope: Scope): Generator<string> {
  if ("url" in source) {
    const group = scope.groups[source.url];
    if (group) yield group;
    return;
  }
  for (const element of select(source.css, scope)) {
    const raw = source.attr ? (element.getAttribute(source.attr) ?? "") : textOf(element, scope.exclude);
    const text = fold(raw);
    const matched = source.match ? fold(new RegExp(source.match, "u").exec(text)?.[1] ?? "") : text;
    if (matched !== "") yield matched.slice(0, MAX_LENGTH);
  }
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
