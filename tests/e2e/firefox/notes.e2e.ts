import { apiProducts } from "../../portals/api/products";
import { startApiPortal } from "../../portals/api/server";
import { ROB } from "../../portals/live/configuration";
import { bookFirstSlot, expect, openCalendar, test, textOf, textsOf } from "./fixtures";

test("a note is offered, confirmed, and on the ticket, with its status; a second one is not offered", async ({
  tab,
  scheduler,
  configure,
}) => {
  const product = apiProducts.find(({ id }) => id === "libredesk");
  if (!product) throw new Error("There is no such product.");
  const portal = await startApiPortal(product, ROB);
  try {
    await configure({
      version: 1,
      portals: [{ id: "api", name: "Help Desk", origin: portal.origin, note: { offer: true } }],
      technicians: [{ email: ROB.email, name: ROB.name, link: `${scheduler.origin}/rob/30min` }],
      bookingHosts: [new URL(scheduler.origin).host],
    });
    await tab.goto(portal.origin + product.address);
    const calendar = await openCalendar(tab);
    await calendar.waitForSelector('[data-testid="day"]');
    await bookFirstSlot(calendar, async (selector) => {
      if (selector.includes("confirm")) await calendar.locator('input[name="name"]').fill("Ada Visitor");
      await calendar.locator(selector).click();
    });
    const ours = calendar.parentFrame();
    if (!ours) throw new Error("The calendar has no frame of ours around it.");
    await textOf(ours, ".ticket-note h2");
    expect(portal.written).toEqual([]);
    await ours.locator(".ticket-note textarea").fill("We speak on Monday.");
    await ours.locator('.ticket-status input[type="checkbox"]').click();
    await expect.poll(() => textsOf(ours, ".ticket-status option")).toEqual(["Choose …", "Open", "Resolved"]);
    await ours.select(".ticket-status select", "Resolved");
    await ours.locator(".ticket-note button.primary").click();
    await expect
      .poll(() => textsOf(ours, '.ticket-note > [role="status"]'))
      .toEqual([expect.stringContaining("its status is “Resolved” now")]);
    expect(portal.written).toEqual([
      {
        to: Object.keys(product.takes)[0],
        body: { message: "We speak on Monday.", private: true, sender_type: "agent" },
      },
      { to: Object.keys(product.takes)[1], body: { status: "Resolved" } },
    ]);
    expect(await textsOf(ours, ".ticket-note button.primary")).toEqual([]);
  } finally {
    await portal.close();
  }
});
