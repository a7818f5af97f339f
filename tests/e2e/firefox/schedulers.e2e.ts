import { startPlainPages } from "../../scheduler/plain-pages";
import { demo } from "../fixtures";
import { expect, openCalendar, test, textOf } from "./fixtures";

test("Calendly without a token: booked, and the person says when", async ({
  tab,
  portal,
  scheduler,
  configure,
}) => {
  const pages = await startPlainPages();
  try {
    const document = demo(portal, scheduler, { "tess@example.com": `${pages.origin}/calendly/30min` });
    const schedulers = { [pages.host]: "calendly" };
    await configure({ ...document, bookingHosts: [pages.host], schedulers });
    await tab.goto(`${portal.origin}/agent/tickets/123`);
    const calendar = await openCalendar(tab);
    await calendar.locator("#book").click();
    expect(await textOf(tab, "callcard-dialog >>> .booked")).toContain("When is the call?");
    expect(pages.asked()[0]?.searchParams.get("email")).toBe("john@example.com");

    const field = await tab.$("callcard-dialog >>> input[type=datetime-local]");
    const year = new Date().getFullYear();
    await field?.evaluate((input, value) => Object.assign(input, { value }), `${year + 3}-01-01T14:00`);
    await tab.locator("callcard-dialog >>> .call-time button.secondary").click();
    await expect
      .poll(() => textOf(tab, "callcard-dialog >>> .call-time-problem"))
      .toBe("This is more than a year ahead.");
    const soon = new Date(Date.now() + 2 * 24 * 3600_000 - new Date().getTimezoneOffset() * 60_000);
    await field?.evaluate(
      (input, value) => Object.assign(input, { value }),
      `${soon.toISOString().slice(0, 10)}T14:00`,
    );
    await tab.locator("callcard-dialog >>> .call-time button.secondary").click();
    await expect.poll(() => textOf(tab, "callcard-card >>> .booked")).toMatch(/2:00\sPM \(your time\)/);
  } finally {
    await pages.close();
  }
});
