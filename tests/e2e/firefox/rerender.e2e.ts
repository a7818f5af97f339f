import { liveConfiguration, ROB, TESS } from "../../portals/live/configuration";
import { zammad } from "../../portals/live/products";
import { startLivePortal } from "../../portals/live/server";
import { expect, test, textsOf } from "./fixtures";

test("several tickets in one document: one card, that of the ticket in the address", async ({
  tab,
  configure,
}) => {
  const portal = await startLivePortal(zammad, [TESS, ROB]);
  try {
    await configure(liveConfiguration(portal));
    const [first, second] = zammad.tickets;
    const names = (email: string) =>
      expect
        .poll(() => textsOf(tab, "callcard-card >>> .text"))
        .toEqual([`Schedule a call with ${email} to discuss this ticket.`]);

    await tab.goto(portal.origin + zammad.address(first));
    await names(TESS.email);
    await tab.waitForFunction("window.live");
    await tab.evaluate(`window.live.open("${second}")`);
    await names(ROB.email);
    await tab.evaluate("history.back()");
    await names(TESS.email);
    const waited: number[] = [];
    for (let round = 0; round < 5; round++) {
      waited.push((await tab.evaluate("window.measure()")) as number);
    }
    expect(waited.toSorted((a, b) => a - b)[2], `${waited}`).toBeLessThan(250);
    portal.assign(first, null);
    await tab.evaluate("window.live.rerender()");
    await expect.poll(() => textsOf(tab, "callcard-card")).toEqual([]);

    const { frames, atOnce } = (await tab.evaluate("window.log")) as {
      frames: { address: string; text: string }[];
      atOnce: number;
    };
    expect(atOnce).toBe(1);
    const named = frames.filter(({ text }) => text !== "");
    for (const { address, text } of named) {
      expect(text).toContain(address.endsWith(zammad.address(second)) ? ROB.email : TESS.email);
    }
  } finally {
    await portal.close();
  }
});
