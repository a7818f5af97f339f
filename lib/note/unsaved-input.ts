const FIELDS = "textarea, input, iframe";
const TEXTS = ["text", "email", "url", "tel", "number", "date", "datetime-local", "month", "time", "week"];
const SEARCH = /search|query|filter|^q$/i;
const OURS = "callcard-card, callcard-dialog, callcard-row";

type Typed = ReadonlySet<Element>;

/**
 * Watches whether a document has input that nobody has saved: a text that differs from the one that the page came with,
 * or what a person has typed into an editor. Boxes for searching do not count, nor values that scripts filled in.
 * @returns answers for the moment in which it is asked
 */
export function watchUnsavedInput(document: Document): { hasUnsaved(): boolean; stop(): void } {
  const typed = new Set<Element>();
  const onInput = (event: Event) => {
    const [target] = event.composedPath();
    if (event.isTrusted && target instanceof Element) typed.add(target);
  };
  document.addEventListener("input", onInput, { capture: true, passive: true });
  return {
    hasUnsaved() {
      for (const element of typed) if (!element.isConnected) typed.delete(element);
      const fields = new Set([...document.querySelectorAll(FIELDS), ...typed]); // typed: also in shadow roots
      return [...fields].some((element) => isUnsaved(element, typed));
    },
    stop: () => document.removeEventListener("input", onInput, { capture: true }),
  };
}

function isUnsaved(element: Element, typed: Typed): boolean {
  if (element.closest(OURS)) return false;
  if (element instanceof HTMLTextAreaElement)
    return differs(element) && (typed.has(element) || isShown(element));
  if (element instanceof HTMLInputElement) {
    if (!TEXTS.includes(element.type) || isSearch(element) || !differs(element)) return false;
    // Scripts fill in fields without a value of their own; they keep it in the property.
    return typed.has(element) || (element.hasAttribute("value") && isShown(element));
  }
  if (element instanceof HTMLIFrameElement) return isUnsavedEditor(element);
  return (
    element instanceof HTMLElement && element.isContentEditable && typed.has(element) && !isBlank(element)
  );
}

function differs({ value, defaultValue }: HTMLInputElement | HTMLTextAreaElement): boolean {
  return value.trim() !== defaultValue.trim();
}

function isShown(element: HTMLInputElement | HTMLTextAreaElement): boolean {
  return !element.disabled && !element.readOnly && element.checkVisibility();
}

function isSearch(input: HTMLInputElement): boolean {
  return (
    SEARCH.test(input.name) ||
    SEARCH.test(input.id) ||
    ["search", "searchbox"].includes(input.getAttribute("role") ?? "") ||
    input.closest('[role="search"], form[action*="search" i]') !== null
  );
}

function isBlank(element: HTMLElement): boolean {
  return element.textContent.trim() === "";
}

/** TinyMCE and CKEditor 4 edit in a frame of their own, and write into their text field when the form is sent. */
function isUnsavedEditor(frame: HTMLIFrameElement): boolean {
  const body = frame.contentDocument?.body; // null in other sites' frames
  if (!body || !(body.isContentEditable || frame.contentDocument?.designMode === "on")) return false;
  const id = frame.id.match(/^(.+)_ifr$/)?.[1] ?? frame.closest('[id^="cke_"].cke')?.id.slice("cke_".length);
  const field = id === undefined ? null : frame.ownerDocument.getElementById(id);
  const before = field instanceof HTMLTextAreaElement ? textOf(field.defaultValue) : "";
  return fold(body.textContent) !== fold(before);
}

function textOf(html: string): string {
  return new DOMParser().parseFromString(html, "text/html").body.textContent;
}

function fold(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff]+/g, "");
}
