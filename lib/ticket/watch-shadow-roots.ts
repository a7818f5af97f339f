import type { ShadowParts } from "./shadow-parts";

/** A shadow root that is attached later tells nobody: how often it is looked for, in milliseconds. */
const AGAIN = 500;
/** For how many turns: a minute, the time that a cold ServiceNow workspace takes to get ready. */
const TURNS = 120;

/**
 * Watches the shadow roots that a page is read in; what changes there nobody hears outside.
 * @param attributes what counts in the document; tabs of workspaces are shown and hidden by `style` and `hidden` besides
 * @returns a function that is told after each look in which shadow roots the page is read
 */
export function watchShadowRoots(
  soon: () => void,
  attributes: readonly string[],
  signal: AbortSignal,
): (parts: ShadowParts) => void {
  const watched = new Map<ShadowRoot, () => void>();
  let turns = TURNS;
  let again: ReturnType<typeof setTimeout> | undefined;

  function watch(root: ShadowRoot): () => void {
    const observer = new MutationObserver(soon);
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: [...attributes, "style", "hidden"],
    });
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
