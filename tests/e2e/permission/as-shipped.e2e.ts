import { type BrowserContext, expect, type Page, test, type Worker } from "@playwright/test";
import { startMyPortal } from "../../portals/my-portal/server";
import { startCalCom } from "../../scheduler/cal-com";
import { buildExtension } from "../../setup/build";
import { startChromium } from "../../setup/chromium";
import { bookFirstSlot, cardOf, dialogOf } from "../fixtures";
import { allowInPrompt, grantedTo } from "./prompt";

test("as shipped: nothing is granted at install; a person adds one portal, allows it in the browser's prompt, and books", async () => {
  test.setTimeout(120_000);
  const extension = await buildExtension("shipped");
  const [portal, scheduler] = await Promise.all([startMyPortal(), startCalCom()]);
  const chromium = await startChromium({ extension, headless: false, viewport: null });
  const { context, worker, extensionId } = chromium;
  try {
    expect(await grantedTo(worker)).toEqual([]);
    expect(await registrations(worker)).toBe(0);
    const options = await firstRun(context);
    await options.waitForURL(/options\.html#welcome$/);

    // A ticket that is open already will get its card without a reload.
    const ticket = await context.newPage();
    await ticket.goto(`${portal.origin}/admin/tickets/123`);

    await options.bringToFront();
    await saveOwnLink(options, extensionId, scheduler.origin);
    await options.goto(`chrome-extension://${extensionId}/options.html#portals`);
    await options.getByLabel("Address of the portal").fill(`${portal.origin}/admin/tickets/123`);
    await options.getByRole("button", { name: "Add portal" }).click();
    await allowInPrompt(worker);
    expect(await grantedTo(worker)).toEqual([`${portal.origin}/*`]);
    await expect.poll(() => registrations(worker)).toBe(1);

    await ticket.bringToFront();
    const card = cardOf(ticket);
    await expect(card.text).toContainText("tess@example.com");
    await card.book.click();
    await bookFirstSlot(dialogOf(ticket).calendar);
    await expect(dialogOf(ticket).booked).toContainText("Call booked");
    expect(scheduler.bookings()).toHaveLength(1);
    await dialogOf(ticket).dialog.getByRole("button", { name: "Close" }).click();

    // Taken back in the browser: the card goes, the registration too.
    await worker.evaluate((origin) => chrome.permissions.remove({ origins: [`${origin}/*`] }), portal.origin);
    await expect(card.host).toHaveCount(0);
    await expect.poll(() => registrations(worker)).toBe(0);
    await ticket.reload();
    await expect(ticket.locator("h1").first()).toBeVisible();
    await expect(card.host).toHaveCount(0);
  } finally {
    await chromium.close();
    await Promise.all([portal.close(), scheduler.close()]);
  }
});

function registrations(worker: Worker): Promise<number> {
  return worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
}

async function firstRun(context: BrowserContext): Promise<Page> {
  const find = () => context.pages().find((page) => page.url().includes("options.html"));
  await expect.poll(() => find() !== undefined, { message: "the welcome page opens by itself" }).toBe(true);
  return find() as Page;
}

/** A technician stores the own link: the host of a self-hosted Cal.com has to be allowed first. */
async function saveOwnLink(options: Page, extensionId: string, scheduler: string): Promise<void> {
  await options.goto(`chrome-extension://${extensionId}/options.html#my-link`);
  await options.getByLabel("Your e-mail").fill("tess@example.com");
  await options.getByLabel("Your name").fill("Tess Tech");
  await options.getByLabel("Booking link URL").fill(` ${scheduler}/tess/30min `);
  await options.getByRole("button", { name: `Allow ${new URL(scheduler).host}` }).click();
  await options.getByRole("button", { name: "Save booking link" }).click();
  await expect(options.getByText("Saved. The card now appears")).toBeVisible();
}
