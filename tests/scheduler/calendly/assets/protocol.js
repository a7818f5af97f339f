// What a page of Calendly says to the window around it.
// See https://developer.calendly.com, "Notifying the parent window".

const query = new URLSearchParams(location.search);
const speaks = window.parent !== window && query.get("embed_domain") && query.get("embed_type");

/** Sends a message to the parent window; a page without `embed_domain` and `embed_type` says nothing. */
export function tell(name, payload = {}) {
  if (speaks) window.parent.postMessage({ event: `calendly.${name}`, payload }, "*");
}

let last = 0;

/** Tells the height whenever it changes. */
export function watchHeight() {
  new ResizeObserver(() => {
    const height = Math.ceil(document.querySelector("main").getBoundingClientRect().height);
    if (height !== last) tell("page_height", { height: `${height}px` });
    last = height;
  }).observe(document.querySelector("main"));
}
