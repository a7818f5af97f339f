import { createHmac } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { type Answer, type LocalServer, serve } from "../../scheduler/local-server";
import { test as base, bookFirstSlot, cardOf, demo, dialogOf, expect } from "../fixtures";

interface Delivery {
  id: string;
  type: string;
  data: { booking: string; attendee: unknown; ticket: object };
  raw: string;
  isGenuine(secret: string): boolean;
}

/** A server of somebody's own, which is told of bookings. */
interface Receiver extends LocalServer {
  got: Delivery[];
  answer: () => Answer | Promise<Answer>;
}

const test = base.extend<{ receiver: Receiver }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  receiver: async ({}, use) => {
    const got: Delivery[] = [];
    const server = await serve(({ headers, body, method, url }) => {
      const [id, time, signature] = ["id", "timestamp", "signature"].map(
        (name) => headers[`webhook-${name}`],
      );
      expect([method, url.pathname, headers.cookie, headers.referer]).toEqual([
        "POST",
        "/hook",
        undefined,
        undefined,
      ]);
      got.push({
        ...(JSON.parse(body) as Pick<Delivery, "type" | "data">),
        id: String(id),
        raw: body,
        isGenuine(secret) {
          const key = Buffer.from(secret.replace("whsec_", ""), "base64");
          const expected = createHmac("sha256", key).update(`${id}.${time}.${body}`).digest("base64");
          return signature === `v1,${expected}` && Math.abs(Date.now() / 1000 - Number(time)) < 300;
        },
      });
      return receiver.answer();
    });
    const receiver: Receiver = { ...server, got, answer: () => ({ status: 204 }) };
    await use(receiver);
    await server.close();
  },
});

/** Switches the webhook on, as a person does. @returns the secret, which is shown this once */
async function tell(options: Page, receiver: Receiver): Promise<string> {
  await options.getByLabel("Address").fill(`${receiver.origin}/hook`);
  await options.getByRole("button", { name: "Save and switch on" }).click();
  await expect(options.getByText("Bookings are now told to")).toBeVisible();
  return (await options.getByLabel("Signing secret").textContent()) ?? "";
}

async function book(page: Page): Promise<void> {
  const { dialog, calendar, booked } = dialogOf(page);
  await cardOf(page).book.click();
  await bookFirstSlot(calendar);
  await expect(booked).toContainText("Call booked");
  await dialog.getByRole("button", { name: "Close" }).click();
}

/** As the browser does when the alarm's time has come. */
async function ringAlarm(context: BrowserContext): Promise<void> {
  await context.serviceWorkers()[0]?.evaluate(async () => {
    const { webhookState } = await chrome.storage.local.get("webhookState");
    await chrome.storage.local.set({ webhookState: { ...Object(webhookState), until: null } });
    const alarms = chrome.alarms.onAlarm as typeof chrome.alarms.onAlarm & { dispatch(alarm: object): void };
    alarms.dispatch({ name: "webhook", scheduledTime: Date.now() });
  });
}

const typesOf = ({ got }: Receiver) => got.map(({ type }) => type);

test("booked, cancelled: each is told once, signed, without uid and without who attends", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
  receiver,
}) => {
  await configure(demo(portal, scheduler));
  const options = await open("options.html#automation");
  const secret = await tell(options, receiver);
  await options.reload();
  await expect(options.getByText(`${receiver.origin}/hook`)).toBeVisible();
  await expect(options.getByLabel("Signing secret")).toHaveCount(0);

  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await book(page);
  await expect.poll(() => typesOf(receiver)).toEqual(["booking.created"]);
  const [booking] = scheduler.bookings();
  await cardOf(page).host.getByRole("button", { name: "Cancel" }).click();
  await dialogOf(page).calendar.getByTestId("cancel").click();
  await expect.poll(() => typesOf(receiver)).toEqual(["booking.created", "booking.cancelled"]);

  const [created, cancelled] = receiver.got;
  expect(created?.isGenuine(secret) && cancelled?.isGenuine(secret)).toBe(true);
  expect(created?.isGenuine("whsec_AAAA")).toBe(false);
  expect(created?.data).toMatchObject({ ticket: { number: "123" }, attendee: null });
  expect(created?.data.booking).toBe(cancelled?.data.booking);
  expect(booking?.uid).toBeTruthy();
  for (const { raw } of receiver.got) {
    for (const word of [booking?.uid ?? "?", booking?.attendee.email ?? "?"]) expect(raw).not.toContain(word);
  }
  await options.bringToFront();
  await expect(options.locator(".rows > li")).toHaveText([
    /^Cancelled: #123.*Delivered/,
    /^Booked: #123.*Delivered/,
  ]);

  const near = await options.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
  for (const word of [secret, "/hook"]) expect(near).not.toContain(word); // what content scripts could read
});

