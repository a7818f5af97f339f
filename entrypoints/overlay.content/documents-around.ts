/**
 * Addresses of the documents around this one, the tab's own last; none for the tab's own document.
 * @returns `null` where another site's page is among them: what it shows around us cannot be known
 */
export function documentsAround(inner: Window): URL[] | null {
  const around: URL[] = [];
  for (let at = inner; at !== at.parent; at = at.parent) {
    try {
      around.push(new URL(at.parent.location.href));
    } catch {
      return null;
    }
  }
  return around;
}

/** Whether a document is shown: neither its frame nor a frame around it is hidden. */
export function isShown(inner: Window): boolean {
  for (let at = inner; at !== at.parent; at = at.parent)
    if (!at.frameElement?.checkVisibility()) return false;
  return true;
}
