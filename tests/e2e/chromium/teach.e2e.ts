import type { Page } from "@playwright/test";
import type { ChromiumWithExtension } from "../../setup/chromium";
import { bookFirstSlot, cardOf, demo, dialogOf, expect, test } from "../fixtures";

/** The demo's configuration without any page of the portal: it knows the site and the technicians only. */
function untaught(portal: { origin: string }, scheduler: { origin: string }): object {
  const configuration = demo(portal, scheduler) as { portals: Record<string, unknown>[] };
  for (const one of configuration.portals) delete one.pages;
  return configuration;
}

/** Starts teaching on a tab as the popup's button does, from the popup's page. */
async function teachOn(page: Page, { worker, context }: ChromiumWithExtension): Promise<void> {
  await page.bringToFront();
  const opened = context.waitForEvent("page");
  await worker.evaluate(() =>
    chrome.tabs.create({ url: chrome.runtime.getURL("/popup.html"), active: false }),
  );
  const popup = await opened;
  await popup.getByRole("button", { name: "Show CallCard where to look" }).click();
  await expect(panelOf(page).heading).toBeVisible();
}

function panelOf(page: Page) {
  const picker = page.locator("callcard-picker");
  return {
    picker,
    heading: picker.getByRole("heading", { level: 3 }),
    value: picker.locator(".read .value"),
    problem: picker.getByRole("alert"),
    row: (field: string) => picker.locator(`li[data-field="${field}"] .value`),
    button: (name: string | RegExp) => picker.getByRole("button", { name }),
  };
}

/** Clicks with the real pointer at an element of the page; the shield lies over it. */
async function pointAt(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  await page.mouse.move(box.x + 2, box.y + 2);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

test("an unknown portal is taught by mouse, checked on a second ticket, and books", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(untaught(portal, scheduler));
  await page.goto(`${portal.origin}/unknown/issues/HD-123`);
  await teachOn(page, chromium);
  const panel = panelOf(page);

  await expect(panel.heading).toHaveText("Point at the person in charge");
  await pointAt(page, ".message p");
  await expect(panel.problem).toContainText("where people write");
  await pointAt(page, '[data-testid="owner-name"]');
  await expect(panel.value).toHaveText("Tess Tech");
  await panel.button("Right").click();

  await expect(panel.heading).toHaveText("Point at the ticket number");
  await expect(panel.value).toHaveText("HD-123"); // found by the address
  await pointAt(page, 'a[href="/unknown"]'); // a link: nobody follows it
  await expect(panel.problem).toContainText("no number");
  expect(page.url()).toBe(`${portal.origin}/unknown/issues/HD-123`);
  await pointAt(page, ".heading p span");
  await panel.button("Right").click();

  await expect(panel.heading).toHaveText("Where should the card go?");
  await pointAt(page, ".sidebar section");
  await panel.button("inside, last").click();
  await panel.button("Use this place").click();
  await expect(panel.heading).toHaveText("This is what CallCard reads here");
  await panel.button("Check on another ticket").click();
  await expect(panel.heading).toHaveText("Now open another ticket");

  await page.goto(`${portal.origin}/unknown/issues/HD-126`);
  await expect(panel.heading).toHaveText("Is this right on this ticket, too?");
  await expect(panel.row("assignee")).toHaveText("Rob Remote");
  await expect(panel.row("number")).toHaveText("HD-126");
  await expect(cardOf(page).host).toHaveCount(0); // nothing is saved before the yes
  await panel.button("Right, save").click();
  await expect(panel.heading).toHaveText("Saved");
  await expect(cardOf(page).text).toContainText("rob@example.com");
  await panel.button("Close").click();
  await expect(panel.picker).toHaveCount(0);

  await page.goto(`${portal.origin}/unknown/issues/HD-123`);
  await expect(cardOf(page).text).toContainText("tess@example.com");
  await expect(panel.picker).toHaveCount(0);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  expect(scheduler.bookings().at(-1)?.metadata).toMatchObject({ ticketNumber: "HD-123" });

  await page.goto(`${portal.origin}/unknown/issues/HD-124`); // nobody
  await expect(page.getByText("Nobody", { exact: true }).first()).toBeVisible();
  await expect(cardOf(page).host).toHaveCount(0);
});
