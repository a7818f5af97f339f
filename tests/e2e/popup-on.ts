import type { Page } from "@playwright/test";
import type { ChromiumWithExtension } from "../setup/chromium";

/** The popup of a tab: its page in a tab beside it that is not active, so that the ticket's tab is the active one. */
export async function popupOn(page: Page, { worker, context }: ChromiumWithExtension): Promise<Page> {
  await page.bringToFront();
  const opened = context.waitForEvent("page");
  await worker.evaluate(() =>
    chrome.tabs.create({ url: chrome.runtime.getURL("/popup.html"), active: false }),
  );
  const popup = await opened;
  await popup.waitForURL(/popup\.html$/);
  return popup;
}
