import { fold, tidy } from "./fold";
import { labelMeanings } from "./words";

/** A value whose label is an attribute (`aria-label`, `aria-labelledby`, a button's name). */
export interface AriaValue {
  label: string;
  element: Element;
  /** Where the attribute tells the value too: `aria-label="Assignee: Tess Tech"`. */
  value: string | null;
}

const LABELLED = "[aria-label], [aria-labelledby], button[title]";
const NO_VALUE = "th, thead *, [role=columnheader], nav, ul, ol, table, form, input[type=checkbox], a";

/** All elements below a root that name their label by an attribute. */
export function findAriaLabels(root: ParentNode, skip: (element: Element) => boolean): AriaValue[] {
  const found: AriaValue[] = [];
  for (const element of root.querySelectorAll(LABELLED)) {
    if (element.matches(NO_VALUE)) continue;
    const isButton = element.matches("button, [role=button]");
    for (const name of namesOf(element)) {
      const named = isButton ? fromButton(element, name) : { label: tidy(name), element, value: null };
      if (named && labelMeanings(named.label).length > 0 && !skip(element)) found.push(named);
    }
  }
  return found;
}

function namesOf(element: Element): string[] {
  const ids = element.getAttribute("aria-labelledby")?.split(/\s+/).filter(Boolean) ?? [];
  const document = element.ownerDocument;
  const [id] = ids;
  const byId = id && ids.length === 1 ? document.getElementById(id)?.textContent : null;
  return [element.getAttribute("aria-label"), byId, element.getAttribute("title")].filter(
    (name): name is string => typeof name === "string" && name.length < 200,
  );
}

/** "Assignee: Tess Tech", where the button shows the value as well; "Assignee: edit" tells nothing. */
function fromButton(element: Element, name: string): AriaValue | null {
  const [, label, value] = /^([^:：]+)\s?[:：]\s*(.+)$/.exec(tidy(name)) ?? [];
  if (!label || !value || !/[\s@]/.test(value)) return null;
  return fold(element.textContent ?? "").includes(fold(value)) ? { label, element, value } : null;
}
