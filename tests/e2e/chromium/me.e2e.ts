import { cardOf, demo, expect, expectNoCard, test } from "../fixtures";

test("a ticket of “Me” has a card once it is known who that is, without a reload", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  const configuration = demo(portal, scheduler) as {
    portals: { pages: object[] }[];
    me?: object;
  };
  delete configuration.me;
  const [help] = configuration.portals;
  if (!help) throw new Error("the demo has no portal");
  // As a portal would be that says "Me" to Tess.
  help.pages = [
    {
      kind: "ticket",
      url: "/agent/tickets/:id(\\d+)",
      exclude: "[data-message-body]",
      fields: { number: [{ url: "id" }] },
      self: [{ css: '[data-field="assignee"]:not([data-unassigned])' }],
      unassigned: [{ css: '[data-field="assignee"][data-unassigned]' }],
      place: [{ at: ".sidebar", position: "append" }],
    },
  ];
  await configure(configuration);
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expectNoCard(page, "me-unknown");

  await chromium.worker.evaluate(() =>
    chrome.storage.local.set({ me: { name: "Tess Tech", email: "tess@example.com", phone: "" } }),
  );
  await expect(cardOf(page).text).toContainText("tess@example.com");
  await expect(cardOf(page).host).toHaveCount(1);

  await page.goto(`${portal.origin}/agent/tickets/124`); // nobody's
  await expectNoCard(page, "unassigned");
});
