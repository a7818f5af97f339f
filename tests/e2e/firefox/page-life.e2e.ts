import { demo } from "../fixtures";
import { expect, test, textOf, textsOf } from "./fixtures";

test.afterEach(({ portal }) => portal.assign("123", { name: "Tess Tech", email: "tess@example.com" }));

test("the assignee changes in place: the card changes, and goes with the assignee", async ({
  tab,
  portal,
  scheduler,
  configure,
}) => {
  const saved = () => tab.waitForResponse((answer) => answer.url().endsWith("/123/assignee"));
  await configure(demo(portal, scheduler));
  await tab.goto(`${portal.origin}/app/tickets/123`);
  expect(await textOf(tab, "callcard-card >>> .text")).toContain("tess@example.com");
  await Promise.all([saved(), tab.locator("button::-p-text(Assign to Rob)").click()]);
  await expect
    .poll(() => textsOf(tab, "callcard-card >>> .text"))
    .toEqual(["Schedule a call with rob@example.com to discuss this ticket."]);
  await Promise.all([saved(), tab.locator("button::-p-text(Unassign)").click()]);
  await expect.poll(() => textsOf(tab, "callcard-card")).toEqual([]);
});
