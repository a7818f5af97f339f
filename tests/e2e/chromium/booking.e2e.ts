import { bookFirstSlot, cardOf, chooseSlot, demo, dialogOf, expect, test } from "../fixtures";

test("books from the ticket, prefilled, and the card says when", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/tickets/123`);
  const card = cardOf(page);
  const { dialog, calendar, booked } = dialogOf(page);
  await card.book.click();
  await expect(dialog.getByRole("heading")).toHaveText("Book a call with tess@example.com");
  await expect(dialog.getByRole("link", { name: "Open the calendar in a new tab" })).toBeVisible();

  const time = await chooseSlot(calendar);
  await expect(calendar.locator('input[name="name"]')).toHaveValue("John Doe");
  await expect(calendar.locator('input[name="email"]')).toHaveValue("john@example.com");
  await expect(calendar.locator('[name="notes"]')).toHaveValue(
    /^Regarding Ticket #123 — .+\nhttp.+\/tickets\/123$/s,
  );
  await calendar.getByTestId("confirm").click();
  await expect(booked).toContainText("Call booked");
  await expect(booked).toContainText("(your time)");
  await expect(booked).toContainText("for Tess Tech (Europe/Berlin)");

  const [booking, ...more] = scheduler.bookings();
  expect(more).toHaveLength(0);
  expect(booking).toMatchObject({
    event: "tess/30min",
    start: time,
    attendee: { name: "John Doe", email: "john@example.com" },
    metadata: {
      ticketId: "123",
      ticketNumber: "123",
      ticketUrl: `${portal.origin}/tickets/123`,
      portal: "demo",
    },
  });
  expect(booking?.guests).toEqual([]);

  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(card.booked).toContainText("Call booked");
  await page.reload();
  await expect(card.booked).toContainText("Call booked");
});

test("a booked slot is gone the next time", async ({ page, portal, scheduler, configure }) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  const { dialog, calendar, booked } = dialogOf(page);
  const first = await bookFirstSlot(calendar);
  await expect(booked).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();

  await cardOf(page).host.getByRole("button", { name: "Book another call" }).click();
  const second = await bookFirstSlot(calendar);
  expect(second).not.toBe(first);
  await expect.poll(() => scheduler.bookings().length).toBe(2);
});

test("a slot that is taken meanwhile: the calendar says so, nothing is reported as booked", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  const { calendar, booked } = dialogOf(page);
  const time = await chooseSlot(calendar);
  scheduler.takeSlot("tess/30min", time);
  await calendar.getByTestId("confirm").click();
  await expect(calendar.getByTestId("taken")).toBeVisible();
  await expect(booked).toHaveCount(0);
});

for (const { event, heading, text } of [
  { event: "confirm", heading: "Call requested", text: "Tess Tech still has to confirm it." },
  { event: "paid", heading: "Payment needed", text: "The call is booked once it is paid." },
]) {
  test(`${event}: "${heading}" instead of "booked"`, async ({ page, portal, scheduler, configure }) => {
    await configure(demo(portal, scheduler, { "tess@example.com": `${scheduler.origin}/tess/${event}` }));
    await page.goto(`${portal.origin}/agent/tickets/123`);
    await cardOf(page).book.click();
    const { dialog, calendar, booked } = dialogOf(page);
    await bookFirstSlot(calendar);
    await expect(booked).toContainText(heading);
    await expect(booked).toContainText(text);
    await expect(dialog.getByText("Call booked")).toHaveCount(0);
  });
}

for (const [kind, path] of [
  ["a profile", "tess"],
  ["a team's event", "team/noc/30min"],
  ["a private link, which has no embed route", "d/abc123/30min"],
  ["a link with a query of its own", "tess/30min?layout=week_view&duration=30"],
] as const) {
  test(`opens ${kind}`, async ({ page, portal, scheduler, configure }) => {
    await configure(demo(portal, scheduler, { "tess@example.com": `${scheduler.origin}/${path}` }));
    await page.goto(`${portal.origin}/agent/tickets/123`);
    await cardOf(page).book.click();
    const { calendar, booked } = dialogOf(page);
    if (path === "tess") await calendar.getByRole("link").filter({ hasText: "30" }).first().click();
    await bookFirstSlot(calendar);
    await expect(booked).toContainText("Call booked");
    const [booking] = scheduler.bookings();
    expect(booking?.metadata).toMatchObject({ ticketNumber: "123" });
    if (path.includes("?")) expect(booking?.query).toMatchObject({ duration: ["30"], layout: ["week_view"] });
  });
}

test("closes by Escape, by its button and by a click beside it; the focus goes back to the button", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const card = cardOf(page);
  const { dialog } = dialogOf(page);
  for (const close of [
    () => page.keyboard.press("Escape"),
    () => dialog.getByRole("button", { name: "Close" }).click(),
    () => page.mouse.click(5, 5),
  ]) {
    await card.book.click();
    await expect(dialog).toBeVisible();
    await close();
    await expect(dialog).toHaveCount(0);
    await expect(card.book).toBeFocused();
  }
});

test("opens by keyboard alone", async ({ page, portal, scheduler, configure }) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const card = cardOf(page);
  await card.book.focus();
  await page.keyboard.press("Enter");
  await expect(dialogOf(page).dialog).toBeVisible();
});

test("copies a link that carries the ticket", async ({ page, context, portal, scheduler, configure }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: portal.origin });
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const card = cardOf(page);
  await card.copy.click();
  await expect(card.host.getByText("Link copied")).toBeVisible();
  const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied.origin + copied.pathname).toBe(`${scheduler.origin}/tess/30min`);
  expect(copied.searchParams.get("metadata[ticketNumber]")).toBe("123");
});
