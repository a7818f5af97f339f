import { moveCallIn } from "../../setup/move-call";
import { demo } from "../fixtures";
import { bookFirstSlot, expect, openCalendar, test, textOf, textsOf } from "./fixtures";

test("the reminder is shown, once, and without the buttons that Firefox does not have; the brief shows the ticket", async ({
  tab,
  openOwn,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await tab.goto(`${portal.origin}/agent/tickets/123`);
  await bookFirstSlot(await openCalendar(tab));
  await textOf(tab, "callcard-dialog >>> .booked");

  const options = await openOwn("options.html#reminders");
  await options.locator("::-p-aria(Remind me of booked calls)").click();
  await options.waitForSelector("::-p-text(Reminders are on.)");
  await options.evaluate(async () => {
    const { reminders } = await chrome.storage.local.get<{ reminders: object }>("reminders");
    await chrome.storage.local.set({ reminders: { ...reminders, since: "2026-01-01T00:00:00.000Z" } });
  });
  const { id, start } = await options.evaluate(moveCallIn, { offset: 9 * 60_000, change: {} });
  const shown = () => options.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  const ring = () => options.evaluate(() => chrome.alarms.create("reminders", { when: Date.now() }));
  await ring();
  await expect.poll(shown).toEqual([`reminder ${id} ${Date.parse(start)} alone`]);
  await options.evaluate(async () => {
    for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
  });
  await ring();
  // It has rung when the alarm is set to its next time.
  await expect
    .poll(() => options.evaluate(async () => (await chrome.alarms.get("reminders"))?.scheduledTime ?? 0))
    .toBeGreaterThan(Date.now() + 60_000);
  expect(await shown()).toEqual([]);

  const brief = await openOwn(`brief.html?booking=${id}`);
  await brief.waitForSelector("::-p-text(The call begins in)");
  await brief.waitForSelector(".messages > li");
  expect((await textsOf(brief, ".message")).at(-1)).toContain("That points at one switch.");
});
