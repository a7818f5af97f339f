import { browser } from "wxt/browser";
import type { Step } from "../../lib/booking/insights/counter";
import { sendToBackground } from "../../lib/messages";
import { counting } from "../../lib/settings/items";
import type { Ticket } from "../../lib/ticket/ticket";

type Which = Pick<Ticket, "portal" | "id">;

/** The page comes first; but one that never rests is counted, too. In milliseconds. */
const AT_LATEST = 10_000;

/**
 * Tells the background what is to be counted: each ticket once while the document lives, when the page has nothing else to
 * do, and only while counting is on. A card in a tab that nobody has looked at yet is not shown.
 */
export function createCount(tell = tellBackground) {
  const counted = new Set<string>();
  const waiting = new Set<number>();
  let unseen: (() => void) | null = null;

  function count(step: Step, { portal, id }: Which, technician: string): void {
    const key = `${step} ${portal} ${id}`;
    if (counted.has(key)) return;
    counted.add(key);
    const handle = requestIdleCallback(
      () => {
        waiting.delete(handle);
        void tell(step, technician).catch(() => undefined); // updated or removed meanwhile
      },
      { timeout: AT_LATEST },
    );
    waiting.add(handle);
  }

  function onVisible(): void {
    if (document.visibilityState !== "visible") return;
    unseen?.();
    unseen = null;
  }
  document.addEventListener("visibilitychange", onVisible);

  return {
    /** A card stands on the page. */
    shown(ticket: Which, technician: string): void {
      unseen = () => count("shown", ticket, technician);
      onVisible();
    },
    /** No card stands there any more. */
    hidden(): void {
      unseen = null;
    },
    /** A calendar was opened; where that was from a list's row, its button was seen as well. */
    opened(ticket: Which, technician: string): void {
      count("shown", ticket, technician);
      count("opened", ticket, technician);
    },
    stop(): void {
      document.removeEventListener("visibilitychange", onVisible);
      for (const handle of waiting) cancelIdleCallback(handle);
    },
  };
}

async function tellBackground(step: Step, technician: string): Promise<void> {
  if (browser.runtime?.id && (await counting.read()))
    await sendToBackground({ type: "countCard", step, technician });
}
