import { demo } from "../fixtures";
import { bookFirstSlot, expect, openCalendar, test, textOf } from "./fixtures";

test("a page that does not say who is in charge: the lookup says it, and the call is booked", async ({
  tab,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await tab.goto(`${portal.origin}/plain/tickets/123`);
  expect(await textOf(tab, "callcard-card >>> .text")).toContain("tess@example.com");
  await bookFirstSlot(await openCalendar(tab));
  expect(await textOf(tab, "callcard-dialog >>> .booked")).toContain("Call booked");
  expect(scheduler.bookings()[0]?.event).toBe("tess/30min");
  expect(portal.lookup.asked.map(({ id }) => id)).toEqual(["123"]);
});
