import { browser } from "wxt/browser";
import * as z from "zod/mini";

/**
 * Portals whose pages were seen to block calendars (`Cross-Origin-Embedder-Policy: require-corp`). No message says so,
 * only silence: the next click need not wait for it once more. Kept until the browser closes, for a day at most, since
 * headers change.
 */
const DAY = 24 * 60 * 60 * 1000;
const key = (portal: string) => `frame-blocked:${portal}`;
const SeenAt = z.number();

/** @param portal its origin */
export async function rememberBlockedFrame(portal: string, now: Date): Promise<void> {
  await browser.storage.session.set({ [key(portal)]: now.getTime() });
}

/** Whether the portal's pages blocked a calendar within the last day. */
export async function isFrameBlocked(portal: string, now: Date): Promise<boolean> {
  const stored = await browser.storage.session.get(key(portal));
  const seenAt = SeenAt.safeParse(stored[key(portal)]).data;
  return seenAt !== undefined && Math.abs(now.getTime() - seenAt) < DAY;
}
