import { beforeEach } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { getMessage } from "../i18n";
import { queueingLocks } from "./locks";

// What browsers have and Node 20 has not.
if (!("URLPattern" in globalThis)) await import("urlpattern-polyfill");
if (!globalThis.navigator?.locks) {
  Object.defineProperty(globalThis, "navigator", { value: { locks: queueingLocks() }, configurable: true });
}

// Browsers hand out copies of what is stored, and leave missing keys out of the answer; the fake does neither.
for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session]) {
  const get = area.get.bind(area);
  area.get = async (keys?: Parameters<typeof get>[0]) =>
    JSON.parse(JSON.stringify(await get(keys))) as Record<string, unknown>;
}

fakeBrowser.i18n.getMessage = getMessage as typeof fakeBrowser.i18n.getMessage;

beforeEach(() => fakeBrowser.reset());
