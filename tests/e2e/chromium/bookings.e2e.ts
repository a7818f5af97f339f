import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { instantOf, readCalendarFile } from "../../setup/read-calendar-file";
import { bookFirstSlot, cardOf, demo, dialogOf, expect, test } from "../fixtures";

/** The calendar file that a button hands to the browser's downloads, read back. */
async function savedBy(page: Page, button: { click(): Promise<void> }): Promise<Record<string, string>> {
  const downloaded = page.waitForEvent("download");
  await button.click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toBe("call.ics");
  return readCalendarFile(await readFile(await download.path(), "utf8"));
}

const startOf = (scheduler: { bookings(): { start: string }[] }) =>
  scheduler.bookings().map(({ start }) => start);

test("booked, there after a reload, joined, saved as a file, moved, cancelled; all of it is in the booking's history", async ({
  page,
  context,
  portal,
  scheduler,
  configure,
  open,
}) => {
  await configure(demo(portal, scheduler, { "tess@example.com": `${scheduler.origin}/tess/15min` }));
  await context.route("https://meet.example.com/**", (route) => route.fulfill({ body: "The call" }));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const card = cardOf(page);
  const { dialog, calendar, booked } = dialogOf(page);
  await card.book.click();
  await bookFirstSlot(calendar);
  await expect(booked).toContainText("Call booked");
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await expect(card.booked).toContainText("Call booked");
  const first = await card.booked.textContent();
  const [before] = scheduler.bookings();

  const joined = context.waitForEvent("page");
  await card.host.getByRole("button", { name: "Join" }).click();
  await (await joined).waitForURL("https://meet.example.com/tech");
  await (await joined).close();

  const add = card.host.getByRole("button", { name: "Add to calendar" });
  const file = await savedBy(page, add);
  expect(file).toMatchObject({
    SUMMARY: expect.stringMatching(/^Tess Tech: #123 — ./),
    LOCATION: "https://meet.example.com/tech",
    DESCRIPTION: `${portal.origin}/agent/tickets/123`,
    STATUS: "CONFIRMED",
    SEQUENCE: "2", // opened, booked
  });
  expect([instantOf(file.DTSTART), instantOf(file.DTEND)]).toEqual([before?.start, before?.end]);
  expect(JSON.stringify(file)).not.toContain(before?.uid);

  await card.host.getByRole("button", { name: "Reschedule" }).click();
  await expect(calendar.getByTestId("day").first()).toBeVisible();
  await expect(dialog.getByRole("heading")).toHaveText("Move the call with Tess Tech");
  await expect(dialog.getByRole("link")).toHaveCount(0); // the address would move the call: not for this page
  await bookFirstSlot(calendar);
  await expect(booked).toContainText("Call booked");
  await expect.poll(() => startOf(scheduler)).toHaveLength(1);
  const [after] = scheduler.bookings();
  expect(after?.uid).not.toBe(before?.uid);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(card.booked).toHaveCount(1);
  await expect(card.booked).not.toHaveText(first ?? "");
  const moved = await savedBy(page, add);
  // The same event at another time: a calendar replaces the one that it has.
  expect(moved).toMatchObject({ UID: file.UID, SEQUENCE: "3" });
  expect(instantOf(moved.DTSTART)).toBe(after?.start);

  const options = await open("options.html#bookings");
  const row = options.locator(".bookings > li");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("Tess Tech");
  await expect(row).toContainText("#123");

  await page.bringToFront();
  const opened = context.waitForEvent("page");
  await card.host.getByRole("button", { name: "All calls of this ticket" }).click();
  const ofTicket = await opened;
  await expect(ofTicket.locator(".bookings > li")).toHaveCount(1);
  await expect(ofTicket.getByText("Ticket #123")).toBeVisible();
  await ofTicket.goto(`${ofTicket.url().split("#")[0]}#bookings?ticket=demo%3A124`);
  await expect(ofTicket.getByText("Ticket #124")).toBeVisible();
  await expect(ofTicket.locator(".bookings > li")).toHaveCount(0);
  await ofTicket.getByRole("button", { name: "All tickets" }).click();
  await expect(ofTicket.locator(".bookings > li")).toHaveCount(1);
  await ofTicket.close();

  await page.bringToFront();
  await card.host.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog.getByRole("heading")).toHaveText("Cancel the call with Tess Tech");
  await calendar.getByTestId("cancel").click();
  await expect.poll(() => scheduler.bookings()).toEqual([]);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(card.booked).toHaveCount(0);
  await expect(card.book).toBeVisible();

  await options.bringToFront();
  await expect(row).toHaveCount(0); // no longer upcoming, without a reload
  await options.getByRole("button", { name: /^Cancelled/ }).click();
  await row.getByText(/^What happened/).click();
  await expect(row.locator("li")).toHaveText([
    /calendar opened$/,
    /: booked for/,
    /: moved to/,
    /: cancelled$/,
  ]);

  const near = await page
    .context()
    .serviceWorkers()[0]
    ?.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
  for (const uid of [before?.uid, after?.uid]) expect(near).not.toContain(uid);
  expect(await page.content()).not.toContain(after?.uid);
});

test("booked in one tab, on the card in another; deleted in the options, and back by undo", async ({
  page,
  portal,
  scheduler,
  configure,
  context,
  open,
}) => {
  await configure(demo(portal, scheduler));
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto(`${portal.origin}/agent/tickets/123`);
  for (const tab of [page, other]) {
    await tab.bringToFront();
    await cardOf(tab).host.getByRole("button", { name: /^Book/ }).click();
    await bookFirstSlot(dialogOf(tab).calendar);
    await dialogOf(tab).dialog.getByRole("button", { name: "Close" }).click();
  }
  await expect(cardOf(page).booked).toHaveCount(2);
  await expect(cardOf(other).booked).toHaveCount(2);

  const options = await open("options.html#bookings");
  const rows = options.locator(".bookings > li");
  await expect(rows).toHaveCount(2);
  await options.getByRole("searchbox").fill("no such ticket");
  await expect(rows).toHaveCount(0);
  await options.getByRole("searchbox").fill("123");
  await expect(rows).toHaveCount(2);
  await options.getByRole("button", { name: "Delete all bookings" }).click();
  await expect(options.getByText("No bookings yet.")).toBeVisible();
  await expect(cardOf(page).booked).toHaveCount(0);
  await options.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(2);
  await expect(cardOf(page).booked).toHaveCount(2);
  expect(scheduler.bookings()).toHaveLength(2);
});

test("a calendar that was open, and no more: started, not booked", async ({
  page,
  portal,
  scheduler,
  configure,
  open,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  const { dialog, calendar } = dialogOf(page);
  await expect(calendar.getByTestId("day").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  const options = await open("options.html#bookings?group=started");
  await expect(options.locator(".bookings > li")).toHaveCount(1);
});

test("a page's script cannot move or cancel a call", async ({ page, portal, scheduler, configure }) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  const { dialog, calendar, booked } = dialogOf(page);
  await bookFirstSlot(calendar);
  await expect(booked).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  const cancel = cardOf(page).host.getByRole("button", { name: "Cancel" });
  await cancel.evaluate((button: HTMLElement) => button.click());
  await cancel.dispatchEvent("click");
  await expect(dialog).toHaveCount(0);
  await cancel.click();
  await expect(dialog).toBeVisible();
});
