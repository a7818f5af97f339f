import { demo } from "../fixtures";
import { watchConsole } from "./driver";
import { expect, test, textOf } from "./fixtures";

test("the options open, section by section, and nothing complains", async ({
  firefox,
  openOwn,
  portal,
  scheduler,
  configure,
}) => {
  const complaints = watchConsole(firefox);
  await configure(demo(portal, scheduler));
  const options = await openOwn("options.html");
  for (const [section, shown] of [
    ["technicians", "rob@example.com"],
    ["portals", "Example Help Desk"],
    ["sharing", new URL(scheduler.origin).host],
    ["my-link", "Save booking link"],
    ["welcome", "Three steps"],
    ["backup", "Configuration file"],
  ]) {
    await options.locator(`nav a[href="#${section}"]`).click();
    await options.waitForSelector(`nav a[href="#${section}"][aria-current="page"]`);
    await options.waitForSelector(`main ::-p-text(${shown})`);
  }
  expect(await complaints(options)).toEqual([]);
});

test("the popup says whom the card on the tab names, and nothing complains", async ({
  firefox,
  openOwn,
  tab,
  portal,
  scheduler,
  configure,
}) => {
  const complaints = watchConsole(firefox);
  await configure(demo(portal, scheduler));
  const options = await openOwn("options.html");
  await tab.goto(`${portal.origin}/agent/tickets/123`);
  expect(await textOf(tab, "callcard-card >>> .text")).toContain("tess@example.com");
  await tab.bringToFront();
  // No driver gets hold of a popup, but the extension's other pages do.
  await options.evaluate(() => browser.action.openPopup());
  const popups = () =>
    options.evaluate(() => {
      const windows = browser.extension.getViews({ type: "popup" }) as unknown as Window[];
      return windows.map(({ document }) => document.body.textContent);
    });
  await expect
    .poll(popups)
    .toEqual([expect.stringMatching(/Tess Tech.*The card is on this page.*Ticket #123/s)]);
  expect(await complaints(options)).toEqual([]);
});
