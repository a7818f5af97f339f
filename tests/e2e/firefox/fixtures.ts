import { writeFile } from "node:fs/promises";
import type { ElementHandle, Frame, Page } from "puppeteer-core";
import { buildExtension } from "../../setup/build";
import { type FirefoxWithExtension, startFirefox } from "../../setup/firefox";
import { test as base, expect } from "../fixtures";
import { announceFrames } from "./driver";

interface WorkerFixtures {
  /** Folder of the tenant build for loopback. */
  extension: string;
}

interface TestFixtures {
  firefox: FirefoxWithExtension;
  /** An empty tab. */
  tab: Page;
  /** One of the extension's pages, in a tab of its own: `openOwn("options.html#technicians")`. */
  openOwn(path: string): Promise<Page>;
}

/** The tests' set-up for Firefox: Playwright's runner and the same servers, the browser driven by Puppeteer. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  extension: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use, { parallelIndex }) =>
      // A folder a worker: two builds at once do not get into each other's way.
      use(await buildExtension(`test-firefox-${parallelIndex}`, ["http://127.0.0.1"], "firefox")),
    { scope: "worker", timeout: 120_000 },
  ],
  firefox: [
    async ({ extension }, use) => {
      const firefox = await startFirefox({ extension });
      await use(firefox);
      await firefox.close();
    },
    { timeout: 300_000 }, // Firefox may have to be installed first
  ],
  tab: async ({ firefox }, use) => use(await newTab(firefox)),
  openOwn: ({ firefox }, use) =>
    use(async (path) => {
      const page = await newTab(firefox);
      // Firefox tells drivers no events of extension pages (bug 1755014), so there is no "load" to wait for here.
      await page.goto(firefox.extensionUrl(path), { waitUntil: [] });
      return page;
    }),
  /** Imports a configuration document through the options page, as a person does. */
  configure: ({ openOwn }, use, testInfo) =>
    use(async (document) => {
      const file = testInfo.outputPath("callcard.json");
      await writeFile(file, JSON.stringify(document));
      const options = await openOwn("options.html#backup");
      const input = await options.waitForSelector('input[type="file"]');
      await (input as NonNullable<typeof input>).uploadFile(file);
      await options.locator("button::-p-text(Import)").click();
      await options.waitForSelector("::-p-text(Imported.)");
      await options.close();
    }),
});

export { expect };

/** A tab in which waiting ends before the test does. */
export async function newTab({ browser }: FirefoxWithExtension): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/**
 * Waits for an element of a page, inside shadow roots, too. (Puppeteer's own waiting looks again when the document
 * changes, and the inside of a shadow root is no part of it.)
 */
async function find(page: Page | Frame, selector: string): Promise<ElementHandle> {
  await expect
    .poll(async () => (await textsOf(page, selector)).length, { message: selector })
    .toBeGreaterThan(0);
  const element = await page.$(selector);
  if (!element) throw new Error(`${selector} is gone again.`);
  return element;
}

/** Waits for an element. @returns its text */
export async function textOf(page: Page | Frame, selector: string): Promise<string> {
  return (await find(page, selector)).evaluate(({ textContent }) => textContent ?? "");
}

/** Texts of all elements of a selector now. */
export function textsOf(page: Page | Frame, selector: string): Promise<string[]> {
  return page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent ?? ""));
}

/** The document in a frame. */
async function documentIn(frame: ElementHandle | null): Promise<Frame> {
  const document = await frame?.contentFrame();
  if (!document) throw new Error("There is no document in this frame.");
  return document;
}

/** Clicks the card's button. @returns the calendar, two frames further in */
export async function openCalendar(
  page: Page | Frame,
  button = "callcard-card >>> button.primary",
): Promise<Frame> {
  return calendarIn(await openDialog(page, button));
}

/** Clicks the card's button. @returns our booking page in the dialog's frame */
export async function openDialog(
  page: Page | Frame,
  button = "callcard-card >>> button.primary",
): Promise<Frame> {
  await page.locator(button).click();
  return documentIn(await find(page, "callcard-dialog >>> iframe"));
}

/** The calendar in our booking page. */
export async function calendarIn(ours: Frame): Promise<Frame> {
  return documentIn(await ours.waitForSelector("iframe"));
}

/** Books the first free slot of the stand-in's calendar. @returns its time, ISO */
export async function bookFirstSlot(
  calendar: Frame,
  click = (selector: string) => calendar.locator(selector).click(),
): Promise<string> {
  await click('[data-testid="day"]');
  const slot = await calendar.waitForSelector('[data-testid="slot"]');
  const time = await slot?.evaluate((element) => element.getAttribute("data-time") ?? "");
  await click('[data-testid="slot"]');
  await click('[data-testid="confirm"]');
  return time ?? "";
}

/** The same in the booking page's own window: Firefox's driver gets no mouse into frames of extension pages there. */
export async function bookInWindow(firefox: FirefoxWithExtension, window: Page): Promise<string> {
  const frame = await window.waitForSelector("iframe");
  await announceFrames(firefox, "booking.html");
  const calendar = await documentIn(frame);
  return bookFirstSlot(calendar, async (selector) => {
    const element = await calendar.waitForSelector(selector);
    await element?.evaluate((button) => (button as HTMLElement).click());
  });
}

/** Waits for the window that an action opens, sooner or later. */
export async function windowOpenedBy(
  { browser }: FirefoxWithExtension,
  action: () => Promise<void>,
): Promise<Page> {
  const before = await browser.pages();
  await action();
  const opened = async () => (await browser.pages()).filter((page) => !before.includes(page));
  await expect.poll(async () => (await opened()).length, { timeout: 20_000 }).toBe(1);
  const [window] = await opened();
  return window as Page;
}
