import type { Page } from "puppeteer-core";
import { demo } from "../fixtures";
import { bookFirstSlot, expect, openCalendar, test, textOf, textsOf } from "./fixtures";

const act = (name: string) => `callcard-card >>> button[aria-label^="${name}:"]`;

async function closeDialog(tab: Page): Promise<void> {
  await tab.locator("callcard-dialog >>> .close").click();
  await expect.poll(() => textsOf(tab, "callcard-dialog")).toEqual([]);
}

test("booked, there after a reload, moved, cancelled", async ({ tab, portal, scheduler, configure }) => {
  await configure(demo(portal, scheduler));
  await tab.goto(`${portal.origin}/agent/tickets/123`);
  await bookFirstSlot(await openCalendar(tab));
  const said = await textOf(tab, "callcard-dialog >>> .booked");
  await tab.reload();
  expect(await textOf(tab, "callcard-card >>> .booked")).toBe(said);
  const [before] = scheduler.bookings();

  await bookFirstSlot(await openCalendar(tab, act("Reschedule")));
  await expect.poll(() => textsOf(tab, "callcard-card >>> .booked")).not.toEqual([said]);
  expect(await textsOf(tab, "callcard-card >>> .booked")).toHaveLength(1);
  const [after, ...more] = scheduler.bookings();
  expect(more).toEqual([]);
  expect(after?.uid).not.toBe(before?.uid);
  await closeDialog(tab);

  const calendar = await openCalendar(tab, act("Cancel"));
  await calendar.locator('[data-testid="cancel"]').click();
  await expect.poll(() => scheduler.bookings()).toEqual([]);
  await expect.poll(() => textsOf(tab, "callcard-card >>> .booked")).toEqual([]);
});
