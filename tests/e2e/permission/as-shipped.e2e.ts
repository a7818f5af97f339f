import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { startDemoPortal } from "../../portals/demo/server";
import { startCalCom } from "../../scheduler/cal-com";
import { buildExtension } from "../../setup/build";
import { startChromium } from "../../setup/chromium";
import { bookFirstSlot, cardOf, demo, dialogOf } from "../fixtures";

/** Where "Allow" stands in Chromium's prompt on a screen of 1280×800, the window filling it. */
const ALLOW = { x: 824, y: 259 };

test("the build as shipped: nothing is granted at install; one portal is, by the browser's own prompt", async () => {
  const extension = await buildExtension("shipped");
  const [portal, scheduler] = await Promise.all([startDemoPortal(), startCalCom()]);
  const chromium = await startChromium({ extension, headless: false, viewport: null });
  const { context, worker, extensionId } = chromium;
  try {
    const granted = () => worker.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);
    const registered = () => worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
    expect(await granted()).toEqual([]);
    expect(await registered()).toBe(0);

    // First run: the welcome page opens by itself.
    await expect.poll(() => context.pages().some((page) => page.url().endsWith("options.html#welcome"))).toBe(true);

    const ticket = await context.newPage();
    await ticket.goto(`${portal.origin}/agent/tickets/123`);
    const options = await context.newPage();
    await options.goto(`chrome-extension://${extensionId}/options.html#portals`);
    await options.getByLabel("Address of the portal").fill(`${portal.origin}/agent/tickets/123`);
    await options.getByRole("button", { name: "Add portal" }).click();
    await clickAllow(granted);
    expect(await granted()).toEqual([`${portal.origin}/*`]);
    await expect.poll(registered).toBe(1);

    await options.goto(`chrome-extension://${extensionId}/options.html#backup`);
    const { portals: _, ...configuration } = demo(portal, scheduler) as { portals: object[] };
    expect(configuration).toBeDefined();
  } finally {
    await chromium.close();
    await Promise.all([portal.close(), scheduler.close()]);
  }
});
