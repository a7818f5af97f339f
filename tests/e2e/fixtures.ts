import { type BrowserContext, test as base, expect, type FrameLocator, type Page } from "@playwright/test";
import { demoConfiguration } from "../portals/demo/configuration";
import { type DemoPortal, startDemoPortal } from "../portals/demo/server";
import { type CalComStandIn, startCalCom } from "../scheduler/cal-com";
import { type ChromiumWithExtension, startChromium } from "../setup/chromium";
import { importConfiguration } from "../setup/import-configuration";

interface TestFixtures {
  /** A local Cal.com of this test alone. */
  scheduler: CalComStandIn;
  /** A demo portal of this test alone. */
  portal: DemoPortal;
  chromium: ChromiumWithExtension;
  context: BrowserContext;
  page: Page;
  /** The extension's pages: `open("options.html#technicians")`. */
  open(path: string): Promise<Page>;
  /** Imports a configuration document through the options page, as a person does. */
  configure(document: object): Promise<void>;
}

/** Tests on the demo portal, with a local Cal.com, in Chromium with the built extension. */
export const test = base.extend<TestFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  scheduler: async ({}, use) => {
    const scheduler = await startCalCom();
    await use(scheduler);
    await scheduler.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  portal: async ({}, use) => {
    const portal = await startDemoPortal();
    await use(portal);
    await portal.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  chromium: async ({}, use) => {
    const chromium = await startChromium({ extension: process.env.CALLCARD_TEST_EXTENSION ?? "" });
    await use(chromium);
    await chromium.close();
  },
  context: ({ chromium }, use) => use(chromium.context),
  page: async ({ context }, use) => use(context.pages()[0] ?? (await context.newPage())),
  open: ({ context, chromium }, use) =>
    use(async (path) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${chromium.extensionId}/${path}`);
      return page;
    }),
  configure: ({ chromium }, use) => use((document) => importConfiguration(chromium, document)),
});

export { expect };

/** The demo portal's configuration, with other links where a test needs them. */
export function demo(
  portal: { origin: string },
  scheduler: { origin: string },
  links: Record<string, string> = {},
): ReturnType<typeof demoConfiguration> {
  const configuration = demoConfiguration({ portal: portal.origin, scheduler: scheduler.origin }) as {
    technicians: { email: string; link: string }[];
  };
  for (const technician of configuration.technicians) {
    technician.link = links[technician.email] ?? technician.link;
  }
  return configuration;
}

/** The card of a page, or of a frame in it. */
export function cardOf(page: Page | FrameLocator) {
  const card = page.locator("callcard-card");
  return {
    host: card,
    text: card.getByText(/^Schedule a call with/),
    book: card.getByRole("button", { name: "Book a Call" }),
    copy: card.getByRole("button", { name: "Copy link" }),
    booked: card.locator(".booked"),
  };
}

/** The buttons in the rows of a list. */
export function rowsOf(page: Page) {
  const row = (id: string | number) => page.locator(`[data-application="${id}"], [data-ticket-row="${id}"]`);
  return {
    all: page.locator("callcard-row"),
    row,
    button: (id: string | number) => row(id).locator("callcard-row").getByRole("button"),
  };
}

/** The dialog of a page, and the calendar two frames further in. */
export function dialogOf(page: Page) {
  const dialog = page.locator("callcard-dialog dialog");
  const ours = page.frameLocator("callcard-dialog iframe");
  return { dialog, ours, calendar: ours.frameLocator("iframe"), booked: dialog.locator(".booked") };
}

/** Chooses the first free slot of the stand-in's calendar. @returns its time, ISO */
export async function chooseSlot(calendar: FrameLocator | Page): Promise<string> {
  await calendar.getByTestId("day").first().click();
  const slot = calendar.getByTestId("slot").first();
  const time = (await slot.getAttribute("data-time")) ?? "";
  await slot.click();
  return time;
}

/** Books the first free slot. @returns its time, ISO */
export async function bookFirstSlot(calendar: FrameLocator | Page): Promise<string> {
  const time = await chooseSlot(calendar);
  await calendar.getByTestId("confirm").click();
  return time;
}

interface Report {
  reason: { reason: string; failure?: unknown } | null;
  drivenOut: boolean;
}

/** What the overlay says of a page, as the popup would be told; it has looked at the page when this answers. */
export async function reportOn(page: Page): Promise<Report | null | undefined> {
  const worker = page.context().serviceWorkers()[0];
  return worker?.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url.split("#")[0]}*` });
    const answer: unknown = await chrome.tabs
      .sendMessage(tab?.id ?? -1, { type: "describePage" })
      .catch(() => null);
    return answer as Report | null;
  }, page.url());
}

/** Why the overlay shows no card on a page. */
export async function reasonOn(page: Page): Promise<string | null | undefined> {
  return (await reportOn(page))?.reason?.reason;
}

/** Why the lookup of a page has no answer. */
export async function failureOn(page: Page): Promise<unknown> {
  return (await reportOn(page))?.reason?.failure;
}

/** Expects that the overlay has looked at the page and shows no card there, for this reason. */
export async function expectNoCard(page: Page, reason: string): Promise<void> {
  await expect.poll(() => reasonOn(page)).toBe(reason);
  await expect(cardOf(page).host).toHaveCount(0);
}
