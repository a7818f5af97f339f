import { bookFirstSlot, cardOf, chooseSlot, demo, dialogOf, expect, test } from "../fixtures";

const forged = {
  originator: "CAL",
  type: "bookingSuccessfulV2",
  namespace: "callcard",
  fullType: "CAL:callcard:bookingSuccessfulV2",
  data: {
    uid: "forged",
    startTime: "2027-01-04T09:00:00.000Z",
    endTime: "2027-01-04T09:30:00.000Z",
    status: "ACCEPTED",
    paymentRequired: false,
    isRecurring: false,
  },
};

test("an event type with a redirect does not carry the ticket's tab away", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler, { "tess@example.com": `${scheduler.origin}/tess/redirect` }));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  expect(page.url()).toBe(`${portal.origin}/agent/tickets/123`);
});

test("a forged booking message, from the portal page and from another frame, is ignored", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  const { calendar, ours, booked } = dialogOf(page);
  await calendar.getByTestId("day").first().waitFor();

  const target = page.frames().find((frame) => frame.url().includes("booking.html"));
  expect(target).toBeDefined();
  // The portal page itself: it can reach our frame's window through the open shadow root.
  const reached = await page.evaluate((message) => {
    const frame = document.querySelector("callcard-dialog")?.shadowRoot?.querySelector("iframe");
    frame?.contentWindow?.postMessage(message, "*");
    return Boolean(frame?.contentWindow);
  }, forged);
  expect(reached).toBe(true);
  // Another frame inside our booking page's tree: the extension page's own window, as an attacker's script would.
  await target?.evaluate((message) => window.postMessage(message, "*"), forged);

  // Both arrive before what comes after them: an answer of the background to the same frame, and a click in it.
  await target?.evaluate(() =>
    chrome.runtime.sendMessage({ type: "closeBooking", session: crypto.randomUUID() }),
  );
  await chooseSlot(calendar);
  const records = await chromium.worker.evaluate(async () =>
    Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith("booked:")),
  );
  expect(records).toEqual([]);
  await expect(booked).toHaveCount(0);

  await calendar.getByTestId("confirm").click(); // and a real one counts
  await expect(booked).toHaveCount(1);
  await expect(ours.locator("body")).not.toContainText("forged");
  expect(scheduler.bookings().at(-1)?.uid).not.toBe("forged");
});

test("a page that frames booking.html gets an error page, also with the id of a real session", async ({
  page,
  context,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  await dialogOf(page).calendar.getByTestId("day").first().waitFor();
  const real = await page.evaluate(
    () => document.querySelector("callcard-dialog")?.shadowRoot?.querySelector("iframe")?.src ?? "",
  );
  expect(real).toContain("booking.html#");

  const thief = await context.newPage();
  await thief.goto(`${scheduler.origin}/silent/30min`);
  for (const src of [`chrome-extension://${chromium.extensionId}/booking.html`, real]) {
    await thief.evaluate((src) => {
      const frame = document.createElement("iframe");
      frame.src = src;
      document.body.replaceChildren(frame);
    }, src);
    await expect(thief.frameLocator("iframe").getByRole("heading")).toHaveText("Nothing to book here");
  }
});

test("a click that no person made is ignored", async ({ page, portal, scheduler, configure }) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const card = cardOf(page);
  await card.book.evaluate((button: HTMLElement) => {
    button.click();
    button.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  });
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(page.locator("callcard-dialog")).toHaveCount(0);
  await card.book.click();
  await expect(dialogOf(page).dialog).toBeVisible();
});

test("a ticket whose text imitates the assignee does not change whom the card names", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  const configuration = demo(portal, scheduler) as { technicians: object[] };
  configuration.technicians.push({
    email: "evil@example.com",
    name: "Evil",
    link: `${scheduler.origin}/rob/30min`,
  });
  await configure(configuration);
  for (const path of ["/agent/tickets/127", "/tickets/127", "/app/tickets/127"]) {
    await page.goto(`${portal.origin}${path}`);
    await expect(page.getByText("evil@example.com").first()).toBeAttached();
    await expect(cardOf(page).text).toContainText("tess@example.com");
  }
});

test("the extension writes nothing into the portal's console", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  const lines: string[] = [];
  page.on("console", (message) => lines.push(message.text()));
  page.on("pageerror", (error) => lines.push(String(error)));
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toBeVisible();
  expect(lines).toEqual([]);
});
