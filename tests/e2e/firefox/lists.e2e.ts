import { demo } from "../fixtures";
import { bookFirstSlot, expect, openCalendar, test, textOf } from "./fixtures";

test("the caster books an audition from the list; the row's button says when", async ({
  tab,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await tab.goto(`${portal.origin}/applications/caster`);
  const button = '[data-application="7"] callcard-row >>> button';
  expect(await textOf(tab, button)).toBe("Book Audition");
  await bookFirstSlot(await openCalendar(tab, button));
  expect(await textOf(tab, "callcard-dialog >>> .booked")).toContain("Call booked");
  expect(scheduler.bookings()[0]).toMatchObject({
    event: "cleo/audition",
    attendee: { name: "Noor Haddad", email: "noor@example.com" },
    metadata: { ticketId: "7", callerName: "Cleo Caster", callerEmail: "cleo@example.com" },
  });
  expect(await textOf(tab, button)).toMatch(/^Call: /);
});
