/** Longest time between a change of the page and the look at it, in milliseconds. */
const DELAY = 100;

/** Attributes whose change can mean another ticket, another value or another theme. */
const ATTRIBUTES = [
  "class",
  "value",
  "selected",
  "title",
  "href",
  "lang",
  "dir",
  "data-theme",
  "data-bs-theme",
  "data-is-active",
];

/**
 * Calls back, at most once in 100 ms, after anything that may have changed what the page shows: re-renders, navigation
 * within the page, back/forward cache, form changes, theme. Starts with one call.
 */
export function watchPage(changed: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!signal.aborted) changed();
    }, DELAY);
  };

  const observer = new MutationObserver(soon);
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  const options = { signal, passive: true, capture: true };
  for (const type of ["popstate", "hashchange", "pageshow"]) window.addEventListener(type, soon, options);
  for (const type of ["change", "load"]) document.addEventListener(type, soon, options);
  // pushState without any change in the document; reported after the address has changed.
  if ("navigation" in window) window.navigation.addEventListener("currententrychange", soon, { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", soon, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  changed();
}