test("a receiver that is down: said in words, and tried again under the same id", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
  context,
  receiver,
}) => {
  await configure(demo(portal, scheduler));
  const options = await open("options.html#automation");
  await tell(options, receiver);
  receiver.answer = () => ({ status: 503 });
  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await book(page);
  await expect.poll(() => receiver.got.length).toBe(1);
  await options.bringToFront();
  const row = options.locator(".rows > li");
  await expect(row).toContainText(/answered 503. It will be tried again on /);
  await ringAlarm(context);
  await expect.poll(() => receiver.got.length).toBe(2);
  receiver.answer = () => ({ status: 204 });
  await options.getByRole("button", { name: "Try again now" }).click();
  await expect(row).toContainText("Delivered");
  expect(new Set(receiver.got.map(({ id }) => id)).size).toBe(1);
  expect(receiver.got).toHaveLength(3);

  receiver.answer = () => ({ status: 410 });
  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/126`);
  await book(page);
  await options.bringToFront();
  await expect(options.getByText("gone for good (410), so the webhook was switched off")).toBeVisible();
  await expect(options.getByLabel("Tell the webhook")).not.toBeChecked();
  receiver.answer = () => ({ status: 204 });
  await options.getByLabel("Tell the webhook").check();
  await expect(row).toHaveText([/Delivered/, /Delivered/]);
});

test("the background is stopped between the record and the delivery: it is delivered by the next one", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
  context,
  receiver,
}) => {
  await configure(demo(portal, scheduler));
  const options = await open("options.html#automation");
  await tell(options, receiver);
  receiver.answer = () => new Promise<Answer>(() => {}); // never answers
  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await book(page);
  await expect.poll(() => receiver.got.length).toBe(1);
  const session = await context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  receiver.answer = () => ({ status: 204 });
  const alarm = await options.evaluate(() => chrome.alarms.get("webhook"));
  expect(alarm?.scheduledTime).toBeGreaterThan(Date.now()); // the browser would wake it
  await options.evaluate(() =>
    chrome.runtime.sendMessage({ type: "closeBooking", session: "none" }).catch(() => {}),
  );
  await expect.poll(() => receiver.got.length).toBe(2);
  expect(receiver.got[0]?.id).toBe(receiver.got[1]?.id);
  await options.bringToFront();
  await expect(options.locator(".rows > li")).toContainText("Delivered");
});

test("a test says what the receiver answers; a new secret counts at once; removed, it is told nothing", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
  context,
  receiver,
}) => {
  await configure(demo(portal, scheduler));
  const options = await open("options.html#automation");
  await options.getByLabel("Address").fill("hooks.example.com");
  await options.getByRole("button", { name: "Save and switch on" }).click();
  await expect(options.getByText("This is not an address such as")).toBeVisible();
  const secret = await tell(options, receiver);
  await options.getByRole("button", { name: "Send a test" }).click();
  await expect(options.getByText("has received the test and answered 204")).toBeVisible();
  expect(typesOf(receiver)).toEqual(["callcard.test"]);
  expect(receiver.got[0]?.isGenuine(secret)).toBe(true);
  receiver.answer = () => ({ status: 302, headers: { Location: "/elsewhere" } });
  await options.getByRole("button", { name: "Send a test" }).click();
  await expect(options.getByText("redirects are not followed")).toBeVisible();
  receiver.answer = () => ({ status: 204 });

  await options.getByRole("button", { name: "New secret" }).click();
  await expect(options.getByLabel("Signing secret")).not.toHaveText(secret);
  const renewed = await options.getByLabel("Signing secret").textContent();
  await options.getByLabel("Say who attends").check();
  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await book(page);
  await expect.poll(() => typesOf(receiver).at(-1)).toBe("booking.created");
  expect(receiver.got.at(-1)?.isGenuine(renewed ?? "")).toBe(true);
  expect(receiver.got.at(-1)?.data.attendee).toMatchObject({
    email: scheduler.bookings()[0]?.attendee.email,
  });

  await options.bringToFront();
  await options.getByRole("button", { name: "Remove" }).click();
  await expect(options.getByText("Removed the webhook")).toBeVisible();
  const told = receiver.got.length;
  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/126`);
  await book(page);
  await ringAlarm(context);
  await options.bringToFront();
  await options.getByRole("button", { name: "Undo" }).click();
  await expect(options.getByText(`${receiver.origin}/hook`)).toBeVisible();
  expect(receiver.got).toHaveLength(told);
});

/** What the page's own scripts hear, from its first moment on. */
async function listen(page: Page): Promise<() => Promise<unknown[]>> {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    document.addEventListener("callcard", (event) => heard.push(JSON.parse((event as CustomEvent).detail)));
  });
  return () => page.evaluate(() => (window as Window & { heard?: unknown[] }).heard ?? []);
}

test("the page hears what happens on the card, where that is switched on", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  const heard = await listen(page);
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await book(page);
  expect(await heard()).toEqual([]);

  const options = await open("options.html#automation");
  await options.getByLabel("Tell the portal’s pages what happens on the card").check();
  await expect(options.getByText("Saved.")).toBeVisible();
  await page.bringToFront();
  await page.goto(`${portal.origin}/agent/tickets/126`);
  await book(page);
  await cardOf(page).host.getByRole("button", { name: "Reschedule" }).click();
  await bookFirstSlot(dialogOf(page).calendar);
  await dialogOf(page).dialog.getByRole("button", { name: "Close" }).click();
  await cardOf(page).host.getByRole("button", { name: "Cancel" }).click();
  await dialogOf(page).calendar.getByTestId("cancel").click();
  await expect.poll(heard).toEqual(
    ["card-shown", "opened", "booked", "rescheduled", "cancelled"].map((event) => ({
      version: 1,
      event,
      ticketId: "126",
    })),
  );
});
