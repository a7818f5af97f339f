import type { Page } from "@playwright/test";
import { startDemoPortal } from "../../portals/demo/server";
import { startCalendly } from "../../scheduler/calendly";
import { type PlainPages, startPlainPages } from "../../scheduler/plain-pages";
import { test as base, bookFirstSlot, cardOf, demo, dialogOf, expect } from "../fixtures";

const test = base.extend<{ pages: PlainPages }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  pages: async ({}, use) => {
    const pages = await startPlainPages();
    await use(pages);
    await pages.close();
  },
});

/** The demo portal, where Tess's calendar is a page of that scheduler. */
function withScheduler(
  portal: { origin: string },
  scheduler: { origin: string },
  pages: PlainPages,
  id: "calendly" | "google" | "other",
) {
  const path = {
    calendly: "/calendly/30min",
    google: "/calendar/appointments/AbCdEfGhIjKl",
    other: "/a/b/c",
  };
  const document = demo(portal, scheduler, { "tess@example.com": `${pages.origin}${path[id]}` }) as {
    bookingHosts?: string[];
  };
  return {
    ...document,
    bookingHosts: [...(document.bookingHosts ?? []), pages.host],
    schedulers: { [pages.host]: id },
  };
}

/** Two days from now, 14:00 on this machine's clock, as the field wants it. */
function soon(): string {
  const day = new Date(Date.now() + 2 * 24 * 3600_000);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T14:00`;
}

const whenIn = (page: Page, at: "callcard-card" | "callcard-dialog") =>
  page.locator(at).getByLabel("When is the call?");

test("Calendly without a token: filled in, booked, and the person says when", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  const calendly = await startCalendly();
  const document = demo(portal, scheduler, { "tess@example.com": `${calendly.origin}/tess/30min` });
  const { host } = new URL(calendly.origin);
  await configure({
    ...document,
    bookingHosts: [host, new URL(scheduler.origin).host],
    schedulers: { [host]: "calendly" },
  });
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  const { dialog, calendar, booked } = dialogOf(page);
  await bookFirstSlot(calendar);
  await expect.poll(() => calendly.bookings()).toHaveLength(1);
  expect(calendly.bookings()[0]).toMatchObject({
    invitee: { name: "John Doe", email: "john@example.com" },
    answers: [{ answer: expect.stringContaining("Regarding Ticket #123") }],
    tracking: { utm_source: "callcard", utm_content: "123" },
  });

  await expect(booked).toContainText("Call booked");
  const when = whenIn(page, "callcard-dialog");
  await when.fill("2020-01-01T10:00");
  await dialog.getByRole("button", { name: "Save the time" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("This time has passed.");
  await when.fill(soon());
  await when.press("Enter");
  await expect(booked).toContainText("2:00 PM (your time)");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(cardOf(page).booked).toContainText("2:00 PM (your time)");
  await page.reload();
  await expect(cardOf(page).booked).toContainText("2:00 PM (your time)");
  await calendly.close();
});

test("Calendly without a token: the time can be added on the card, later", async ({
  page,
  portal,
  scheduler,
  pages,
  configure,
}) => {
  await configure(withScheduler(portal, scheduler, pages, "calendly"));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  const { dialog, calendar, booked } = dialogOf(page);
  await calendar.getByRole("button", { name: "Schedule Event" }).click();
  await expect(booked).toContainText("Call booked");
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.reload();

  const card = cardOf(page);
  await expect(card.booked).toContainText("The time is in the confirmation mail.");
  await card.booked.getByRole("button", { name: "Add the time" }).click();
  await expect(whenIn(page, "callcard-card")).toBeFocused();
  // A page's script may fill in the field and press the button: that is no person.
  await page.evaluate(() => {
    const shadow = document.querySelector("callcard-card")?.shadowRoot;
    const field = shadow?.querySelector<HTMLInputElement>("input[type=datetime-local]");
    if (field) field.value = "2027-01-01T10:00";
    shadow?.querySelector<HTMLButtonElement>("form button[type=submit]")?.click();
    shadow?.querySelector("form")?.requestSubmit();
  });
  await whenIn(page, "callcard-card").fill(soon());
  await card.booked.getByRole("button", { name: "Save the time" }).click();
  await expect(card.booked).toContainText("2:00 PM (your time)");
});

test("a quiet calendar: a word for an empty frame, and the person says that it is booked", async ({
  page,
  context,
  portal,
  scheduler,
  pages,
  configure,
}) => {
  await configure(withScheduler(portal, scheduler, pages, "google"));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  const { dialog, calendar, booked } = dialogOf(page);
  await expect(calendar.getByText("tells nothing")).toBeVisible();
  await expect(dialog.getByText("Nothing to see?")).toBeVisible();
  await expect(dialog.getByRole("alert")).toHaveCount(0);

  await dialog.getByRole("button", { name: "I have booked it" }).click();
  await whenIn(page, "callcard-dialog").fill(soon());
  await dialog.getByRole("button", { name: "Save the time" }).click();
  await expect(booked).toContainText("2:00 PM (your time)");
  await expect(dialog.getByRole("button", { name: "I have booked it" })).toHaveCount(0);

  const opened = context.waitForEvent("page");
  await dialog.getByRole("button", { name: "Open it in a window" }).click();
  expect((await opened).url()).toBe(`${pages.origin}/calendar/appointments/AbCdEfGhIjKl`);
});

test("a quiet calendar on a portal that blocks frames: straight to its own page in a window", async ({
  page,
  context,
  scheduler,
  pages,
  configure,
  chromium,
}) => {
  const portal = await startDemoPortal({ coep: true });
  try {
    await configure(withScheduler(portal, scheduler, pages, "google"));
    await chromium.worker.evaluate(
      (key) => chrome.storage.session.set({ [key]: Date.now() }),
      `frame-blocked:${portal.origin}`,
    );
    await page.goto(`${portal.origin}/agent/tickets/123`);
    const opened = context.waitForEvent("page");
    await cardOf(page).book.click();
    expect((await opened).url()).toContain(pages.origin);
    await expect(dialogOf(page).dialog).toContainText("This page does not let calendars be shown inside it.");
    await expect(page.locator("callcard-dialog iframe")).toHaveCount(0);
  } finally {
    await portal.close();
  }
});

test("a calendar that nobody knows opens in a window of its own; booked, for a time not known", async ({
  page,
  context,
  portal,
  scheduler,
  pages,
  configure,
}) => {
  await configure(withScheduler(portal, scheduler, pages, "other"));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const opened = context.waitForEvent("page");
  await cardOf(page).book.click();
  expect((await opened).url()).toBe(`${pages.origin}/a/b/c`);
  const { dialog, booked } = dialogOf(page);
  await expect(dialog).toContainText("The calendar is open in a window of its own.");
  await expect(dialog.getByRole("link", { name: "Open the calendar in a new tab" })).toBeVisible();

  const again = context.waitForEvent("page");
  await dialog.getByRole("button", { name: "Open the window again" }).click();
  expect((await again).url()).toBe(`${pages.origin}/a/b/c`);

  await dialog.getByRole("button", { name: "I have booked it" }).click();
  await dialog.getByRole("button", { name: "Time not known" }).click();
  await expect(booked).toContainText("Call booked");
  await expect(booked.getByRole("button", { name: "Add the time" })).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(cardOf(page).booked).toContainText("The time is in the confirmation mail.");
});

test("“Try it” opens a calendar that cannot be framed as it is", async ({
  context,
  portal,
  scheduler,
  pages,
  configure,
  open,
}) => {
  await configure(withScheduler(portal, scheduler, pages, "other"));
  const options = await open("options.html#technicians");
  const opened = context.waitForEvent("page");
  await options.getByRole("button", { name: "Try it: calendar of Tess Tech" }).click();
  expect((await opened).url()).toBe(`${pages.origin}/a/b/c`);
});

test("whose pages a host has can be chosen in the options", async ({
  portal,
  scheduler,
  pages,
  configure,
  open,
}) => {
  await configure(withScheduler(portal, scheduler, pages, "calendly"));
  const options = await open("options.html#sharing");
  const choice = options.getByLabel(`Scheduler on ${pages.host}`);
  await expect(choice).toHaveValue("calendly");
  await choice.selectOption({ label: "Google Calendar" });
  await expect(options.getByText(`Saved for ${pages.host}.`)).toBeVisible();
  await options.goto(options.url().replace("#sharing", "#technicians"));
  await options.reload();
  await options.getByRole("button", { name: "Edit Tess Tech" }).click();
  await expect(options.getByText(`Google Calendar (${pages.host}) booking page`)).toBeVisible();
});

test("a link was made for Tess, and the ticket is Rob's now: the dialog says so and offers Rob", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  await dialogOf(page).dialog.getByRole("button", { name: "Copy link" }).click();
  await expect(dialogOf(page).dialog.getByText("Link copied")).toBeVisible();
  await dialogOf(page).dialog.getByRole("button", { name: "Close" }).click();
  portal.assign("123", { name: "Rob Remote", email: "rob@example.com" });
  await page.reload();
  await cardOf(page).book.click();
  const { dialog, calendar, booked } = dialogOf(page);
  await expect(dialog.getByRole("alert")).toContainText(
    "This ticket was reassigned to rob@example.com since the link was made for Tess Tech",
  );
  await expect(page.locator("callcard-dialog iframe")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Open the calendar of rob@example.com" }).click();
  await bookFirstSlot(calendar);
  await expect(booked).toContainText("Call booked");

  // A call with Rob settles it.
  await page.reload();
  await page.locator("callcard-card").getByRole("button", { name: "Book another call" }).click();
  await expect(calendar.getByTestId("day").first()).toBeVisible();
});

test("a link copied on the card counts, too; and who it is with is looked at once more at the click", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).copy.click();
  await expect(page.locator("callcard-card").getByText("Link copied")).toBeVisible();
  const copied = await chromium.worker.evaluate(() => chrome.storage.local.get("copiedLinks"));
  expect(copied).toMatchObject({
    copiedLinks: [{ ticket: "123", technician: { email: "tess@example.com" } }],
  });

  // The page's own script gives the ticket to Rob in the moment of the click.
  await page.evaluate(() => {
    const card = document.querySelector("callcard-card");
    card?.addEventListener("click", () => {
      const field = document.querySelector<HTMLElement>('[data-field="assignee"]');
      if (field) {
        field.textContent = "Rob Remote";
        field.dataset.email = "rob@example.com";
      }
    });
  });
  await cardOf(page).book.click();
  await expect(page.locator("callcard-card")).toContainText("This ticket is now with Rob Remote.");
  await expect(dialogOf(page).dialog).toHaveCount(0);
  await cardOf(page).book.click();
  await expect(dialogOf(page).dialog.getByRole("alert")).toContainText(
    "since the link was made for Tess Tech",
  );
});

test("a closed ticket: the dialog says so first", async ({ page, portal, scheduler, configure }) => {
  const document = demo(portal, scheduler) as { portals?: { pages?: object[] }[] };
  const closed = [{ css: ".card-body .badge", match: "^Open$" }]; // as if that were its last state
  const [first] = document.portals ?? [];
  const pages = (first?.pages ?? []).map((page) => ({ ...page, closed }));
  await configure({ ...document, portals: [{ ...first, pages }] });
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  const { dialog, calendar } = dialogOf(page);
  await expect(dialog.getByRole("alert")).toContainText("This ticket is closed.");
  await dialog.getByRole("button", { name: "Open the calendar of tess@example.com" }).click();
  await expect(calendar.getByTestId("day").first()).toBeVisible();
});
