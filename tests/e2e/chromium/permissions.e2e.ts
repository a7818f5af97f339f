import { cardOf, demo, expect, test } from "../fixtures";

test("a tab that is open already gets its card when the portal is added, and loses it with the portal", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
}) => {
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expect(page.getByText("Support Request").first()).toBeVisible();
  await expect(cardOf(page).host).toHaveCount(0);
  await configure(demo(portal, scheduler));
  await expect(cardOf(page).book).toBeVisible();

  const options = await open("options.html#portals");
  await options.getByRole("button", { name: "Remove Example Help Desk" }).click();
  await expect(cardOf(page).host).toHaveCount(0);
});

test("updating the extension under an open page leaves one working card", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
  open,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expect(cardOf(page).book).toBeVisible();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  const restarted = chromium.context.waitForEvent("serviceworker");
  await chromium.worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined); // the worker dies with it
  await restarted;
  await expect(cardOf(page).host).toHaveCount(1);
  await expect(cardOf(page).book).toBeVisible();
  await cardOf(page).book.click();
  await expect(page.locator("callcard-dialog dialog")).toBeVisible();
  expect(errors).toEqual([]);
  await (await open("options.html")).close();
});
