import { demo } from "../fixtures";
import { expect, test, textOf } from "./fixtures";

/** A portal whose one page finds who is in charge in this way. */
const portalsWith = (origin: string, assignee: object[]) => [
  {
    id: "plain",
    name: "Plain Desk",
    origin,
    pages: [{ kind: "ticket", url: "/agent/tickets/:id(\\d+)", fields: { assignee } }],
  },
];

test("a page that is read by labels gets the label reader", async ({ tab, portal, scheduler, configure }) => {
  const portals = portalsWith(portal.origin, [{ label: "assignee" }]);
  await configure({ ...demo(portal, scheduler), portals });
  await tab.goto(`${portal.origin}/agent/tickets/126`);
  expect(await textOf(tab, "callcard-card >>> .text")).toContain("rob@example.com");
});

test("a page definition that has stopped working is said on the toolbar button", async ({
  tab,
  portal,
  scheduler,
  configure,
  openOwn,
}) => {
  const portals = portalsWith(portal.origin, [{ css: ".renamed" }]);
  await configure({ ...demo(portal, scheduler), portals });
  const options = await openOwn("options.html");
  await tab.bringToFront();
  await tab.goto(`${portal.origin}/agent/tickets/126`);
  const badge = () => options.evaluate("browser.action.getBadgeText({})");
  await expect.poll(badge, { timeout: 20_000 }).toBe("!");
});
