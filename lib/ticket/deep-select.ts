/**
 * Selectors that go into shadow roots. Steps are separated by `>>>`: each is an ordinary selector, looked for below the
 * shadow roots of the elements that the step before has found. With `>>>` in front, the first step is looked for below
 * the root's own shadow root.
 */
const INTO = ">>>";

/** The steps of a selector; the first one is empty where it begins with `>>>`. */
export function stepsOf(css: string): string[] {
  return css.split(INTO).map((step) => step.trim());
}

/** All elements below a root that a selector finds, in shadow roots too where it says so. */
export function selectAll(root: ParentNode, css: string): Element[] {
  return css.includes(INTO) ? followSteps(root, css).found : [...root.querySelectorAll(css)];
}

/** What a selector leads through. */
export interface DeepWalk {
  found: Element[];
  /** The shadow roots that were looked into, whether or not something was found there. */
  roots: ShadowRoot[];
  /** A step has found elements, and none of them has a shadow root (yet). */
  stuck: boolean;
}

/** Follows a selector as far as it leads. */
export function followSteps(root: ParentNode, css: string): DeepWalk {
  const [first = "", ...further] = stepsOf(css);
  const walk: DeepWalk = {
    found: first === "" ? elementsOf(root) : [...root.querySelectorAll(first)],
    roots: [],
    stuck: false,
  };
  for (const step of further) {
    const inside = walk.found.map(shadowRootOf).filter((shadow) => shadow !== null);
    walk.stuck ||= walk.found.length > 0 && inside.length === 0;
    walk.roots.push(...inside);
    walk.found = inside.flatMap((shadow) => [...shadow.querySelectorAll(step)]);
  }
  return walk;
}

function elementsOf(root: ParentNode): Element[] {
  return root instanceof Element ? [root] : [];
}

/** What browsers give to extensions: Firefox on each element, Chromium by a function. */
interface ClosedToPages {
  openOrClosedShadowRoot?: ShadowRoot | null;
}
interface ClosedToPagesInChromium {
  chrome?: { dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };
}

function shadowRootOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot } = element as Element & ClosedToPages;
  const { chrome } = globalThis as typeof globalThis & ClosedToPagesInChromium;
  return (
    element.shadowRoot ??
    openOrClosedShadowRoot ??
    (element instanceof HTMLElement ? (chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null) : null)
  );
}

/** The element around a node as it is shown: the slot, the parent, or the host of the shadow root. */
export function parentAcross(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? hostOf(element);
}

/** Whether a node or anything around it matches, outside of its shadow root, too. (`closest` ends at the root.) */
export function isInside(element: Element, css: string): boolean {
  for (let at: Element | null = element; at; at = hostOf(at)) if (at.closest(css)) return true;
  return false;
}

/** The host of the shadow root that a node stands in; `null` in the document itself. */
export function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
