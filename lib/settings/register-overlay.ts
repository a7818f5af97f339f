import { browser } from "wxt/browser";
import { needsFrames } from "../ticket/needs-frames";
import { portals } from "./items";
import { isGranted, pattern } from "./permissions";

const SCRIPT_FILE = "/content-scripts/overlay.js";

/** The overlay is registered twice, for different sites: in the tab's own document, and in every frame, too. */
const SCRIPTS = [
  { id: "overlay", allFrames: false },
  { id: "overlay-frames", allFrames: true },
] as const;

let queue: Promise<void> = Promise.resolve();

/**
 * Brings the overlay's registrations in line with the portals and what the browser grants: registered for exactly the
 * granted portals, injected into their open tabs, gone everywhere else. Calls run one after the other.
 * @param refresh inject into tabs that have an overlay already (after install or update: the old one is an orphan)
 */
export function syncOverlay(refresh = false): Promise<void> {
  queue = queue.catch(() => undefined).then(() => sync(refresh));
  return queue;
}

async function sync(refresh: boolean): Promise<void> {
  const granted: string[] = [];
  const inFrames = new Set<string>();
  for (const portal of await portals.read()) {
    if (!(await isGranted(portal.origin))) continue;
    granted.push(portal.origin);
    if (needsFrames(portal)) inFrames.add(pattern(portal.origin));
  }
  const all = [...new Set(granted.map(pattern))].sort();

  // First away, then there: no document gets two.
  const wanted = SCRIPTS.map((script) => ({
    ...script,
    matches: all.filter((match) => inFrames.has(match) === script.allFrames),
  }));
  const added = [];
  for (const script of wanted) added.push({ ...script, matches: await register(script, refresh) });
  await tellTabs(granted);
  for (const { matches, allFrames } of added) if (matches.length > 0) await injectInto(matches, allFrames);
}

interface Script {
  id: string;
  allFrames: boolean;
  matches: string[];
}

/** @returns the sites whose open tabs need an injection */
async function register({ id, allFrames, matches }: Script, refresh: boolean): Promise<string[]> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const before = registered?.matches ?? [];
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] });
  } else if (!registered) {
    await browser.scripting.registerContentScripts([
      { id, js: [SCRIPT_FILE], matches, allFrames, runAt: "document_idle", persistAcrossSessions: true },
    ]);
  } else if (before.join() !== matches.join()) {
    await browser.scripting.updateContentScripts([{ id, js: [SCRIPT_FILE], matches, allFrames }]);
  }
  return refresh ? matches : matches.filter((match) => !before.includes(match));
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

async function injectInto(matches: string[], allFrames: boolean): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  // A tab may close, or show the browser's own error page, between the query and the injection.
  await Promise.allSettled(
    tabs.map(({ id, discarded }) =>
      id === undefined || discarded
        ? undefined
        : browser.scripting.executeScript({ target: { tabId: id, allFrames }, files: [SCRIPT_FILE] }),
    ),
  );
}
