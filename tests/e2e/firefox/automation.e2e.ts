import { demo } from "../fixtures";
import { bookFirstSlot, expect, openCalendar, test } from "./fixtures";

test("the page's own scripts hear what happens on the card", async ({
  tab,
  openOwn,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  const options = await openOwn("options.html#automation");
  await options.locator("section:last-of-type input[type=checkbox]").click();
  await options.waitForSelector("::-p-text(Saved.)");
  await tab.bringToFront();
  await tab.evaluateOnNewDocument(() => {
    document.addEventListener("callcard", (event) => {
      const { event: what, ticketId } = JSON.parse((event as CustomEvent<string>).detail) as Record<
        string,
        string
      >;
      document.documentElement.dataset.heard = `${document.documentElement.dataset.heard ?? ""} ${what}:${ticketId}`;
    });
  });
  await tab.goto(`${portal.origin}/agent/tickets/123`);
  await bookFirstSlot(await openCalendar(tab));
  await expect
    .poll(() => tab.evaluate(() => document.documentElement.dataset.heard))
    .toBe(" card-shown:123 opened:123 booked:123");
});
