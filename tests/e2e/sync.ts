import type { Page } from "@playwright/test";

/** Stops the background, as the browser does when it has nothing to do. */
export async function stopWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}

/** Lets a quarter of an hour pass since the accounts were asked, and the alarm ring. @param ours a page of the extension */
export async function ringSync(ours: Page): Promise<void> {
  await ours.evaluate(async () => {
    const { looks = {} } = await chrome.storage.local.get("looks");
    const passed = Object.entries(looks as Record<string, object>).map(([id, look]) => [
      id,
      { ...look, at: new Date(Date.now() - 15 * 60_000).toISOString(), notBefore: null },
    ]);
    await chrome.storage.local.set({ looks: Object.fromEntries(passed) });
    await chrome.alarms.create("sync", { when: Date.now(), periodInMinutes: 15 });
  });
}

/** What content scripts can read of the extension's storage. @param ours a page of the extension */
export function nearPages(ours: Page): Promise<string> {
  return ours.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
}
