/** An element of ours in the portal's page whose inside the page's styles and hotkeys do not reach. */
export interface ShadowHost {
  element: HTMLElement;
  /** Where Preact renders. */
  root: HTMLElement;
  remove(): void;
}

const RESET = ":host { all: initial !important; } :host([hidden]) { display: none !important; }";
const OURS = "callcard-card, callcard-dialog, callcard-row";
const ISOLATED = ["keydown", "keyup", "keypress"];

/**
 * Makes a host with a shadow root. A `<style>` element, since Firefox refuses adopted style sheets to content scripts
 * (bug 1751346); both browsers let extensions add one whatever the page's policy says.
 */
export function createShadowHost(
  name: `callcard-${string}`,
  css: string,
  language: string,
  direction: string,
): ShadowHost {
  const element = document.createElement(name);
  const shadow = element.attachShadow({ mode: "open" });
  const style = document.createElement("style");
  style.textContent = RESET + css;
  const root = document.createElement("div");
  root.lang = language;
  root.dir = direction;
  shadow.append(style, root);
  for (const type of ISOLATED) element.addEventListener(type, (event) => event.stopPropagation());
  return { element, root, remove: () => element.remove() };
}

/**
 * Removes copies of our elements: portals that keep pages for the back button (PJAX, htmx, Turbo) copy the card with the
 * rest. A copy has no shadow root, so it shows nothing and does nothing.
 */
export function removeCopies(): void {
  for (const copy of document.querySelectorAll(OURS)) {
    if (!copy.shadowRoot) copy.remove();
  }
}

/** Removes what an overlay of an earlier version has left in the page, or in one of its shadow roots. */
export function removeOrphans(root: ParentNode = document, own: Element | null = null): void {
  for (const orphan of root.querySelectorAll(OURS)) {
    if (orphan !== own) orphan.remove();
  }
}
