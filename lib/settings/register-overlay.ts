import { browser } from "wxt/browser";
import { portals } from "./items";
import { isGranted, pattern } from "./permissions";

const SCRIPT_ID = "overlay";
const SCRIPT_FILE = "/content-scripts/overlay.js";

let queue: Promise<void> = Promise.resolve();

/**
 * Brings the overlay's registration in line with the portals and what the browser grants: registered for exactly the
 * granted portals, injected into their open tabs, gone everywhere else. Calls run one after the other.
 * @param refresh inject into tabs that have an overlay already (after install or update: the old one is an orphan)
 */
export function syncOverlay(refresh = false): Promise<void> {
  queue = queue.catch(() => undefined).then(() => sync(refresh));
  return queue;
}

async function sync(refresh: boolean): Promise<void> {
  const origins = [...new Set((await portals.read()).map(({ origin }) => origin))];
  const granted: string[] = [];
  for (const origin of origins) if (await isGranted(origin)) granted.push(origin);
  const matches = [...new Set(granted.map(pattern))].sort();

  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  const before = registered?.matches ?? [];
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  } else if (!registered) {
    await browser.scripting.registerContentScripts([
      { id: SCRIPT_ID, js: [SCRIPT_FILE], matches, runAt: "document_idle", persistAcrossSessions: true },
    ]);
  } else if (before.join() !== matches.join()) {
    await browser.scripting.updateContentScripts([{ id: SCRIPT_ID, js: [SCRIPT_FILE], matches }]);
  }

  await tellTabs(granted);
  const added = refresh ? matches : matches.filter((match) => !before.includes(match));
  if (added.length > 0) await injectInto(added);
}

async function tellTabs(origins: string[]): Promise<void> {
  const tabs = await browser.tabs.query({});
  // Tabs without an overlay do not answer; that is what most tabs do.
  await Promise.allSettled(
    tabs.map(
      ({ id }) => id !== undefined && browser.tabs.sendMessage(id, { type: "grantedOrigins", origins }),
    ),
  );
}

async function injectInto(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  // A tab may close, or show the browser's own error page, between the query and the injection.
  await Promise.allSettled(
    tabs.map(({ id, discarded }) =>
      id === undefined || discarded
        ? undefined
        : browser.scripting.executeScript({ target: { tabId: id }, files: [SCRIPT_FILE] }),
    ),
  );
}
