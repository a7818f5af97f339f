import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { portals } from "../../../lib/settings/items";
import { newPortal } from "../../../lib/settings/portal";
import { dropDraft, findDraft, keepDraft, saveTaught, startTeaching } from "../../../lib/settings/teaching";
import { PageDefinition } from "../../../lib/ticket/page-definition";

type Sender = Browser.runtime.MessageSender;

const TAB = 4;
const PAGE = "https://help.example.com/t/7";
const from = (url = PAGE, tab: number | undefined = TAB, frameId = 0): Sender =>
  ({ id: "x", url, frameId, ...(tab !== undefined && { tab: { id: tab } }) }) as unknown as Sender;
const page = (url = "/t/:id(\\d+)") => PageDefinition.parse({ kind: "ticket", url, fields: {} });

let granted = true;
let scripts: { id: string }[] = [];
const inject = vi.fn(async () => []);
const createTab = vi.fn(async () => ({}));

beforeEach(async () => {
  granted = true;
  scripts = [];
  inject.mockClear();
  createTab.mockClear();
  // Parts of the browser that WXT's fake leaves out.
  Object.assign(fakeBrowser, {
    permissions: { contains: async () => granted },
    scripting: {
      executeScript: inject,
      getRegisteredContentScripts: async () => scripts,
      registerContentScripts: async (added: typeof scripts) => {
        scripts = added;
      },
      unregisterContentScripts: async () => {
        scripts = [];
      },
    },
  });
  Object.assign(fakeBrowser.tabs, { get: async () => ({ url: PAGE }), create: createTab });
  const help = { ...newPortal({ origin: "https://help.example.com", basePath: "" }, []), id: "help" };
  await portals.write([{ ...help, pages: [page("/old/:id")] }]);
});

async function inCheck(): Promise<void> {
  await startTeaching({ tab: TAB });
  const found = await findDraft(from());
  if (found) await keepDraft({ ...found.draft, phase: "check" }, from());
}

describe("starting", () => {
  test("from a tab: the picker comes at once, and to the portal's next pages", async () => {
    expect(await startTeaching({ tab: TAB })).toBe(true);
    expect(inject).toHaveBeenCalledWith({ target: { tabId: TAB }, files: ["/picker.js"] });
    expect(scripts).toMatchObject([{ id: "picker", persistAcrossSessions: false }]);
  });
  test("from the options: in any tab, the portal is opened", async () => {
    expect(await startTeaching({ portal: "help" })).toBe(true);
    expect(createTab).toHaveBeenCalledWith({ url: "https://help.example.com/" });
    expect((await findDraft(from(PAGE, 9)))?.draft.phase).toBe("start");
  });
  test("not without access, and not elsewhere", async () => {
    expect(await startTeaching({ portal: "other" })).toBe(false);
    granted = false;
    expect(await startTeaching({ tab: TAB })).toBe(false);
    expect(scripts).toEqual([]);
  });
  test("a draft that waits for its check goes on", async () => {
    await inCheck();
    await startTeaching({ tab: 9 });
    expect((await findDraft(from(PAGE, 9)))?.draft.phase).toBe("check");
  });
});

describe("the draft is for", () => {
  test.each<[string, Sender, boolean]>([
    ["its tab", from(), true],
    ["no other tab, while pointing", from(PAGE, 9), false],
    ["no other site", from("https://evil.example/t/7"), false],
    ["no frame", from(PAGE, TAB, 2), false],
  ])("%s", async (_, sender, isFound) => {
    await startTeaching({ tab: TAB });
    expect((await findDraft(sender)) !== null).toBe(isFound);
  });
  test("any tab of the portal, when it waits for another ticket", async () => {
    await inCheck();
    expect(await findDraft(from(PAGE, 9))).not.toBeNull();
    expect(await findDraft(from("https://evil.example/t/7", 9))).toBeNull();
  });
});

describe("saving", () => {
  test("puts the page before the others, and ends the teaching", async () => {
    await inCheck();
    expect(await saveTaught(page(), from())).toBe(true);
    const [portal] = await portals.read();
    expect(portal?.pages?.map(({ url }) => url)).toEqual(["/t/:id(\\d+)", "/old/:id"]);
    expect(await findDraft(from())).toBeNull();
    expect(scripts).toEqual([]);
  });
  test("takes the place of a page with the same address", async () => {
    await inCheck();
    await saveTaught(page("/old/:id"), from());
    expect((await portals.read())[0]?.pages).toHaveLength(1);
  });
  test.each<[string, () => Promise<unknown>, Sender]>([
    ["before a second ticket", () => startTeaching({ tab: TAB }), from()],
    ["from another site", inCheck, from("https://evil.example/t/7")],
    ["without a draft", async () => undefined, from()],
  ])("not %s", async (_, prepare, sender) => {
    await prepare();
    expect(await saveTaught(page(), sender)).toBe(false);
    expect((await portals.read())[0]?.pages).toHaveLength(1);
  });
});

test("another site can neither change nor drop the draft", async () => {
  await inCheck();
  const found = await findDraft(from());
  if (!found) throw new Error("no draft");
  const evil = from("https://evil.example/t/7");
  await keepDraft({ ...found.draft, audience: "customer" }, evil);
  await dropDraft(evil);
  expect((await findDraft(from()))?.draft.audience).toBe("agent");
  await dropDraft(from());
  expect(await findDraft(from())).toBeNull();
});
