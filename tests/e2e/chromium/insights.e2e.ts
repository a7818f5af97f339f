import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { bookFirstSlot, cardOf, demo, dialogOf, expect, rowsOf, test } from "../fixtures";

/** As the browser does when the background has nothing to do. */
async function stopWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}

/** The numbers of the first chart, from its table: shown, opened, booked. */
function funnelOf(options: Page) {
  return options.getByRole("table", { name: "From the card to the call" }).locator("td");
}

/** Opens the table, which is folded. */
async function showFunnel(options: Page): Promise<void> {
  await options.getByText("Show the numbers as a table").first().click();
}

async function textOf(download: Promise<Download>): Promise<string> {
  return readFile(await (await download).path(), "utf8");
}

test("a card that is shown, opened and booked, and a visitor who does not come", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
  context,
  open,
}) => {
  await configure(demo(portal, scheduler));
  const options = await open("options.html#insights");
  await expect(options.getByText("Nothing to see yet.")).toBeVisible();

  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expect(cardOf(page).book).toBeVisible();
  await showFunnel(options); // there without a reload
  await expect(funnelOf(options)).toHaveText(["1", "0", "0"]);

  await stopWorker(page);
  await page.bringToFront();
  await cardOf(page).book.click();
  const { dialog, calendar, booked } = dialogOf(page);
  await expect(calendar.getByTestId("day").first()).toBeVisible();
  await expect(funnelOf(options)).toHaveText(["1", "1", "0"]);
  await stopWorker(page);
  const time = await bookFirstSlot(calendar);
  await expect(booked).toContainText("Call booked");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(funnelOf(options)).toHaveText(["1", "1", "1"]);
  await expect(options.getByRole("row", { name: /^Tess Tech/ }).locator("td")).toHaveText([
    "1",
    "1",
    "1",
    "0",
    "nothing yet",
  ]);

  // The same visit: another click is not another opened card.
  await cardOf(page).host.getByRole("button", { name: "Book another call" }).click();
  await expect(calendar.getByTestId("day").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  // Another visit.
  await stopWorker(page);
  await page.reload();
  await expect(cardOf(page).booked).toBeVisible();
  await expect(funnelOf(options)).toHaveText(["2", "1", "1"]);

  // A day after the call.
  const own = `chrome-extension://${chromium.extensionId}/options.html`;
  const later = await context.newPage();
  await later.clock.setFixedTime(Date.parse(time) + 24 * 3600_000);
  await later.goto(`${own}#bookings?group=past`);
  await later.getByRole("combobox", { name: /^What became of it/ }).selectOption("no-show");
  await later.goto(`${own}#insights`);
  await expect(later.locator(".facts > div").filter({ hasText: "No-shows" })).toContainText("1 of 1");
  await expect(later.locator("canvas")).toHaveCount(3);
});

test("a button in a list counts when it is clicked", async ({ page, portal, scheduler, configure, open }) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/applications/caster`);
  await rowsOf(page).button(7).click();
  await expect(dialogOf(page).calendar.getByTestId("day").first()).toBeVisible();
  const options = await open("options.html#insights");
  await showFunnel(options);
  await expect(funnelOf(options)).toHaveText(["1", "1", "0"]);
});

test("switched off: the page tells nothing, and nothing is counted", async ({
  page,
  portal,
  scheduler,
  configure,
  context,
  open,
}) => {
  await configure(demo(portal, scheduler));
  const options = await open("options.html#insights");
  await options.getByRole("checkbox", { name: "Count cards in this browser" }).uncheck();
  await expect(options.getByText("Cards are no longer counted.")).toBeVisible();
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message: { type: string }) => {
      heard.push(message.type);
      return undefined;
    });
  });
  const heard = () => worker?.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);

  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  expect(await heard()).toContain("openBooking");
  expect(await heard()).not.toContain("countCard");
  await showFunnel(options);
  await expect(funnelOf(options)).toHaveText(["0", "0", "1"]); // the booking is there all the same

  await options.getByRole("checkbox", { name: "Count cards in this browser" }).check();
  await expect(options.getByText("Cards are counted.")).toBeVisible();
  await page.reload();
  await expect(funnelOf(options)).toHaveText(["1", "0", "1"]);
  expect(await heard()).toContain("countCard");
});

test("counts are exported, erased, and back by undo; bookings stay", async ({
  page,
  portal,
  scheduler,
  configure,
  open,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  const options = await open("options.html#insights");
  await showFunnel(options);
  await expect(funnelOf(options)).toHaveText(["1", "1", "1"]);

  const csv = options.waitForEvent("download");
  await options.getByRole("button", { name: "Export as CSV" }).click();
  expect(await textOf(csv)).toMatch(
    /^day,.*\r\n\d{4}-\d\d-\d\d,[\w-]+,tess@example\.com,1,1,1,0,0,0,0,0,0\r\n$/,
  );
  const json = options.waitForEvent("download");
  await options.getByRole("button", { name: "Export as JSON" }).click();
  const text = await textOf(json);
  expect(JSON.parse(text)).toMatchObject({ version: 1, funnel: { shown: 1, opened: 1, booked: 1 } });
  for (const secret of ["123", ...scheduler.bookings().map(({ uid }) => uid)])
    expect(text).not.toContain(secret);

  await options.getByRole("button", { name: "Erase counts" }).click();
  await expect(options.getByText("Counts erased.")).toBeVisible();
  await expect(funnelOf(options)).toHaveText(["0", "0", "1"]);
  await options.getByRole("button", { name: "Undo" }).click();
  await expect(funnelOf(options)).toHaveText(["1", "1", "1"]);
});

test("charts are drawn under the extension's policy, without a complaint", async ({
  page,
  portal,
  scheduler,
  configure,
  open,
}) => {
  await configure(demo(portal, scheduler));
  const options = await open("options.html#insights");
  const complaints: string[] = [];
  options.on("console", (message) => complaints.push(message.text()));
  options.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const canvas = options.locator("canvas");
  await options.bringToFront();
  await expect
    .poll(() =>
      canvas.evaluateAll((all: HTMLCanvasElement[]) =>
        all.map((one) =>
          one
            .getContext("2d")
            ?.getImageData(0, 0, one.width, one.height)
            .data.some((value) => value !== 0),
        ),
      ),
    )
    .toEqual([true]);
  expect(complaints).toEqual([]);
});
