import { startDemoPortal } from "../../portals/demo/server";
import { demo } from "../fixtures";
import { expect, newTab, test, textOf, textsOf } from "./fixtures";

test("an open tab gets its card when the portal is added, and loses it with the portal", async ({
  tab,
  portal,
  scheduler,
  configure,
  openOwn,
}) => {
  await tab.goto(`${portal.origin}/agent/tickets/123`);
  expect(await textsOf(tab, "callcard-card")).toEqual([]);
  await configure(demo(portal, scheduler));
  expect(await textOf(tab, "callcard-card >>> .text")).toContain("tess@example.com");

  const options = await openOwn("options.html#portals");
  await options.locator('button[aria-label="Remove Example Help Desk"]').click();
  await expect.poll(() => textsOf(tab, "callcard-card")).toEqual([]);
});

test("a portal at another port, which Firefox grants together: removing one leaves the other, undone it is back", async ({
  firefox,
  tab,
  portal,
  scheduler,
  configure,
  openOwn,
}) => {
  const second = await startDemoPortal();
  try {
    const configuration = demo(portal, scheduler) as { portals: object[] };
    configuration.portals.push({
      ...configuration.portals[0],
      id: "second",
      name: "Second",
      origin: second.origin,
    });
    await configure(configuration);
    const other = await newTab(firefox);
    for (const [page, { origin }] of [
      [tab, portal],
      [other, second],
    ] as const) {
      await page.goto(`${origin}/agent/tickets/123`);
      expect(await textOf(page, "callcard-card >>> .text")).toContain("tess@example.com");
    }
    const options = await openOwn("options.html#portals");
    await options.locator('button[aria-label="Remove Second"]').click();
    await expect.poll(() => textsOf(other, "callcard-card")).toEqual([]);
    await tab.reload();
    expect(await textOf(tab, "callcard-card >>> .text")).toContain("tess@example.com");
    await options.locator("button::-p-text(Undo)").click();
    expect(await textOf(other, "callcard-card >>> .text")).toContain("tess@example.com");
  } finally {
    await second.close();
  }
});

test("access taken away in Firefox takes the card away; allowed again, it is back without a reload", async ({
  tab,
  portal,
  scheduler,
  configure,
  openOwn,
}) => {
  await configure(demo(portal, scheduler));
  await tab.goto(`${portal.origin}/agent/tickets/123`);
  expect(await textOf(tab, "callcard-card >>> .text")).toContain("tess@example.com");

  const options = await openOwn("options.html#portals");
  // As the switch in about:addons does: to Firefox, all access to sites is optional.
  expect(await options.evaluate(() => browser.permissions.remove({ origins: ["http://127.0.0.1/*"] }))).toBe(
    true,
  );
  await expect.poll(() => textsOf(tab, "callcard-card")).toEqual([]);
  await options.locator('button[aria-label="Allow access to Example Help Desk"]').click();
  expect(await textOf(tab, "callcard-card >>> .text")).toContain("tess@example.com");
});
