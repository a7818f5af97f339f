/** How far outside of the window a row gets its button, before it is scrolled into view. */
const MARGIN = "50%";
/** Rows that an observer is told about in one task. */
const AT_ONCE = 500;

/** The rows of a list that are in view, or nearly. */
export interface NearRows {
  /** These are the list's rows now. */
  watch(rows: readonly Element[]): void;
  has(row: Element): boolean;
  [Symbol.iterator](): Iterator<Element>;
  stop(): void;
}

/**
 * Watches which rows of a list come near.
 * @param moved called with rows that have come near or gone
 */
export function watchNearRows(moved: (rows: readonly Element[]) => void): NearRows {
  let watched = new Set<Element>();
  let unseen: Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const near = new Set<Element>();
  // Lists that scroll in a box of their own need `scrollMargin` (Chromium 120); without it their rows come a bit later.
  const margins = { rootMargin: MARGIN, scrollMargin: MARGIN };
  const observer = new IntersectionObserver((entries) => {
    const rows: Element[] = [];
    for (const { target, isIntersecting } of entries) {
      const isNear = isIntersecting && watched.has(target);
      if (isNear === near.has(target)) continue;
      if (isNear) near.add(target);
      else near.delete(target);
      rows.push(target);
    }
    if (rows.length > 0) moved(rows);
  }, margins);

  function observeSome(): void {
    for (const row of unseen.splice(0, AT_ONCE)) observer.observe(row);
    timer = unseen.length > 0 ? setTimeout(observeSome) : undefined;
  }

  return {
    watch(rows) {
      const now = new Set(rows);
      for (const row of watched) {
        if (now.has(row)) continue;
        observer.unobserve(row);
        near.delete(row);
      }
      const fresh = rows.filter((row) => !watched.has(row));
      unseen = [...unseen.filter((row) => now.has(row)), ...fresh];
      watched = now;
      if (timer === undefined) observeSome();
    },
    has: (row) => near.has(row),
    [Symbol.iterator]: () => near.values(),
    stop() {
      clearTimeout(timer);
      timer = undefined;
      observer.disconnect();
      near.clear();
      unseen = [];
      watched = new Set();
    },
  };
}
