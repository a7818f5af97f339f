import { startServiceNow } from "../../portals/servicenow/server";
import { bookFirstSlot, expect, openCalendar, test, textOf } from "./fixtures";

test("a ticket in the frame of a shell, and one in nested shadow roots: the right person, and a booking", async ({
  tab,
  scheduler,
  configure,
}) => {
  const portal = await startServiceNow();
  try {
    await configure({
      version: 1,
      portals: [{ id: "now", name: "Service desk", origin: portal.origin }], // recognised by its shell
      technicians: [{ email: "tess@example.com", name: "Tess Tech", link: `${scheduler.origin}/tess/30min` }],
      bookingHosts: ["cal.com", new URL(scheduler.origin).host],
      me: { name: "John Doe", email: "john@example.com", phone: "" },
    });
    await tab.goto(portal.shell("a"));
    const handle = await tab.waitForSelector(">>> #gsft_main");
    const frame = await handle?.contentFrame();
    if (!frame) throw new Error("The shell has no frame.");
    expect(await textOf(frame, "callcard-card >>> .text")).toContain("tess@example.com");
    await bookFirstSlot(await openCalendar(frame));
    expect(await textOf(frame, "callcard-dialog >>> .booked")).toContain("Call booked");
    expect(scheduler.bookings()[0]).toMatchObject({
      event: "tess/30min",
      metadata: { ticketId: "a".repeat(32), ticketNumber: "INC0010001" },
    });

    await tab.goto(portal.workspace("d"));
    expect(await textOf(tab, ">>> callcard-card >>> .text")).toContain("tess@example.com");
    expect(await tab.$$(">>> callcard-card")).toHaveLength(1);
  } finally {
    await portal.close();
  }
});
