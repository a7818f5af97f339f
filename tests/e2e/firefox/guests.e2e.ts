import { demo } from "../fixtures";
import { bookFirstSlot, calendarIn, expect, openDialog, test, textOf } from "./fixtures";

test("who else is invited is asked in the dialog, and one key goes on with those who stay", async ({
  tab,
  portal,
  scheduler,
  configure,
}) => {
  await configure({ ...demo(portal, scheduler), share: { watchers: true } });
  await tab.goto(`${portal.origin}/agent/tickets/123`);
  const ours = await openDialog(tab);
  await ours.waitForSelector(".guests");
  const labels = await ours.$$eval(".guests label", (all) => all.map(({ textContent }) => textContent));
  expect(labels).toEqual(["ada@example.com", "rob@example.com"]);
  await ours.$$eval(".guests input", ([, rob]) => (rob as HTMLElement | undefined)?.click());
  await ours.waitForSelector("::-p-text(1 person will be invited.)");
  await tab.keyboard.press("Enter");
  await bookFirstSlot(await calendarIn(ours));
  expect(await textOf(tab, "callcard-dialog >>> .booked")).toContain("Call booked");
  expect(scheduler.bookings()[0]?.guests).toEqual(["ada@example.com"]);
});
