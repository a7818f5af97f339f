import type { Page } from "@playwright/test";
import { startDemoPortal } from "../../portals/demo/server";
import { test as base, bookFirstSlot, cardOf, demo, dialogOf, expect } from "../fixtures";
import { countRequests } from "../requests";

/** A ticket of Tess's that Ada and Rob watch. */
const test = base.extend<{ shares: null; ticket: Page }>({
  shares: async ({ portal, scheduler, configure }, use) => {
    await configure({ ...demo(portal, scheduler), share: { watchers: true } });
    await use(null);
  },
  ticket: async ({ shares: _, page, portal }, use) => {
    await page.goto(`${portal.origin}/agent/tickets/123`);
    await use(page);
  },
});

/** The step before the calendar. */
function stepOf(page: Page) {
  const { ours } = dialogOf(page);
  return {
    heading: ours.getByRole("heading", { name: "These people will be invited, too" }),
    goOn: ours.getByRole("button", { name: "Continue" }),
    guest: (address: string) => ours.getByRole("checkbox", { name: address }),
  };
}

/** Whom the dialog's plain link invites. */
const linkGuests = async (page: Page) => {
  const href = await dialogOf(page).dialog.locator(".plain-link a").getAttribute("href");
  return new URL(href ?? "").searchParams.getAll("guests");
};

test("who else is invited is shown before anything is asked of the scheduler; one key goes on", async ({
  ticket: page,
  scheduler,
}) => {
  const requests = countRequests(scheduler.origin);
  await cardOf(page).book.click();
  const { heading, goOn, guest } = stepOf(page);
  await expect(heading).toBeVisible();
  for (const address of ["ada@example.com", "rob@example.com"]) await expect(guest(address)).toBeChecked();
  expect(requests.seen).toEqual([]);
  expect(await linkGuests(page)).toEqual([]);

  // The dialog's frame has the focus, and in it the button.
  await expect.poll(() => goOn.evaluate((button) => button === document.activeElement)).toBe(true);
  await expect(page.locator("callcard-dialog iframe")).toBeFocused();
  await page.keyboard.press("Enter");
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  expect(scheduler.bookings()[0]?.guests).toEqual(["ada@example.com", "rob@example.com"]);
  requests.stop();
  // Who was invited knows of it.
  await expect(page.getByText(/^Tell the/)).toHaveCount(0);
});

