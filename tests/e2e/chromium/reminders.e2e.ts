import type { Page, Worker } from "@playwright/test";
import { moveCall } from "../../setup/move-call";
import { bookFirstSlot, cardOf, demo, dialogOf, expect, test } from "../fixtures";

const MINUTE = 60_000;

/** Rings the alarm in the worker, twice at once. @returns the reminders that are on the screen then */
async function ring(worker: Worker): Promise<string[]> {
  return worker.evaluate(async () => {
    for (let turn = 0; turn < 2; turn++)
      chrome.alarms.onAlarm.dispatch({
        name: "reminders",
        scheduledTime: Date.now(),
        periodInMinutes: undefined,
      });
    await navigator.locks.request("callcard:reminders", () => undefined);
    return Object.keys(await chrome.notifications.getAll());
  });
}

async function workerOf(page: Page): Promise<Worker> {
  return page.context().serviceWorkers()[0] ?? page.context().waitForEvent("serviceworker");
}

test.beforeEach(async ({ page, portal, scheduler, configure }) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  await dialogOf(page).dialog.getByRole("button", { name: "Close" }).click();
});

/** Switches reminders on, by the person's click; then as if it had been long ago. */
async function switchOn(options: Page): Promise<void> {
  await options.getByRole("checkbox", { name: "Remind me of booked calls" }).click();
  await expect(options.getByText("Reminders are on.")).toBeVisible();
  await options.evaluate(async () => {
    const { reminders } = await chrome.storage.local.get<{ reminders: object }>("reminders");
    await chrome.storage.local.set({ reminders: { ...reminders, since: "2026-01-01T00:00:00.000Z" } });
  });
}

const shown = (options: Page) =>
  options.evaluate(async () => Object.keys(await chrome.notifications.getAll()));

async function stopWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}

test("off until switched on; then told once, however often the alarm rings", async ({ page, open }) => {
  const options = await open("options.html#reminders");
  const worker = await workerOf(page);
  await moveCall(options, 9);
  expect(await ring(worker)).toEqual([]);
  await switchOn(options);
  const call = await moveCall(options, 9);
  const id = `reminder ${call.id} ${Date.parse(call.start)} alone`;
  expect(await ring(worker)).toEqual([id]);
  await worker.evaluate((id) => chrome.notifications.clear(id), id);
  expect(await ring(worker)).toEqual([]);

  // The browser stops the background; whatever starts it again does not tell it twice.
  await stopWorker(page);
  await options.evaluate(() => chrome.runtime.sendMessage({ type: "dropDraft" }));
  expect(await ring(await workerOf(page))).toEqual([]);

  // Moved to another time: it is another reminder.
  const moved = await moveCall(options, 8);
  expect(await ring(await workerOf(page))).toEqual([`reminder ${moved.id} ${Date.parse(moved.start)} alone`]);
});

test("the alarm is set to the next reminder; switched off, there is none", async ({ page, open }) => {
  const options = await open("options.html#reminders");
  await switchOn(options);
  const call = await moveCall(options, 80);
  await ring(await workerOf(page));
  const alarm = () => options.evaluate(() => chrome.alarms.get("reminders"));
  expect((await alarm())?.scheduledTime).toBe(Date.parse(call.start) - 60 * MINUTE);
  await options.getByRole("checkbox", { name: "1 hour before" }).uncheck();
  await options.getByRole("spinbutton").fill("75");
  await options.getByRole("button", { name: "Add" }).click();
  await expect(options.getByRole("checkbox", { name: "75 minutes before" })).toBeChecked();
  await expect.poll(async () => (await alarm())?.scheduledTime).toBe(Date.parse(call.start) - 75 * MINUTE);
  await options.getByRole("checkbox", { name: "Remind me of booked calls" }).click();
  await expect.poll(alarm).toBeUndefined();
});

test("snoozed by the notification's button: gone, and told again when the time has come", async ({
  page,
  open,
}) => {
  const options = await open("options.html#reminders");
  await switchOn(options);
  const { id, start } = await moveCall(options, 4, { joinUrl: "https://meet.example.com/7" });
  const worker = await workerOf(page);
  const reminder = `reminder ${id} ${Date.parse(start)} join`;
  expect(await ring(worker)).toEqual([reminder]);
  await worker.evaluate((reminder) => chrome.notifications.onButtonClicked.dispatch(reminder, 1), reminder);
  await expect.poll(() => shown(options)).toEqual([]);
  // Five minutes are more than there is left: when it begins.
  await expect
    .poll(async () => (await options.evaluate(() => chrome.alarms.get("reminders")))?.scheduledTime)
    .toBe(Date.parse(start));
  expect(await ring(worker)).toEqual([]);
  await options.evaluate((id) => {
    const opening = indexedDB.open("callcard-reminders");
    return new Promise((resolve) => {
      opening.onsuccess = () => {
        const store = opening.result.transaction("snoozed", "readwrite").objectStore("snoozed");
        store.get(id).onsuccess = (event) => {
          const { result } = event.target as IDBRequest<{ start: number }>;
          store.put({ ...result, until: Date.now() - 1 }, id).onsuccess = resolve;
        };
      };
    });
  }, id);
  expect(await ring(worker)).toEqual([reminder]);
});

test("cancelled: nothing is told, and what is on the screen goes", async ({ page, open, scheduler }) => {
  const options = await open("options.html#reminders");
  await switchOn(options);
  await moveCall(options, 9);
  expect(await ring(await workerOf(page))).toHaveLength(1);
  await page.bringToFront();
  await cardOf(page).host.getByRole("button", { name: "Cancel" }).click();
  await dialogOf(page).calendar.getByTestId("cancel").click();
  await expect.poll(() => scheduler.bookings()).toEqual([]);
  await expect.poll(() => shown(options)).toEqual([]);
  await moveCall(options, 8);
  expect(await ring(await workerOf(page))).toEqual([]);
});

test("a click on the reminder opens the brief", async ({ page, open, context }) => {
  const options = await open("options.html#reminders");
  await switchOn(options);
  await moveCall(options, 9);
  const worker = await workerOf(page);
  const [reminder] = await ring(worker);
  const opened = context.waitForEvent("page");
  await worker.evaluate((reminder) => chrome.notifications.onClicked.dispatch(reminder ?? ""), reminder);
  const brief = await opened;
  await expect(brief.getByText(/^The call begins in [89] minutes\.$/)).toBeVisible();
  await expect.poll(() => shown(options)).toEqual([]);
});
