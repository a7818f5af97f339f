import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "../fixtures";

/** Stops the background, as the browser does when it has nothing to do, or when it pleases. */
export async function stopBackground(context: BrowserContext): Promise<void> {
  const [page] = context.pages();
  if (!page) return;
  const session = await context.newCDPSession(page);
  // Once: whoever waits for its answer may start it again at once.
  const stopped = new Promise<void>((resolve) => {
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === "stopped")) resolve();
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await stopped;
  await session.detach();
}

/** Starts it, by something that is no message of ours. */
export async function wakeBackground(own: Page): Promise<void> {
  await own.evaluate(() => chrome.runtime.sendMessage({ type: "wake" }).catch(() => null));
}

/**
 * Where the background stands still, since the browser does not answer: when it keeps a session, takes a lock, tells the
 * tab, opens its store, or writes what the card shows.
 */
export type Place = "session" | "lock" | "tab" | "store" | "card";

/** Starts the background anew, and has it stand still at a place. @returns waits until it has come there */
export async function holdBackground(own: Page, place: Place): Promise<() => Promise<void>> {
  const [worker] = own.context().serviceWorkers(); // the same one for Playwright, however often it is started
  if (!worker) throw new Error("There is no background.");
  await stopBackground(own.context());
  await wakeBackground(own);
  await worker.evaluate((place) => {
    const state = Object.assign(globalThis, { isHeld: false });
    const never = () => {
      state.isHeld = true;
      return new Promise<never>(() => {});
    };
    if (place === "session") chrome.storage.session.set = never;
    if (place === "card") Object.assign(chrome.storage.local, { set: never, remove: never });
    if (place === "tab") chrome.tabs.sendMessage = never;
    if (place === "lock") LockManager.prototype.request = never;
    if (place === "store")
      IDBFactory.prototype.open = () => {
        state.isHeld = true;
        return Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
      };
  }, place);
  return () =>
    expect.poll(() => worker.evaluate(() => (globalThis as { isHeld?: boolean }).isHeld)).toBe(true);
}
