/**
 * Attributes by which whoever writes them can run scripts: event handlers, and what frameworks take for code. Every
 * filter for what people write drops them. `class`, `id`, `role`, `style`, `data-*` and whole forms do pass common ones.
 */
const SCRIPTED = /^(?:on[a-z]+|_ng(?:host|content)-.+|(?:ng|v|x|hx)-.+|wire:.+|jsaction|[@:([*].+)$/i;

/**
 * Whether an element is the portal's own work, whatever a customer may have written around it: it, something in it, or
 * something between it and its label carries what no filter lets through, or is a custom element.
 * @param value the element with a value
 * @param label the element with its label
 */
export function isUnforgeable(value: Element, label: Element): boolean {
  const between: Element[] = value === label ? [value] : [];
  // What holds the label, too, may be the portal's own while both stand in a message.
  for (let at: Element | null = value; at && !at.contains(label); at = at.parentElement) between.push(at);
  return between.length > 0 && [...between, ...value.querySelectorAll("*")].some(isPortalsOwn);
}

function isPortalsOwn(element: Element): boolean {
  return element.localName.includes("-") || element.getAttributeNames().some((name) => SCRIPTED.test(name));
}
