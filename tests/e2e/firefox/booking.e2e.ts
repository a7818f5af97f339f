import { startDemoPortal } from "../../portals/demo/server";
import { demo } from "../fixtures";
import { bookFirstSlot, bookInWindow, expect, openCalendar, test, textOf, windowOpenedBy } from "./fixtures";

test("books on a portal that forbids every frame, and the portal gets no policy report because of us", async ({
  tab,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  const answer = await tab.goto(`${portal.origin}/agent/tickets/123`);
  const policy = answer?.headers()["content-security-policy"];
  expect(policy).toContain("frame-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(await textOf(tab, "callcard-card >>> .text")).toBe(
    "Schedule a call with tess@example.com to discuss this ticket.",
  );

  const time = await bookFirstSlot(await openCalendar(tab));
  const said = await textOf(tab, "callcard-dialog >>> .booked");
  expect(said).toContain("Call booked");
  expect(said).toContain("(your time)");
  expect(said).toContain("for Tess Tech (Europe/Berlin)");
  expect(await textOf(tab, "callcard-card >>> .booked")).toBe(said);

  const [booking, ...more] = scheduler.bookings();
  expect(more).toHaveLength(0);
  expect(booking).toMatchObject({
    event: "tess/30min",
    start: time,
    attendee: { name: "John Doe", email: "john@example.com" },
    metadata: {
      ticketId: "123",
      ticketNumber: "123",
      ticketUrl: `${portal.origin}/agent/tickets/123`,
      portal: "demo",
    },
  });
  expect(booking?.notes).toMatch(/^Regarding Ticket #123 — .+\nhttp.+\/agent\/tickets\/123$/s);

  // Reports arrive in order: once one that the page itself has caused is here, ours would be, too.
  await tab.evaluate((origin) => {
    const frame = document.createElement("iframe");
    frame.src = `${origin}/tess/30min`;
    document.body.append(frame);
  }, scheduler.origin);
  await expect.poll(() => portal.cspReports().length).toBeGreaterThan(0);
  expect(portal.cspReports()).toHaveLength(1);
  expect(JSON.stringify(portal.cspReports())).toContain(scheduler.origin);

  await tab.reload();
  expect(await textOf(tab, "callcard-card >>> .booked")).toBe(said);
});

test("a portal with COEP: the booking goes on in a window of its own", async ({
  firefox,
  tab,
  scheduler,
  configure,
}) => {
  const portal = await startDemoPortal({ coep: true });
  try {
    await configure(demo(portal, scheduler));
    await tab.goto(`${portal.origin}/agent/tickets/123`);
    const window = await windowOpenedBy(firefox, () =>
      tab.locator("callcard-card >>> button.primary").click(),
    );
    // Firefox blocks Cal.com's frame inside of ours, not ours: nobody says so, it is the silence that is noticed.
    expect(await textOf(tab, "callcard-dialog >>> .message")).toContain("The calendar did not answer.");
    await bookInWindow(firefox, window);
    const said = await textOf(window, ".booked");
    expect(said).toContain("Call booked");
    expect(said).toContain("for Tess Tech (Europe/Berlin)");
    expect(await textOf(tab, "callcard-dialog >>> .booked")).toContain("Call booked");
    expect(await textOf(tab, "callcard-card >>> .booked")).toContain("Call booked");
    expect(scheduler.bookings().at(-1)?.metadata).toMatchObject({ ticketNumber: "123" });
  } finally {
    await portal.close();
  }
});

test("an event type with a redirect does not carry the ticket's tab away", async ({
  tab,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler, { "tess@example.com": `${scheduler.origin}/tess/redirect` }));
  await tab.goto(`${portal.origin}/agent/tickets/123`);
  const calendar = await openCalendar(tab);
  await calendar.waitForSelector('[data-testid="day"]');
  const refused = await calendar.evaluateHandle(() => {
    const reason = new Promise((resolve) => {
      addEventListener("unhandledrejection", (event) => resolve(String(event.reason)), { once: true });
    });
    return { reason };
  });
  await bookFirstSlot(calendar);
  // The calendar has tried to leave, and Firefox has told it that it may not.
  expect(await refused.evaluate(({ reason }) => reason)).toContain("SecurityError");
  expect(await textOf(tab, "callcard-dialog >>> .booked")).toContain("Call booked");
  expect(await tab.evaluate(() => location.href)).toBe(`${portal.origin}/agent/tickets/123`);
});
