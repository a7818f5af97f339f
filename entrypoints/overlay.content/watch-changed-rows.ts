/**
 * Watches which rows of a list change inside, or become another ticket's.
 * @param row selector of a row
 * @param changed called with the rows that have changed, before the page is painted
 * @returns stops watching
 */
export function watchChangedRows(row: string, changed: (rows: ReadonlySet<Element>) => void): () => void {
  const observer = new MutationObserver((records) => {
    const rows = new Set<Element>();
    let last: Node | null = null;
    for (const { target } of records) {
      if (target === last) continue;
      last = target;
      const element = target instanceof Element ? target : target.parentElement;
      const closest = element?.closest(row);
      if (closest) rows.add(closest);
    }
    if (rows.size > 0) changed(rows);
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  return () => observer.disconnect();
}
