import { type Browser, browser } from "wxt/browser";
import type { PageDefinition } from "../ticket/page-definition";
import { Draft, newDraft } from "../ticket/teach/draft";
import { portals } from "./items";
import { isGranted, pattern } from "./permissions";
import { findPortal, type Portal } from "./portal";

type Sender = Browser.runtime.MessageSender;

const KEY = "teaching";
const SCRIPT_ID = "picker";
const SCRIPT_FILE = "/picker.js" as const;
const MAX_PAGES = 20;

/**
 * Begins to teach a portal: the picker comes to the tab at once, and to each page of the portal until the draft is saved or
 * dropped, so that it is there on the second ticket. A draft of this portal that waits for its check is continued.
 * @returns whether there is such a portal, and access to it
 */
export async function startTeaching(where: { tab: number } | { portal: string }): Promise<boolean> {
  const [portal, tab] =
    "tab" in where ? await portalOfTab(where.tab) : [await portalById(where.portal), null];
  if (!portal || !(await isGranted(portal.origin))) return false;
  const present = await readDraft();
  const goesOn = present?.portal === portal.id && present.phase === "check";
  await browser.storage.session.set({ [KEY]: goesOn ? present : newDraft(portal.id, tab) });
  await register(portal.origin);
  if (tab === null) await browser.tabs.create({ url: `${portal.origin}${portal.basePath}/` });
  else await browser.scripting.executeScript({ target: { tabId: tab }, files: [SCRIPT_FILE] });
  return true;
}

/** The draft, for a picker that may go on with it here: on the portal, and while pointing in the same tab only. */
export async function findDraft(sender: Sender): Promise<{ draft: Draft; basePath: string } | null> {
  const draft = await readDraft();
  const url = sender.url;
  if (!draft || url === undefined || sender.tab?.id === undefined || sender.frameId !== 0) return null;
  const portal = findPortal(await portals.read(), new URL(url));
  if (portal?.id !== draft.portal || (draft.phase === "point" && draft.tab !== sender.tab.id)) return null;
  return { draft, basePath: portal.basePath };
}

/** Keeps what was pointed at so far. */
export async function keepDraft(draft: Draft, sender: Sender): Promise<void> {
  const present = await findDraft(sender);
  if (!present || present.draft.portal !== draft.portal) return;
  await browser.storage.session.set({ [KEY]: { ...draft, tab: sender.tab?.id ?? null } });
}

/** Ends the teaching without a result. */
export async function dropDraft(sender: Sender): Promise<void> {
  if (await findDraft(sender)) await end();
}

/**
 * Saves a taught page, before the portal's other pages and the preset's; it takes the place of one with the same address.
 * @returns whether it was saved
 * @throws when the browser refuses (disk full)
 */
export async function saveTaught(page: PageDefinition, sender: Sender): Promise<boolean> {
  const present = await findDraft(sender);
  if (present?.draft.phase !== "check") return false;
  const { portal } = present.draft;
  let saved = false;
  await portals.update((all) =>
    all.map((one) => {
      if (one.id !== portal) return one;
      saved = true;
      const others = (one.pages ?? []).filter(({ url }) => url !== page.url);
      return { ...one, pages: [page, ...others].slice(0, MAX_PAGES) };
    }),
  );
  if (saved) await end();
  return saved;
}

async function readDraft(): Promise<Draft | null> {
  const stored = await browser.storage.session.get(KEY);
  return Draft.safeParse(stored[KEY]).data ?? null;
}

async function portalOfTab(tab: number): Promise<[Portal | null, number]> {
  const { url } = await browser.tabs.get(tab);
  return [url ? findPortal(await portals.read(), new URL(url)) : null, tab];
}

async function portalById(id: string): Promise<Portal | null> {
  return (await portals.read()).find((portal) => portal.id === id) ?? null;
}

/** For this portal, until the end: a listener for tabs would wake the background at every page of every site. */
async function register(origin: string): Promise<void> {
  await unregister();
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT_ID,
      js: [SCRIPT_FILE],
      matches: [pattern(origin)],
      runAt: "document_idle",
      persistAcrossSessions: false,
    },
  ]);
}

async function unregister(): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
}

async function end(): Promise<void> {
  await browser.storage.session.remove(KEY);
  await unregister();
}
