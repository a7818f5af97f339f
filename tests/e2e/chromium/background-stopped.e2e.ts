import type { FrameLocator, Page } from "@playwright/test";
import { bookFirstSlot, cardOf, chooseSlot, demo, dialogOf, expect, test } from "../fixtures";
import { holdBackground, type Place, stopBackground } from "./background";

// The browser stops the background between and in the middle of its steps: no click is needed twice, no call is lost.

const days = (calendar: FrameLocator) => calendar.getByTestId("day").first();

/** Does something that the background begins to answer, and is stopped before it has. */
async function interrupted(own: Page, place: Place, action: () => Promise<unknown>): Promise<void> {
  const isThere = await holdBackground(own, place);
  await action();
  await isThere();
  await stopBackground(own.context());
}

test.beforeEach(async ({ page, portal, scheduler, configure }) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expect(cardOf(page).book).toBeVisible();
});

test("before the click, and while the calendar is open: the call is booked", async ({
  page,
  context,
  scheduler,
}) => {
  const { calendar, booked } = dialogOf(page);
  await stopBackground(context);
  await cardOf(page).book.click();
  await expect(days(calendar)).toBeVisible();
  await stopBackground(context);
  await bookFirstSlot(calendar);
  await expect(booked).toContainText("Call booked");
  expect(scheduler.bookings()).toHaveLength(1);
});

for (const [when, place] of [
  ["while it opens a session", "session"],
  ["while it hands the session to the booking page", "lock"],
  ["when the session is handed over and nobody knows", "tab"],
] as const) {
  test(`${when}: one click opens the calendar`, async ({ page, open }) => {
    const own = await open("options.html");
    await page.bringToFront();
    await interrupted(own, place, () => cardOf(page).book.click());
    const { calendar, booked } = dialogOf(page);
    await bookFirstSlot(calendar);
    await expect(booked).toContainText("Call booked");
    await expect(cardOf(page).booked).toHaveCount(1);
  });
}

for (const [when, place] of [
  ["before the outcome is stored", "store"],
  ["after the outcome is stored, before the card knows", "card"],
] as const) {
  test(`${when}: booked once, on the card and in the list`, async ({ page, scheduler, open }) => {
    await cardOf(page).book.click();
    const { calendar, booked } = dialogOf(page);
    await chooseSlot(calendar);
    const own = await open("options.html#bookings");
    await page.bringToFront();
    await interrupted(own, place, () => calendar.getByTestId("confirm").click());
    await expect(booked).toContainText("Call booked");
    await expect(cardOf(page).booked).toHaveCount(1);
    expect(scheduler.bookings()).toHaveLength(1);
    await expect(own.locator(".bookings > li")).toHaveCount(1);
  });
}

test("moving and cancelling a call, stopped at each step: one click each, one booking with its history", async ({
  page,
  scheduler,
  open,
}) => {
  const card = cardOf(page);
  const { dialog, calendar, booked } = dialogOf(page);
  const own = await open("options.html#bookings");
  const row = own.locator(".bookings > li");
  const act = (name: string) => card.host.getByRole("button", { name }).click();
  const close = () => dialog.getByRole("button", { name: "Close" }).click();
  await page.bringToFront();
  await card.book.click();
  await bookFirstSlot(calendar);
  await expect(booked).toBeVisible();
  await close();
  const first = await card.booked.textContent();

  await interrupted(own, "store", () => act("Reschedule")); // it looks for the booking
  await expect(days(calendar)).toBeVisible();
  await close();
  await interrupted(own, "session", () => act("Reschedule"));
  await expect(days(calendar)).toBeVisible();
  await chooseSlot(calendar);
  await interrupted(own, "store", () => calendar.getByTestId("confirm").click());
  await expect(booked).toContainText("Call booked");
  await close();
  await expect(card.booked).toHaveCount(1);
  await expect(card.booked).not.toHaveText(first ?? "");
  expect(scheduler.bookings()).toHaveLength(1);

  await interrupted(own, "tab", () => act("Cancel")); // the page has its session, and does not know
  await expect(calendar.getByTestId("cancel")).toBeVisible();
  await interrupted(own, "card", () => calendar.getByTestId("cancel").click());
  await expect(card.booked).toHaveCount(0);
  expect(scheduler.bookings()).toEqual([]);
  await own.bringToFront();
  await own.getByRole("button", { name: /^Cancelled/ }).click();
  await row.getByText(/^What happened/).click();
  await expect(row.locator("li")).toHaveText([/opened$/, /: booked for/, /: moved to/, /: cancelled$/]);
});