test("whom the person takes out stays out: of the calendar, of the links, and when it is opened again", async ({
  ticket: page,
  scheduler,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const card = cardOf(page);
  await card.copy.click();
  await expect(card.host.getByText("Link copied")).toBeVisible();
  const copied = async () =>
    new URL(await page.evaluate(() => navigator.clipboard.readText())).searchParams.getAll("guests");
  expect(await copied()).toEqual([]); // nobody has seen the list yet

  await card.book.click();
  const { goOn, guest } = stepOf(page);
  await guest("rob@example.com").uncheck();
  await goOn.click();
  await expect.poll(() => linkGuests(page)).toEqual(["ada@example.com"]);
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  expect(scheduler.bookings()[0]?.guests).toEqual(["ada@example.com"]);

  await dialogOf(page).dialog.getByRole("button", { name: "Close" }).click();
  await card.copy.click();
  await expect.poll(copied).toEqual(["ada@example.com"]);
  await card.host.getByRole("button", { name: "Book another call" }).click();
  await expect(guest("ada@example.com")).toBeChecked();
  await expect(guest("rob@example.com")).not.toBeChecked();
});

base(
  "a portal that blocks frames: the window opens with those who stayed, and asks the next time",
  async ({ page, context, scheduler, configure }) => {
    const strict = await startDemoPortal({ coep: true });
    try {
      await configure({ ...demo(strict, scheduler), share: { watchers: true } });
      await page.goto(`${strict.origin}/agent/tickets/123`);
      const opening = context.waitForEvent("page", { timeout: 20_000 });
      await cardOf(page).book.click();
      await stepOf(page).guest("ada@example.com").uncheck();
      await stepOf(page).goOn.click();
      const first = await opening; // the calendar inside our frame is what is blocked
      await bookFirstSlot(first.frameLocator("iframe"));
      await expect(first.locator(".booked")).toContainText("Call booked");
      await dialogOf(page).dialog.getByRole("button", { name: "Close" }).click();

      const next = context.waitForEvent("page", { timeout: 20_000 });
      await cardOf(page).host.getByRole("button", { name: "Book another call" }).click();
      const second = await next;
      await expect(second.getByRole("heading", { name: "Book a call with Tess Tech" })).toBeVisible();
      await expect(second.getByRole("checkbox", { name: "ada@example.com" })).not.toBeChecked();
      await second.getByRole("checkbox", { name: "ada@example.com" }).check();
      await second.getByRole("checkbox", { name: "rob@example.com" }).uncheck();
      await second.getByRole("button", { name: "Continue" }).click();
      await bookFirstSlot(second.frameLocator("iframe"));
      await expect(second.locator(".booked")).toContainText("Call booked");
      expect(scheduler.bookings().map(({ guests }) => guests)).toEqual([
        ["rob@example.com"],
        ["ada@example.com"],
      ]);
    } finally {
      await strict.close();
    }
  },
);

test("the page cannot choose: it neither reaches the list nor may name anybody", async ({
  ticket: page,
  scheduler,
  chromium,
}) => {
  await cardOf(page).book.click();
  const { heading, goOn } = stepOf(page);
  await expect(heading).toBeVisible();
  // All that a script of the page can get hold of.
  const reached = await page.evaluate(() => {
    const frame = document.querySelector("callcard-dialog")?.shadowRoot?.querySelector("iframe");
    frame?.contentWindow?.postMessage({ type: "chooseGuests", emails: ["eve@evil.example"] }, "*");
    return String(frame?.contentDocument);
  });
  expect(reached).toBe("null");
  // The overlay's own world, were it broken into: it is not the booking page.
  const answered = await chromium.worker.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}*` });
    const [injected] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: async () => {
        const src = document.querySelector("callcard-dialog")?.shadowRoot?.querySelector("iframe")?.src ?? "";
        const session = src.split("#")[1];
        return chrome.runtime.sendMessage({
          type: "chooseGuests",
          session,
          emails: ["eve@evil.example", "ada@example.com"],
        });
      },
    });
    return injected?.result;
  }, page.url());
  expect(answered).toEqual({ guests: [] });
  await expect(heading).toBeVisible();
  await goOn.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  expect(scheduler.bookings()[0]?.guests).toEqual(["ada@example.com", "rob@example.com"]);
});

base("watchers who are not invited can be told by mail", async ({ page, portal, scheduler, configure }) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  const { dialog } = dialogOf(page);
  const tell = dialog.getByRole("link", { name: "Tell the 2 watchers" });
  const href = (await tell.getAttribute("href")) ?? "";
  const draft = new URL(href);
  expect(draft.protocol).toBe("mailto:");
  expect(draft.searchParams.get("bcc")).toBe("ada@example.com,rob@example.com");
  expect(draft.searchParams.get("subject")).toBe("Call about ticket #123 (Support Request)");
  const body = draft.searchParams.get("body") ?? "";
  expect(body).toContain("With: Tess Tech");
  expect(body).toContain(`${portal.origin}/agent/tickets/123`);
  expect(href).not.toContain(scheduler.bookings()[0]?.uid ?? "?");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(cardOf(page).host.getByRole("link", { name: "Tell the 2 watchers" })).toBeVisible();
  // A ticket that nobody watches.
  await page.goto(`${portal.origin}/tickets/123`);
  await expect(cardOf(page).booked).toBeVisible();
  await expect(page.getByText(/^Tell the/)).toHaveCount(0);
});
