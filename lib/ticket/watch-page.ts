import type { ShadowParts } from "./shadow-parts";
import { watchShadowRoots } from "./watch-shadow-roots";

/** Longest time between a change of the page and the look at it, in milliseconds. */
const DELAY = 100;

/** Attributes whose change can mean another ticket, another value or another theme, on any page. */
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
  "data-color-mode",
  "data-is-active",
];

/** What a page is watched for. */
export interface PageWatcher {
  /** At most once in 100 ms, after anything that may have changed what the page shows. */
  changed(): void;
  /** At once, whenever the address may have changed; the page itself may be older or newer than it. */
  moved(): void;
}

/** A watch that can be told what else counts. */
export interface PageWatch {
  /** Has these attributes watched, too. */
  addAttributes(names: readonly string[]): void;
  /** Has these shadow roots watched, and no others. */
  watchShadowRoots(parts: ShadowParts): void;
}

/**
 * Watches for re-renders, navigation within the page, back/forward cache, form changes, theme. Starts with one call of
 * `changed`.
 */
export function watchPage({ changed, moved }: PageWatcher, signal: AbortSignal): PageWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!signal.aborted) changed();
    }, DELAY);
  };
  const movedNow = () => {
    if (signal.aborted) return;
    moved();
    soon();
  };

  const observer = new MutationObserver(soon);
  const attributes = new Set(ATTRIBUTES);
  // Observing the same document once more replaces what was asked for, and loses nothing that waits to be reported.
  const observe = () =>
    observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: [...attributes],
    });
  observe();
  const options = { signal, passive: true, capture: true };
  for (const type of ["popstate", "hashchange"]) window.addEventListener(type, movedNow, options);
  window.addEventListener("pageshow", soon, options);
  for (const type of ["change", "load"]) document.addEventListener(type, soon, options);
  // pushState without any change in the document; reported after the address has changed.
  if ("navigation" in window) window.navigation.addEventListener("currententrychange", movedNow, { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", soon, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  changed();

  return {
    addAttributes(names) {
      if (signal.aborted || names.every((name) => attributes.has(name))) return;
      for (const name of names) attributes.add(name);
      observe();
    },
    watchShadowRoots: watchShadowRoots(soon, ATTRIBUTES, signal),
  };
}
