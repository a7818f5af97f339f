import { createWrittenTest, namesWritten } from "../labels/written-text";
import { isStableName, stablePart } from "./stable-name";

/** Parts in which people write, whatever a portal calls them. */
const ALWAYS = [
  "blockquote",
  "article",
  "pre",
  "[role=article]",
  "[role=log]",
  "[role=feed]",
  "[contenteditable]:not([contenteditable=false i])",
];
/** Names for tests tell what a part is where classes are generated. */
const TEST_IDS = "[data-testid], [data-test-id], [data-test], [data-cy]";
const MAX_EXCLUDE = 480; // characters; a selector has at most 500
const MAX_ELEMENTS = 20_000;

/** Whether an element stands where people write, or where something else than this ticket is shown. */
export function isInThread(element: Element): boolean {
  const main = mainOf(element.ownerDocument);
  const marked = element.closest(TEST_IDS);
  if (createWrittenTest(null, main)(element)) return true;
  for (let at = marked; at; at = at.parentElement?.closest(TEST_IDS) ?? null) {
    if (!at.contains(main) && testIdsOf(at).some(({ value }) => namesWritten(value))) return true;
  }
  return false;
}

/**
 * What must never be read on such pages: every portal's message elements, and those that this document's class names and
 * ids call messages, comments, histories.
 * @param taught elements that were pointed at; nothing around them is excluded
 * @param known what other pages of the same kind have shown already
 */
export function threadSelectors(
  document: Document,
  taught: readonly Element[],
  known: readonly string[] = [],
): string[] {
  const found = new Set([...ALWAYS, ...known]);
  const main = mainOf(document);
  const isWritten = createWrittenTest(null, main);
  for (const element of document.querySelectorAll(TEST_IDS)) {
    if (element.contains(main)) continue;
    for (const { name, value } of testIdsOf(element)) {
      if (namesWritten(value) && isStableName(value)) found.add(`[${name}="${value}"]`);
    }
  }
  for (const element of [...document.querySelectorAll("body [class], body [id]")].slice(0, MAX_ELEMENTS)) {
    if (element.localName.startsWith("callcard-") || !isWritten(element)) continue;
    if (element.parentElement && isWritten(element.parentElement)) continue;
    for (const css of ownSelectors(element)) found.add(css);
  }
  const harmless = [...found].filter((css) => !taught.some((element) => element.closest(css)));
  let length = 0;
  return harmless.filter((css) => {
    length += css.length + 2;
    return length <= MAX_EXCLUDE;
  });
}

/** What stands around the main part is a frame of the page, however it is called. */
function mainOf(document: Document): Element | null {
  return document.querySelector("main, [role=main]");
}

function testIdsOf(element: Element): Attr[] {
  return [...element.attributes].filter(({ name }) => /^data-(?:test(?:-?id)?|cy)$/.test(name));
}

function ownSelectors(element: Element): string[] {
  const classes = [...element.classList].filter(namesWritten).flatMap((name) => {
    if (isStableName(name)) return [`.${CSS.escape(name)}`];
    const part = stablePart(name);
    return part !== null && namesWritten(part) ? [`[class*="${part}"]`] : [];
  });
  if (classes.length > 0) return classes;
  const { id } = element;
  return namesWritten(id) && isStableName(id) && !/\d/.test(id) ? [`#${CSS.escape(id)}`] : [];
}
