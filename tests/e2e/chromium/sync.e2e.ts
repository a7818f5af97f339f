import type { Page } from "@playwright/test";
import { type CalendlyStandIn, startCalendly } from "../../scheduler/calendly";
import { addAccount } from "../../setup/add-account";
import { test as base, bookFirstSlot, cardOf, demo, dialogOf, expect } from "../fixtures";
import { flowOf } from "../native-flow";
import { nearPages, ringSync, stopWorker } from "../sync";

interface Synced {
  /** Options of a browser that has Tess's key for Cal.com. */
  calComOptions: Page;
  calendly: CalendlyStandIn;
  /** Options of a browser that has Tess's token for Calendly. */
  calendlyOptions: Page;
}

const test = base.extend<Synced>({
  calComOptions: async ({ portal, scheduler, configure, open }, use) => {
    await configure(demo(portal, scheduler));
    const options = await open("options.html#accounts");
    await addAccount(options, {
      scheduler: "Cal.com on a server of your own",
      site: scheduler.origin,
      api: scheduler.api,
      token: scheduler.key,
    });
    await use(options);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  calendly: async ({}, use) => {
    const calendly = await startCalendly();
    await use(calendly);
    await calendly.close();
  },
  calendlyOptions: async ({ portal, scheduler, calendly, configure, open }, use) => {
    const configuration = demo(portal, scheduler, { "tess@example.com": `${calendly.origin}/tess` });
    (configuration as { bookingHosts: string[] }).bookingHosts.push(new URL(calendly.origin).host);
    await configure(configuration);
    const options = await open("options.html#accounts");
    await addAccount(options, {
      scheduler: "Calendly",
      token: calendly.token,
      api: `${calendly.apiOrigin}/`,
    });
    await use(options);
  },
});

/** A link of somebody else's CallCard for ticket 123. */
const about = (portal: { origin: string }, ticket = "123") => ({
  portal: "demo",
  ticketId: ticket,
  ticketNumber: ticket,
  ticketUrl: `${portal.origin}/agent/tickets/${ticket}`,
});

/** Goes to a group of the bookings, with the history of the only one open. @returns its lines */
async function historyIn(options: Page, group: string) {
  await options.goto(options.url().replace(/#.*/, `#bookings?group=${group}`));
  await options.reload();
  const row = options.locator(".bookings > li");
  await expect(row).toHaveCount(1);
  await row.getByText(/^What happened/).click();
  return row.locator("li");
}

test("Cal.com: booked elsewhere for our ticket, moved and cancelled by mail", async ({
  page,
  portal,
  scheduler,
  calComOptions: options,
}) => {
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const card = cardOf(page);
  await expect(card.book).toBeVisible();
  const booked = scheduler.bookElsewhere("tess/30min", about(portal));
  scheduler.bookElsewhere("tess/30min", {}); // about no ticket: not ours
  scheduler.bookElsewhere("tess/30min", { portal: "elsewhere", ticketId: "9", ticketNumber: "9" });
  await ringSync(options);
  await expect(card.booked).toContainText("Call booked");
  await expect(card.booked).toHaveCount(1);
  const before = await card.booked.textContent();
  await expect(options.getByText(/^Last asked on .*: 1 call changed\.$/)).toBeVisible();

  const moved = scheduler.moveByMail(booked.uid);
  await stopWorker(page);
  await ringSync(options);
  await expect(card.booked).not.toHaveText(before ?? "");
  await expect(card.booked).toHaveCount(1);

  scheduler.cancelByMail(moved.uid);
  await ringSync(options);
  await expect(card.booked).toHaveCount(0);
  await expect(await historyIn(options, "cancelled")).toHaveText([
    /: booked for/,
    /: moved to/,
    /: cancelled$/,
  ]);
  await options.getByRole("button", { name: /^Upcoming/ }).click();
  await expect(options.locator(".bookings > li")).toHaveCount(0); // nobody else's calls
  const near = await nearPages(options);
  for (const { uid } of [booked, moved]) expect(near).not.toContain(uid);
});

test("Cal.com: a booking of ours that waits is confirmed by the host", async ({
  page,
  portal,
  scheduler,
  configure,
  calComOptions: options,
}) => {
  await configure(demo(portal, scheduler, { "tess@example.com": `${scheduler.origin}/tess/confirm` }));
  await options.getByLabel("Choose times inside CallCard").uncheck();
  await expect(options.getByText("Saved.")).toBeVisible();
  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const card = cardOf(page);
  await card.book.click();
  const { dialog, calendar } = dialogOf(page);
  await bookFirstSlot(calendar);
  await expect(dialogOf(page).booked).toContainText("Call requested");
  await dialog.getByRole("button", { name: "Close" }).click();
  scheduler.confirmByMail(scheduler.bookings()[0]?.uid ?? "");
  await ringSync(options);
  await expect(card.booked).toContainText("Call booked");
  await expect(await historyIn(options, "upcoming")).toHaveText([
    /calendar opened$/,
    /: booked for/,
    /: confirmed$/,
  ]);
});

test("Calendly: booked, moved and cancelled elsewhere, and each call is asked for once", async ({
  page,
  portal,
  calendly,
  calendlyOptions: options,
}) => {
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const card = cardOf(page);
  await expect(card.book).toBeVisible();
  const tracking = { utm_source: "callcard", utm_campaign: "demo", utm_content: "123" };
  const booked = calendly.bookElsewhere("tess/30min", tracking);
  calendly.bookElsewhere("tess/30min", { utm_source: "newsletter", utm_content: "123" });
  await ringSync(options);
  await expect(card.booked).toContainText("Call booked");
  await expect(card.booked).toHaveCount(1);
  const before = await card.booked.textContent();
  const moved = calendly.moveByMail(booked.uuid);
  await ringSync(options);
  await expect(card.booked).not.toHaveText(before ?? "");
  await expect(card.booked).toHaveCount(1);
  calendly.cancelByMail(moved.uuid);
  await ringSync(options);
  await expect(card.booked).toHaveCount(0);
  await expect(await historyIn(options, "cancelled")).toHaveText([
    /: booked for/,
    /: moved to/,
    /: cancelled$/,
  ]);
  // Events whose invitees are known are not asked for once more.
  const asked = calendly.requests().filter((request) => request.includes("/invitees"));
  expect(asked).toHaveLength(5);
});

test("a link that was made for a customer, and used: it becomes the booking", async ({
  page,
  portal,
  calendly,
  calendlyOptions: options,
  context,
}) => {
  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const card = cardOf(page);
  await card.book.click();
  const { dialog, ours } = dialogOf(page);
  await flowOf(ours).type("30 Minute Meeting").click();
  await ours.getByRole("button", { name: "Make a link for the customer" }).click();
  const link = (await ours.locator(".made-link a").getAttribute("href")) ?? "";
  await dialog.getByRole("button", { name: "Close" }).click();
  const customer = await context.newPage();
  await customer.goto(link);
  await bookFirstSlot(customer);
  await expect(customer.getByTestId("booked")).toBeVisible();
  await ringSync(options);
  await page.bringToFront();
  await expect(card.booked).toContainText("Call booked");
  await expect(card.booked).not.toContainText("The time is in the confirmation mail.");
  expect(calendly.bookings()).toHaveLength(1);
  await expect(await historyIn(options, "upcoming")).toHaveText([
    /calendar opened$/,
    /: link made$/,
    /: booked for/,
  ]);
  await options.getByRole("button", { name: /^Started, not booked/ }).click();
  await expect(options.getByRole("button", { name: /^Copy link/ })).toHaveCount(0);
  expect(await nearPages(options)).not.toContain(new URL(link).pathname);
});

test("Look now: what came of it, and the scheduler's own words for what did not work", async ({
  portal,
  scheduler,
  calComOptions: options,
  context,
}) => {
  const goTo = (section: string) => options.goto(options.url().replace(/#.*/, `#${section}`));
  await goTo("bookings");
  const look = options.getByRole("button", { name: "Look now" });
  const held = scheduler.hold();
  scheduler.bookElsewhere("tess/30min", about(portal));
  scheduler.bookElsewhere("tess/15min", about(portal, "124"));
  await look.click();
  await held.arrived;
  await expect(options.getByText("Cal.com is being asked what has changed …")).toBeVisible();
  held.release();
  await expect(options.getByText("2 calls changed.")).toBeVisible();
  await expect(options.locator(".bookings > li")).toHaveCount(2);
  await look.click();
  await expect(options.getByText("Nothing has changed.")).toBeVisible();

  scheduler.failNext(503);
  await look.click();
  await expect(options.getByText(/fault of its own at the moment \(error 503\)/)).toBeVisible();
  scheduler.allow(0);
  await look.click();
  await expect(options.getByText(/asks to wait/)).toBeVisible();
  const asked = scheduler.requests().length;
  await look.click(); // its wait is kept, whoever asks
  await expect(options.getByText(/^No account could be asked/)).toBeVisible();
  expect(scheduler.requests()).toHaveLength(asked);
  await goTo("accounts");
  await expect(
    options.getByText(/^Last asked on .*, without success: .* Not asked again before /),
  ).toBeVisible();

  scheduler.allow(120);
  scheduler.revokeKey();
  await ringSync(options);
  await expect(options.getByText(/Cal.com no longer accepts the access token/)).toBeVisible();
  const before = scheduler.requests().length;
  await goTo("bookings");
  await look.click();
  await expect(options.getByText(/^No account could be asked/)).toBeVisible();
  await context.setOffline(true);
  expect(scheduler.requests()).toHaveLength(before);
});

test("off: no alarm, no button, nobody is asked", async ({ portal, scheduler, calComOptions: options }) => {
  const alarms = () => options.evaluate(async () => (await chrome.alarms.getAll()).map(({ name }) => name));
  await expect.poll(alarms).toContain("sync");
  await options.getByLabel("Keep bookings in step").uncheck();
  await expect.poll(alarms).not.toContain("sync");
  scheduler.bookElsewhere("tess/30min", about(portal));
  const before = scheduler.requests().length;
  await options.goto(options.url().replace(/#.*/, "#bookings"));
  await expect(options.getByText("No bookings yet.")).toBeVisible();
  await expect(options.getByRole("button", { name: "Look now" })).toHaveCount(0);
  expect(scheduler.requests()).toHaveLength(before);
  await options.goto(options.url().replace(/#.*/, "#accounts"));
  await options.getByLabel("Keep bookings in step").check();
  await expect.poll(alarms).toContain("sync");
});

test("the background is stopped while a scheduler answers: the next turn makes up for it", async ({
  page,
  portal,
  scheduler,
  calComOptions: options,
}) => {
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expect(cardOf(page).book).toBeVisible();
  scheduler.bookElsewhere("tess/30min", about(portal));
  const held = scheduler.hold();
  await ringSync(options);
  await held.arrived;
  await stopWorker(page);
  held.release();
  await ringSync(options);
  await expect(cardOf(page).booked).toHaveCount(1);
  await ringSync(options);
  await expect(options.getByText(/^Last asked on .*: nothing had changed\.$/)).toBeVisible();
  await expect(cardOf(page).booked).toHaveCount(1);
});
