import { finder, type Options } from "@medv/finder";
import { isStableName, isTellingClass } from "./stable-name";

/** Attributes that are there for tests, scripts and forms: they outlive every redesign. */
const ATTRIBUTES =
  /^(?:data-(?!v-|reactid|react|ember|emotion|styled)[a-z][a-z-]*|name|itemprop|for|headers)$/;
const NAMES = /^(?:aria-label|role|title)$/;
const TIMEOUT = 300; // milliseconds, for each way to find one
/** Ancestors that a selector may be anchored to. */
const MAX_LEVELS = 8;

/**
 * Chooses the selector of an element that will find it on other tickets, too: by attributes made for scripts and tests,
 * else by ids, names and telling classes, else from the nearest ancestor that has such a one.
 * @param given what belongs to this ticket alone (id, value); no selector is made of it
 * @returns `null` when nothing finds this element and no other one first
 */
export function chooseSelector(element: Element, given: readonly string[] = []): string | null {
  const texts = given.flatMap(wordsIn);
  const body = element.ownerDocument.body;
  const finds = (css: string | null) => css !== null && body.ownerDocument.querySelector(css) === element;
  const direct = stableSelector(element, texts);
  if (finds(direct)) return direct;
  let ancestor = element.parentElement;
  for (let level = 0; ancestor && ancestor !== body && level < MAX_LEVELS; level++) {
    const anchor = stableSelector(ancestor, texts);
    const inside =
      anchor && find(element, { ...telling(texts), tagName: () => true, root: ancestor, seedMinLength: 1 });
    if (anchor && inside && finds(`${anchor} ${inside}`)) return `${anchor} ${inside}`;
    ancestor = ancestor.parentElement;
  }
  const anyhow = find(element, { ...telling(texts), tagName: () => true, root: body });
  return finds(anyhow) ? anyhow : null;
}

/** A selector of stable names alone, without a place in the order of elements. */
function stableSelector(element: Element, texts: readonly string[]): string | null {
  const never = () => false;
  const byAttribute = {
    attr: stableAttribute(ATTRIBUTES, texts),
    idName: never,
    className: never,
    tagName: never,
  };
  for (const by of [byAttribute, { ...telling(texts), tagName: never }]) {
    const css = find(element, { ...by, root: element.ownerDocument.body, seedMinLength: 1 });
    if (css !== null && !css.includes(":nth-")) return css;
  }
  return null;
}

/** A name or a number, and each of its words; of longer texts only the whole. */
function wordsIn(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u);
  return words.length > 4 ? [text] : [text, ...words];
}

function telling(texts: readonly string[]): Pick<Options, "attr" | "idName" | "className"> {
  const [attribute, name] = [stableAttribute(ATTRIBUTES, texts), stableAttribute(NAMES, texts)];
  return {
    attr: (key, value) => attribute(key, value) || name(key, value),
    idName: (id) => isStableName(id, texts) && !/\d/.test(id),
    className: (one) => isTellingClass(one, texts),
  };
}

function stableAttribute(names: RegExp, texts: readonly string[]) {
  return (name: string, value: string) =>
    names.test(name) &&
    value.split(" ").length <= 4 &&
    value.split(" ").every((word) => isStableName(word, texts));
}

/** The library's answer; it throws when there is none, or none in time. */
function find(element: Element, options: Partial<Options>): string | null {
  try {
    return finder(element, { timeoutMs: TIMEOUT, maxNumberOfPathChecks: 2000, ...options });
  } catch {
    return null;
  }
}
