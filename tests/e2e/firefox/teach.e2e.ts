import type { Page } from "puppeteer-core";
import { demo } from "../fixtures";
import { expect, test, textOf } from "./fixtures";

const HEADING = "callcard-picker >>> h3";

/** Presses Enter once a step of the panel is there. */
async function enterAt(tab: Page, heading: string): Promise<void> {
  await expect.poll(() => textOf(tab, HEADING)).toBe(heading);
  await tab.keyboard.press("Enter");
}

test("an unknown portal is taught by keyboard, checked on a second ticket, and has its card", async ({
  tab,
  portal,
  scheduler,
  configure,
  openOwn,
}) => {
  const configuration = demo(portal, scheduler) as { portals: Record<string, unknown>[] };
  for (const one of configuration.portals) delete one.pages;
  await configure(configuration);
  await tab.goto(`${portal.origin}/unknown/cases/HD-123`);
  const options = await openOwn("options.html");
  await options.evaluate(`(async () => {
    const [tab] = await browser.tabs.query({ url: "http://127.0.0.1/*" }); // patterns have no ports
    await browser.runtime.sendMessage({ type: "startTeaching", where: { tab: tab.id } });
  })()`);
  await tab.bringToFront();

  expect(await textOf(tab, "callcard-picker >>> .read .value")).toBe("Tess Tech");
  await enterAt(tab, "Point at the person in charge");
  await enterAt(tab, "Point at the ticket number");
  await enterAt(tab, "Where should the card go?");
  await enterAt(tab, "This is what CallCard reads here");
  await expect.poll(() => textOf(tab, HEADING)).toBe("Now open another ticket");

  await tab.goto(`${portal.origin}/unknown/cases/HD-126`);
  expect(await textOf(tab, 'callcard-picker >>> li[data-field="assignee"] .value')).toBe("Rob Remote");
  await enterAt(tab, "Is this right on this ticket, too?");
  await expect.poll(() => textOf(tab, HEADING)).toBe("Saved");
  expect(await textOf(tab, "callcard-card >>> .text")).toContain("rob@example.com");
});
