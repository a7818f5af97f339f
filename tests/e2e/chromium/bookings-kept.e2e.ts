import { cardOf, chooseSlot, demo, dialogOf, expect, test } from "../fixtures";
import { stopBackground, wakeBackground } from "./background";

test("booked in two tabs at the same moment: two calls, on both cards and in the list", async ({
  page,
  context,
  portal,
  scheduler,
  configure,
  open,
}) => {
  await configure(demo(portal, scheduler));
  const tabs = [page, await context.newPage()];
  const confirms = [];
  for (const [at, tab] of tabs.entries()) {
    await tab.bringToFront();
    await tab.goto(`${portal.origin}/agent/tickets/123`);
    await cardOf(tab).book.click();
    const { calendar } = dialogOf(tab);
    await calendar.getByTestId("day").first().click();
    await calendar.getByTestId("slot").nth(at).click();
    confirms.push(calendar.getByTestId("confirm"));
  }
  // Not by the mouse: only one of two tabs can have it.
  await Promise.all(confirms.map((confirm) => confirm.evaluate((button: HTMLElement) => button.click())));
  await expect.poll(() => scheduler.bookings().length).toBe(2);
  for (const tab of tabs) await expect(cardOf(tab).booked).toHaveCount(2);
  const own = await open("options.html#bookings");
  await expect(own.locator(".bookings > li")).toHaveCount(2);
});

test("the disk is full: the person is told, and the call is kept until there is room", async ({
  page,
  context,
  portal,
  scheduler,
  configure,
  open,
}) => {
  await configure(demo(portal, scheduler));
  const own = await open("options.html#bookings");
  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("No room", "QuotaExceededError");
    };
  });
  await cardOf(page).book.click();
  const { calendar, ours, booked, dialog } = dialogOf(page);
  await chooseSlot(calendar);
  await calendar.getByTestId("confirm").click();
  await expect(ours.getByRole("alert")).toContainText("the browser has no room to store it");
  await expect(booked).toHaveCount(0);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(own.locator(".bookings > li")).toHaveCount(0);

  await stopBackground(context); // there is room again, as far as the next one knows
  await wakeBackground(own);
  await expect(cardOf(page).booked).toHaveCount(1);
  await expect(own.locator(".bookings > li")).toHaveCount(1);
  expect(scheduler.bookings()).toHaveLength(1);
});
