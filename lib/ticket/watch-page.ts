import type { ShadowParts } from "./shadow-parts";

/** Longest time between a change of the page and the look at it, in milliseconds. */
const DELAY = 100;
/** A shadow root that is attached later tells nobody: how often it is looked for, in milliseconds. */
const AGAIN = 500;
/** For how many turns: a minute, the time that a cold ServiceNow workspace takes to get ready. */
const TURNS = 120;

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
const EVERYTHING = { subtree: true, childList: true, characterData: true, attributes: true };

/**
 * Calls back, at most once in 100 ms, after anything that may have changed what the page shows: re-renders, navigation
 * within the page, back/forward cache, form changes, theme. Starts with one call.
 * @returns a function that is told after each look in which shadow roots the page is read: changes there count, too
 */
export function watchPage(changed: () => void, signal: AbortSignal): (parts: ShadowParts) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!signal.aborted) changed();
    }, DELAY);
  };

  const observer = new MutationObserver(soon);
  observer.observe(document, { ...EVERYTHING, attributeFilter: ATTRIBUTES });
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
  return watchShadowRoots(soon, signal);
}

/** The same in shadow roots. Tabs of workspaces are shown and hidden by `style`. */
function watchShadowRoots(soon: () => void, signal: AbortSignal): (parts: ShadowParts) => void {
  const watched = new Map<ShadowRoot, () => void>();
  let turns = TURNS;
  let again: ReturnType<typeof setTimeout> | undefined;

  function watch(root: ShadowRoot): () => void {
    const observer = new MutationObserver(soon);
    observer.observe(root, { ...EVERYTHING, attributeFilter: [...ATTRIBUTES, "style", "hidden"] });
    root.addEventListener("change", soon, { passive: true, capture: true }); // does not leave the shadow root
    return () => {
      observer.disconnect();
      root.removeEventListener("change", soon, { capture: true });
    };
  }

  signal.addEventListener("abort", () => {
    clearTimeout(again);
    for (const stop of watched.values()) stop();
    watched.clear();
  });
  return ({ roots, stuck }) => {
    if (signal.aborted) return;
    for (const [root, stop] of watched) {
      if (roots.has(root)) continue;
      stop();
      watched.delete(root);
    }
    for (const root of roots) if (!watched.has(root)) watched.set(root, watch(root));
    clearTimeout(again);
    turns = stuck ? turns - 1 : TURNS;
    if (stuck && turns > 0) again = setTimeout(soon, AGAIN);
  };
}
