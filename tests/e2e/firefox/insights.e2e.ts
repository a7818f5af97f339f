import { demo } from "../fixtures";
import { watchConsole } from "./driver";
import { bookFirstSlot, expect, openCalendar, test, textOf, textsOf } from "./fixtures";

test("a card that is shown, opened and booked is counted; charts are drawn, and nothing complains", async ({
  firefox,
  tab,
  openOwn,
  portal,
  scheduler,
  configure,
}) => {
  const complaints = watchConsole(firefox);
  await configure(demo(portal, scheduler));
  await tab.bringToFront();
  await tab.goto(`${portal.origin}/agent/tickets/123`);
  await bookFirstSlot(await openCalendar(tab));
  await textOf(tab, "callcard-dialog >>> .booked");

  const options = await openOwn("options.html#insights");
  await options.waitForSelector("canvas");
  const funnel = async () => (await textsOf(options, "main table td")).slice(0, 3);
  await expect.poll(funnel).toEqual(["1", "1", "1"]);
  const drawn = () =>
    options.$$eval("canvas", (all) =>
      all.map((one) => {
        const { data } = one.getContext("2d")?.getImageData(0, 0, one.width, one.height) ?? { data: [] };
        return data.some((value) => value !== 0);
      }),
    );
  await expect.poll(drawn).toEqual([true, true, true]);
  expect(await complaints(options)).toEqual([]);
});
