import { type Direction, walk } from "../../lib/ticket/teach/walk";
import type { ShadowHost } from "../overlay.content/shadow-host";

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: "parent",
  ArrowDown: "child",
  ArrowLeft: "previous",
  ArrowRight: "next",
};

/** The arrow keys walk through the page from the panel; Escape leaves. Enter belongs to the panel's buttons. */
export function followKeys(
  host: ShadowHost,
  on: { isPointing(): boolean; from(): Element | null; walked(element: Element): void; leave(): void },
  signal: AbortSignal,
): void {
  host.root.addEventListener(
    "keydown",
    (event) => {
      const direction = DIRECTIONS[event.key];
      if (!direction || !on.isPointing() || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault(); // the panel does not scroll
      const from = on.from();
      const element = from?.isConnected ? walk(from, direction) : beginning();
      if (element) on.walked(element);
    },
    { signal },
  );
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !event.isTrusted) return;
      if (!on.isPointing() && event.composedPath()[0] !== host.element && !isInside(host, event)) return;
      event.stopImmediatePropagation();
      on.leave();
    },
    { capture: true, signal },
  );
}

function isInside({ root }: ShadowHost, event: Event): boolean {
  return event.composedPath().includes(root);
}

/** Where walking begins when nothing is marked. */
function beginning(): Element {
  return document.querySelector("main h1, h1, main, [role=main]") ?? document.body;
}
