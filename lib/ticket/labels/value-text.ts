import { isEmail } from "../parse-person";
import { tidy } from "./fold";
import { specialValue } from "./words";

const NOT_VALUE =
  "button, [role=button], script, style, template, noscript, svg, img, textarea, [hidden], [aria-hidden=true], " +
  '[class*="avatar" i], [class*="icon" i], [class*="placeholder" i], [class*="sr-only"], [class*="visually-hidden"]';
/** Links that do something instead of naming somebody: "Assign to me", "take it", "Zuweisen". */
const ACTION =
  /(?:^|[^a-z])(?:un|re)?(?:assign|edit|take|claim|steal|change|grab|update|remove|delete|add)(?:$|[^a-z])/i;
const MAX_PARTS = 12;

/**
 * The text of a value without the buttons and links in it that are no part of it.
 * @returns `null` when it has several parts that do not make one value: a list of people, a card, a form
 */
export function valueText(element: Element): string | null {
  if (element instanceof HTMLInputElement) return inputText(element);
  if (element instanceof HTMLTextAreaElement) return null;
  if (element.localName === "button" && element.getAttribute("role") !== "combobox") return null;
  if (element instanceof HTMLSelectElement) return chosenOption(element);
  const controls = element.querySelectorAll("select, input:not([type=hidden])");
  if (controls.length > 0) return controlInside(element, [...controls]);
  return joinParts(partsOf(element));
}

/** Of a free-standing control, or of one with nothing else beside it. */
function controlInside(element: Element, controls: Element[]): string | null {
  const [control] = controls;
  if (controls.length > 1 || !control || partsOf(element).length > 0) return null;
  return valueText(control);
}

function inputText(input: HTMLInputElement): string | null {
  return /^(?:text|email|search)$/.test(input.type) ? tidy(input.value) : null;
}

/** A choice that nobody has made yet (the first one by default) is no value. */
function chosenOption(select: HTMLSelectElement): string | null {
  const [option, second] = select.selectedOptions;
  if (!option || second || select.size > 1) return null;
  const text = tidy(option.label || option.text);
  if (option.value === "") return specialValue(text) === "nobody" ? text : null;
  return select.selectedIndex > 0 || option.defaultSelected ? text : null;
}

function partsOf(element: Element): string[] {
  const walker = element.ownerDocument.createTreeWalker(
    element,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) => {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      const skipped = node.localName === "select" || node.matches(NOT_VALUE) || isActionLink(node);
      return skipped ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    },
  );
  const parts: string[] = [];
  while (walker.nextNode() && parts.length <= MAX_PARTS) {
    const text = tidy(walker.currentNode.textContent ?? "");
    if (text !== "" && !parts.includes(text)) parts.push(text);
  }
  return parts;
}

/** Links that lead nowhere are actions, too. */
function isActionLink(element: Element): boolean {
  if (element.localName !== "a") return false;
  const href = element.getAttribute("href") ?? "";
  const isNowhere = href === "" || href.startsWith("#") || /^javascript:/i.test(href);
  return isNowhere || ACTION.test(element.textContent ?? "") || ACTION.test(href);
}

/** "Tess Tech" + "(" + "tess" + ")" is one person, "Tess Tech" + "tess@example.com" too; "Tess Tech" + "Rob" is not. */
function joinParts(parts: string[]): string | null {
  const [first, second] = parts;
  if (first === undefined || second === undefined) return first ?? "";
  if (parts.length > MAX_PARTS) return null;
  const joined = parts
    .join(" ")
    .replace(/([(<]) /g, "$1")
    .replace(/ ([)>])/g, "$1");
  if (/^[^()<>]+ [(<][^()<>]+[)>]$/.test(joined) || /^[^/]+ \/ [^/]+$/.test(joined)) return joined;
  if (parts.length !== 2) return null;
  if (isEmail(second) && !isEmail(first)) return `${first} <${second}>`;
  return isEmail(first) && !isEmail(second) ? `${second} <${first}>` : null;
}
