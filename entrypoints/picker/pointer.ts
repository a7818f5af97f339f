import type { Place } from "../../lib/ticket/page-definition";
import type { ShadowHost } from "../overlay.content/shadow-host";

/** Events of the pointer that the page must not see while somebody points. */
const BLOCKED = [
  "pointerdown",
  "pointerup",
  "pointermove",
  "mousedown",
  "mouseup",
  "mousemove",
  "mouseover",
  "click",
  "auxclick",
  "dblclick",
  "contextmenu",
  "touchstart",
  "touchend",
] as const;
/** Height of the card's outline in the preview, in CSS pixels. */
const PREVIEW_HEIGHT = 96;

/** Points at elements of the page without touching it: a shield lies over the page, marks are drawn above it. */
export interface Pointer {
  /** Whether the person points, or uses the page. */
  active(on: boolean): void;
  /** Marks an element: under the pointer or the arrow keys, or chosen. */
  mark(element: Element | null, chosen?: boolean): void;
  /** Shows where the card would stand. */
  preview(place: { element: Element; position: Place["position"] } | null, text: string): void;
  marked(): Element | null;
  /** Scrolls what is marked, or the preview, out from under the panel. @returns whether it is covered still */
  reveal(): boolean;
}

export function createPointer(
  host: ShadowHost,
  on: { moved(element: Element): void; chosen(element: Element): void },
  signal: AbortSignal,
): Pointer {
  const shield = div("shield");
  const boxes = { hover: div("mark"), chosen: div("mark"), preview: div("preview") };
  boxes.chosen.dataset.chosen = "";
  host.root.before(shield, boxes.chosen, boxes.hover, boxes.preview);
  shield.hidden = true;
  let hovered: Element | null = null;
  let chosen: Element | null = null;
  let place: { element: Element; position: Place["position"] } | null = null;

  function draw(): void {
    outline(boxes.hover, hovered === chosen ? null : hovered);
    outline(boxes.chosen, place ? null : chosen);
    outlinePlace(boxes.preview, place);
  }

  function under({ clientX, clientY }: MouseEvent): Element | null {
    shield.style.pointerEvents = "none";
    const element = document.elementFromPoint(clientX, clientY);
    shield.style.pointerEvents = "";
    return element;
  }

  // At the window, before any listener of the page: it would see clicks on our host otherwise.
  for (const type of BLOCKED) {
    window.addEventListener(
      type,
      (event) => {
        if (event.composedPath()[0] !== shield) return;
        event.stopImmediatePropagation();
        event.preventDefault();
        if (!event.isTrusted || !(event instanceof MouseEvent)) return;
        const element = type === "pointermove" || type === "click" ? under(event) : null;
        if (!element) return;
        if (type === "click") on.chosen(element);
        else if (element !== hovered) on.moved(element);
      },
      { capture: true, passive: false, signal },
    );
  }
  shield.addEventListener("wheel", (event) => scrollBelow(under(event), event), { passive: false, signal });
  const redraw = () => requestAnimationFrame(draw);
  window.addEventListener("scroll", redraw, { capture: true, passive: true, signal });
  window.addEventListener("resize", redraw, { passive: true, signal });

  return {
    active(yes) {
      shield.hidden = !yes;
      if (!yes) [hovered, chosen, place] = [null, null, null];
      draw();
    },
    mark(element, isChosen = false) {
      hovered = isChosen ? null : element;
      if (isChosen) chosen = element;
      draw();
    },
    preview(next, text) {
      place = next;
      chosen = next?.element ?? null;
      boxes.preview.textContent = text;
      draw();
    },
    marked: () => hovered ?? chosen,
    reveal() {
      (hovered ?? chosen)?.scrollIntoView({ block: "nearest" });
      draw();
      const box = [boxes.preview, boxes.hover, boxes.chosen].find(({ hidden }) => !hidden);
      const panel = host.root.querySelector(".teach");
      if (!box || !panel) return false;
      const reach = () => covered(box.getBoundingClientRect(), panel.getBoundingClientRect());
      window.scrollBy(0, reach());
      draw();
      return reach() > 0;
    },
  };
}

/** How far a box reaches under the panel, in CSS pixels; 0 where the two lie side by side. */
function covered(box: DOMRect, panel: DOMRect): number {
  const isApart =
    box.right <= panel.left || box.left >= panel.right || box.bottom <= panel.top || box.top >= panel.bottom;
  return isApart ? 0 : box.bottom - panel.top + 8;
}

function div(name: string): HTMLDivElement {
  const element = document.createElement("div");
  element.className = name;
  return element;
}

function outline(box: HTMLElement, element: Element | null): void {
  box.hidden = !element?.isConnected;
  if (element) frame(box, element.getBoundingClientRect());
}

function outlinePlace(
  box: HTMLElement,
  place: { element: Element; position: Place["position"] } | null,
): void {
  box.hidden = !place?.element.isConnected;
  if (!place) return;
  const { left, top, width, bottom } = place.element.getBoundingClientRect();
  const y = {
    before: top - PREVIEW_HEIGHT,
    prepend: top,
    append: bottom - PREVIEW_HEIGHT,
    after: bottom,
  }[place.position];
  // On the screen, wherever the element ends.
  const shown = Math.min(Math.max(y, 0), innerHeight - PREVIEW_HEIGHT);
  frame(box, new DOMRect(left, shown, width, PREVIEW_HEIGHT));
}

function frame(box: HTMLElement, { left, top, width, height }: DOMRect): void {
  box.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
}

/** The shield belongs to the window: parts of the page that scroll by themselves are scrolled from here. */
function scrollBelow(element: Element | null, event: WheelEvent): void {
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    const scrolls = at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY);
    if (!scrolls) continue;
    at.scrollBy(event.deltaX, event.deltaY);
    event.preventDefault();
    return;
  }
}
