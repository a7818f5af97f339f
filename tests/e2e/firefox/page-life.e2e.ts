import { demo } from "../fixtures";
import { expect, test, textOf, textsOf } from "./fixtures";

test("the assignee changes in place: the card changes, and goes with the assignee", async ({
  tab,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await tab.goto(`${portal.origin}/app/tickets/123`);
  expect(await textOf(tab, "callcard-card >>> .text")).toContain("tess@example.com");
  await tab.locator("button::-p-text(Assign to Rob)").click();
  await expect
    .poll(() => textsOf(tab, "callcard-card >>> .text"))
    .toEqual(["Schedule a call with rob@example.com to discuss this ticket."]);
  await tab.locator("button::-p-text(Unassign)").click();
  await expect.poll(() => textsOf(tab, "callcard-card")).toEqual([]);
});
