import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { portals } from "../../../lib/settings/items";
import { newPortal } from "../../../lib/settings/portal";
import { syncOverlay } from "../../../lib/settings/register-overlay";

interface Script {
  id: string;
  matches: string[];
  allFrames?: boolean;
}

let registered: Map<string, Script>;
let refused: Set<string>;
const inject = vi.fn(async (_: { target: { tabId: number; allFrames?: boolean } }) => []);
const query = vi.fn(async ({ url }: { url?: string[] }) => (url ?? []).map((_, id) => ({ id })));

beforeEach(() => {
  registered = new Map();
  refused = new Set();
  vi.clearAllMocks();
  const put = async (scripts: Script[]) => {
    for (const script of scripts) registered.set(script.id, { ...registered.get(script.id), ...script });
  };
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => !origins.some((one) => refused.has(one)),
    },
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        ids.flatMap((id) => registered.get(id) ?? []),
      registerContentScripts: put,
      updateContentScripts: put,
      unregisterContentScripts: async ({ ids }: { ids: string[] }) =>
        void ids.map((id) => registered.delete(id)),
      executeScript: inject,
    },
  });
  Object.assign(fakeBrowser.tabs, { query, sendMessage: async () => undefined });
});

const add = (origin: string, preset?: string) =>
  portals.update((all) => [
    ...all,
    { ...newPortal({ origin, basePath: "" }, all), ...(preset ? { preset } : {}) },
  ]);
const matches = () => ({
  top: registered.get("overlay")?.matches ?? [],
  frames: registered.get("overlay-frames")?.matches ?? [],
});
const injected = () => inject.mock.calls.map(([{ target }]) => target.allFrames);

const HELP = "https://help.example.com";
const NOW = "https://now.example.com";

test("every frame of portals whose product or host keeps tickets in frames, the tab's own document of the others", async () => {
  await add(HELP);
  await add(NOW, "servicenow");
  await add("https://ww5.autotask.net");
  await add("https://example.service-now.com", "redmine"); // what is configured comes before the host
  await syncOverlay();
  expect(matches()).toEqual({
    top: ["https://example.service-now.com/*", `${HELP}/*`],
    frames: [`${NOW}/*`, "https://ww5.autotask.net/*"],
  });
  expect(registered.get("overlay")?.allFrames).toBe(false);
  expect(registered.get("overlay-frames")?.allFrames).toBe(true);
});

test("a product that becomes known moves its site, and open tabs get the overlay in their frames", async () => {
  await add(HELP);
  await add(NOW);
  await syncOverlay();
  expect(matches()).toEqual({ top: [`${HELP}/*`, `${NOW}/*`], frames: [] });
  expect(injected()).toEqual([false, false]);
  inject.mockClear();

  await portals.update((all) =>
    all.map((one) => (one.origin === NOW ? { ...one, preset: "servicenow" } : one)),
  );
  await syncOverlay();
  expect(matches()).toEqual({ top: [`${HELP}/*`], frames: [`${NOW}/*`] });
  expect(query).toHaveBeenLastCalledWith({ url: [`${NOW}/*`] });
  expect(injected()).toEqual([true]);
});

test("a permission that is taken back ends both, and no other", async () => {
  await add(HELP);
  await add(NOW, "servicenow");
  await syncOverlay();
  refused.add(`${NOW}/*`);
  await syncOverlay();
  expect(matches()).toEqual({ top: [`${HELP}/*`], frames: [] });
  refused.add(`${HELP}/*`);
  await syncOverlay();
  expect(registered.size).toBe(0);
});

test("after an update every open tab gets a new one, in frames where there was one in frames", async () => {
  await add(HELP);
  await add(NOW, "servicenow");
  await syncOverlay();
  inject.mockClear();
  await syncOverlay();
  expect(inject).not.toHaveBeenCalled();
  await syncOverlay(true);
  expect(injected()).toEqual([false, true]);
});
