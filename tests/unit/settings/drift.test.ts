import { beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { drifts, driftText, markDriftSeen, noteDrift, showBadge } from "../../../lib/settings/drift";

const PAGE = "/Ticket/Display.html?id=:id(\\d+)";
const portal = { id: "help", name: "Help desk" };
const changed = { preset: "request-tracker", page: PAGE, missing: "assignee" } as const;
let version = "0.1.0";

beforeEach(() => {
  version = "0.1.0";
  vi.spyOn(fakeBrowser.runtime, "getManifest").mockImplementation(() => ({
    manifest_version: 3,
    name: "CallCard",
    version,
  }));
});

test("it is kept by the product's name, or by the portal's for pages of its own", async () => {
  await noteDrift(portal, changed);
  await noteDrift(portal, { ...changed, preset: null, missing: "ticket" });
  const texts = (await drifts.read()).map(driftText);
  expect(texts).toEqual([
    "Request Tracker’s page has changed: CallCard no longer finds who is in charge.",
    "Help desk’s page has changed: CallCard no longer finds the ticket on it.",
  ]);
});

describe("it is said once", () => {
  const unseen = async () => (await drifts.read()).filter(({ seen }) => !seen).length;

  test("for a portal, a page and a version", async () => {
    await noteDrift(portal, changed);
    await noteDrift(portal, changed);
    expect(await unseen()).toBe(1);
    await noteDrift({ ...portal, id: "other" }, changed);
    await noteDrift(portal, { ...changed, page: "/other/:id" });
    expect(await unseen()).toBe(3);
    await markDriftSeen();
    await noteDrift(portal, changed);
    expect(await unseen()).toBe(0);
    version = "0.2.0";
    await noteDrift(portal, changed);
    expect(await unseen()).toBe(1);
  });

  test("until that page works again", async () => {
    await noteDrift(portal, changed);
    await noteDrift(portal, { ...changed, page: "/other/:id" });
    await markDriftSeen({ portal: "help", page: PAGE });
    expect((await drifts.read()).map(({ seen }) => seen)).toEqual([true, false]);
  });

  test("and never more than fifty are kept", async () => {
    for (let n = 0; n < 60; n++) await noteDrift(portal, { ...changed, page: `/p${n}/:id` });
    expect(await drifts.read()).toHaveLength(50);
  });
});

test("the toolbar button has a mark while there is something to read", async () => {
  const text = vi.spyOn(browser.action, "setBadgeText").mockResolvedValue();
  const title = vi.spyOn(browser.action, "setTitle").mockResolvedValue();
  await noteDrift(portal, changed);
  await showBadge(await drifts.read());
  expect(text).toHaveBeenLastCalledWith({ text: "!" });
  expect(title).toHaveBeenLastCalledWith({ title: expect.stringContaining("Request Tracker") });
  await markDriftSeen();
  await showBadge(await drifts.read());
  expect(text).toHaveBeenLastCalledWith({ text: "" });
  expect(title).toHaveBeenLastCalledWith({ title: "CallCard" });
});
