import type { Page } from "@playwright/test";
import { cardOf, demo, expect, test } from "../fixtures";
import { popupOn } from "../popup-on";

/** The portal's next version: the element with the person in charge is called something else. */
async function changeMarkup(page: Page): Promise<void> {
  await page.route("**/agent/tickets/*", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('data-field="assignee"', 'data-what="in-charge"');
    await route.fulfill({ response, body });
  });
}

const SENTENCE = "Example Help Desk’s page has changed: CallCard no longer finds who is in charge.";

test("how it was found, and a report without anything of the ticket", async ({
  page,
  context,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expect(cardOf(page).book).toBeVisible();
  const popup = await popupOn(page, chromium);
  await popup.getByText("How was this found?").click();
  await expect(popup.getByText("Described in the portal’s settings: /agent/tickets/:id(\\d+)")).toBeVisible();
  await expect(popup.getByText("tess@example.com fits")).toBeVisible();
  await popup.getByRole("button", { name: "Copy report" }).click();
  await expect(popup.getByText("Report copied")).toBeVisible();
  const report = await popup.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain("page: ticket, portal, /…/…/:id(\\d+), root found");
  expect(report).toContain("assignee: found by source 1 of 1 (css)");
  expect(report).toContain("card: yes, matched by email");
  expect(report).not.toMatch(/tess|john|example|support|request\b|123/i);
});

test("a page whose markup has changed is said once on the toolbar button, and in the popup", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  const badge = () => chromium.worker.evaluate(() => chrome.action.getBadgeText({}));
  const title = () => chromium.worker.evaluate(() => chrome.action.getTitle({}));
  await configure(demo(portal, scheduler));
  await changeMarkup(page);
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expect.poll(badge, { timeout: 20_000 }).toBe("!");
  expect(await title()).toBe(SENTENCE);
  const popup = await popupOn(page, chromium);
  await expect(popup.getByText(SENTENCE)).toBeVisible();
  await popup.getByText("Why is there no card?").click();
  await expect(popup.getByText("Person in charge")).toBeVisible();
  await expect.poll(badge).toBe("");
  expect(await title()).toBe("CallCard");
});

test("the mark goes when the page can be read again", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  const badge = () => chromium.worker.evaluate(() => chrome.action.getBadgeText({}));
  await configure(demo(portal, scheduler));
  await changeMarkup(page);
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expect.poll(badge, { timeout: 20_000 }).toBe("!");
  await page.unrouteAll();
  await page.goto(`${portal.origin}/agent/tickets/126`);
  await expect(cardOf(page).book).toBeVisible();
  await expect.poll(badge).toBe("");
});

test("on a portal that nobody has described, the popup asks who is in charge, and the answer is kept", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  const portals = [{ id: "plain", name: "Plain Desk", origin: portal.origin }];
  await configure({ ...demo(portal, scheduler), portals });
  await page.goto(`${portal.origin}/tickets/123`);
  const popup = await popupOn(page, chromium);
  await expect(popup.getByText("Found beside “Assigned to”: Tess Tech.")).toBeVisible();
  await expect(cardOf(page).host).toHaveCount(0);
  await popup.getByRole("button", { name: "Yes, use it on this portal" }).click();
  await expect(cardOf(page).text).toHaveText(/tess@example\.com/);
  await page.goto(`${portal.origin}/tickets/126`);
  await expect(cardOf(page).text).toHaveText(/rob@example\.com/);
});
