import { startDemoPortal } from "../../portals/demo/server";
import { bookFirstSlot, cardOf, demo, dialogOf, expect, test } from "../fixtures";

test("a portal that forbids every frame: it works, and the portal gets no policy report because of us", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const policy = (await page.request.get(page.url())).headers()["content-security-policy"];
  expect(policy).toContain("frame-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");

  const before = portal.cspReports().length;
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toBeVisible();
  expect(portal.cspReports().slice(before)).toEqual([]);
  // The reports would arrive: a frame of the page's own makes one.
  await page.evaluate((origin) => {
    const frame = document.createElement("iframe");
    frame.src = `${origin}/tess/30min`;
    document.body.append(frame);
  }, scheduler.origin);
  await expect.poll(() => portal.cspReports().length).toBeGreaterThan(before);
});

test("a portal with COEP blocks the frame: the booking goes on in a window of its own", async ({
  page,
  context,
  scheduler,
  configure,
}) => {
  const portal = await startDemoPortal({ coep: true });
  try {
    await configure(demo(portal, scheduler));
    await page.goto(`${portal.origin}/agent/tickets/123`);
    const opened = context.waitForEvent("page", { timeout: 20_000 });
    await cardOf(page).book.click();
    const { dialog, booked } = dialogOf(page);
    const window = await opened;
    await expect(dialog).toContainText(/This page does not let calendars|The calendar did not answer/);
    await expect(dialog).toContainText("The calendar is open in a window of its own.");
    await bookFirstSlot(window.frameLocator("iframe") as never);
    await expect(window.locator(".booked")).toContainText("Call booked");
    await expect(booked).toContainText("Call booked");
    expect(scheduler.bookings().at(-1)?.metadata).toMatchObject({ ticketNumber: "123" });

    // The next click, on another ticket, waits for no frame.
    await page.goto(`${portal.origin}/agent/tickets/126`);
    const next = context.waitForEvent("page");
    const clicked = Date.now();
    await cardOf(page).book.click();
    const nextWindow = await next;
    await expect(dialog).toContainText("This page does not let calendars be shown inside it.");
    expect(Date.now() - clicked).toBeLessThan(3_000); // the shortest silence
    await expect(page.locator("callcard-dialog iframe")).toHaveCount(0);
    await bookFirstSlot(nextWindow.frameLocator("iframe") as never);
    await expect(booked).toContainText("Call booked");
  } finally {
    await portal.close();
  }
});

test("a calendar that says nothing: window, then the plain link, with the cause in words", async ({
  page,
  context,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler, { "tess@example.com": `${scheduler.origin}/silent/30min` }));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const opened = context.waitForEvent("page", { timeout: 20_000 });
  await cardOf(page).book.click();
  const { dialog } = dialogOf(page);
  await expect(dialog.getByText("Opening the calendar")).toBeVisible();
  await expect(dialog.getByRole("link", { name: "Open the calendar in a new tab" })).toBeVisible();
  const window = await opened;
  await expect(dialog).toContainText("The calendar did not answer.");
  // Its page is silent there, too: what its interface answers is tried, and the plain link stays.
  await expect(window.getByText("The page of Cal.com could not be loaded.")).toBeVisible({ timeout: 20_000 });
  const link = window.getByRole("link", { name: "Open the calendar in a new tab" });
  expect(await link.getAttribute("href")).toContain(`${scheduler.origin}/silent/30min?`);
});

test("a calendar that does not exist: the dialog says so and offers the link", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler, { "tess@example.com": `${scheduler.origin}/tess/gone` }));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  const { dialog } = dialogOf(page);
  await expect(dialog.getByRole("alert")).toContainText("does not exist (error 404)");
  await expect(dialog.getByRole("link", { name: "Open the calendar in a new tab" })).toBeVisible();
});
