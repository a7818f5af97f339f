import type { Page } from "@playwright/test";
import { moveCall } from "../../setup/move-call";
import { bookFirstSlot, cardOf, demo, dialogOf, expect, test } from "../fixtures";

/** The brief of the only call, by the keyboard command. */
async function pressKeys(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent("page");
  await page
    .context()
    .serviceWorkers()[0]
    ?.evaluate(() => chrome.commands.onCommand.dispatch("open-brief"));
  const brief = await opened;
  await brief.bringToFront();
  return brief;
}

async function book(page: Page, portal: { origin: string }, ticket = 123): Promise<void> {
  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/${ticket}`);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  await dialogOf(page).dialog.getByRole("button", { name: "Close" }).click();
}

test("the keys open the brief: times, ticket and its last messages from the open tab; nothing of it is stored", async ({
  page,
  portal,
  scheduler,
  configure,
  open,
}, info) => {
  await configure(demo(portal, scheduler));
  const none = await pressKeys(page);
  await expect(none.getByRole("heading", { name: "No call is coming up." })).toBeVisible();
  await book(page, portal);
  await moveCall(none, 42, { joinUrl: "https://meet.example.com/7" });
  const brief = await pressKeys(page);
  await expect(brief.getByText("The call begins in 42 minutes.")).toBeVisible();
  await expect(brief.getByText(/\(your time\)$/)).toBeVisible();
  await expect(brief.getByText(/for Tess Tech \(Europe\/Berlin\)$/)).toBeVisible();
  for (const name of ["Join", /^Reschedule/, /^Cancel/])
    await expect(brief.getByRole("button", { name })).toBeVisible();
  await expect(brief.locator(".messages > li").last()).toHaveText(
    /^Tess Tech · .+That points at one switch\. A short call would be the quickest way to check it\.$/,
  );
  await expect(brief.locator("dl")).toContainText("John Doe, john@example.com");
  await expect(brief.locator("dl")).toContainText("Networking");
  for (const [width, scheme] of [
    [1280, "light"],
    [400, "dark"],
  ] as const) {
    await brief.setViewportSize({ width, height: 900 });
    await brief.emulateMedia({ colorScheme: scheme });
    await brief.screenshot({ path: info.outputPath(`brief-${width}-${scheme}.png`), fullPage: true });
  }
  const messages = await brief.locator(".messages .message").allTextContents();
  const stored = await brief.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]),
  );
  for (const text of messages) expect(stored).not.toContain(text.slice(0, 30));

  // Pressed again: the same tab.
  const tabs = page.context().pages().length;
  await page.bringToFront();
  await page
    .context()
    .serviceWorkers()[0]
    ?.evaluate(() => chrome.commands.onCommand.dispatch("open-brief"));
  await expect.poll(() => brief.evaluate(() => document.visibilityState)).toBe("visible");
  expect(page.context().pages()).toHaveLength(tabs);

  const popup = await open("popup.html");
  await popup.getByRole("button", { name: /^Call brief/ }).click();
  await expect.poll(() => popup.isClosed()).toBe(true);
  expect(page.context().pages()).toHaveLength(tabs);
});

test("the ticket is not open: it is opened behind the brief, and its messages come when it has loaded", async ({
  page,
  portal,
  scheduler,
  configure,
  open,
}) => {
  await configure(demo(portal, scheduler));
  await book(page, portal);
  const options = await open("options.html#bookings");
  await moveCall(options, 42);
  await page.goto("about:blank");
  await options.reload();
  const opened = page.context().waitForEvent("page");
  await options.getByRole("button", { name: /^Call brief/ }).click();
  const brief = await opened;
  await expect(brief.getByText("The ticket is not open in any tab.")).toBeVisible();
  await brief.getByRole("button", { name: "Open the ticket" }).click();
  await expect(brief.locator(".messages > li").first()).toBeVisible();
  expect(await brief.evaluate(() => document.visibilityState)).toBe("visible");
});

test("a hostile ticket's messages are text: they name nobody, and nothing in them can be clicked", async ({
  page,
  portal,
  scheduler,
  configure,
  open,
}) => {
  await configure(demo(portal, scheduler));
  await book(page, portal, 127);
  const { id } = await moveCall(await open("options.html#bookings"), 5);
  const brief = await open(`brief.html?booking=${id}`);
  await expect(brief.locator(".messages > li")).toHaveCount(2);
  await expect(brief.locator(".messages .quiet")).toHaveText([/^John Doe/]);
  await expect(brief.locator(".messages")).toContainText("Assigned to: evil@example.com");
  expect(await brief.locator(".message *").count()).toBe(0);
  await expect(brief.locator("h1")).toHaveText("Tess Tech, John Doe");
});

test("after the call: outcome and note in two clicks", async ({
  page,
  portal,
  scheduler,
  configure,
  open,
}, info) => {
  const configuration = demo(portal, scheduler) as { portals?: object[] };
  const portals = configuration.portals?.map((one) => ({ ...one, note: { offer: true } }));
  await configure({ ...configuration, portals });
  await book(page, portal);
  const options = await open("options.html#bookings");
  await moveCall(options, -40);
  const { id } = await moveCall(options, -40);
  const brief = await open(`brief.html?booking=${id}`);
  await expect(brief.getByText("The call ended 10 minutes ago.")).toBeVisible();
  await expect(brief.locator(".messages > li").first()).toBeVisible();
  await expect(brief.getByLabel("Note", { exact: true })).toHaveCount(0);
  await brief.getByRole("button", { name: "Needs a follow-up" }).click();
  await expect(brief.getByLabel("Note", { exact: true })).toHaveValue(
    /^Call with Tess Tech, .+: held, needs a follow-up\.\nAttendee: John Doe\nNext step:$/,
  );
  await brief.screenshot({ path: info.outputPath("after.png"), fullPage: true });
  await brief.getByRole("button", { name: "Fill in", exact: true }).click();
  await expect(page.locator("#reply")).toHaveValue(/^Call with Tess Tech/);
  await expect(brief.getByRole("button", { name: "Needs a follow-up" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await options.bringToFront();
  await options.getByRole("button", { name: /^Past/ }).click();
  await expect(options.getByRole("combobox", { name: /^What became of it/ })).toHaveValue("follow-up");
});
