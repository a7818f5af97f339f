import type { Page } from "@playwright/test";
import type { LookupMode } from "../../portals/demo/lookup-api";
import { serve } from "../../scheduler/local-server";
import {
  bookFirstSlot,
  cardOf,
  demo,
  dialogOf,
  expect,
  expectNoCard,
  failureOn,
  reasonOn,
  test,
} from "../fixtures";

/** The address changes and the page does not, as on portals that swap their content. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, "", to), path);
}

test("a page that does not say who is in charge: the card stands there thanks to the lookup, and books", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/plain/tickets/123`);
  expect(await page.content()).not.toContain("tess@example.com"); // without what stands in the card's shadow
  const card = cardOf(page);
  await expect(card.text).toContainText("tess@example.com");
  await card.book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(card.booked).toContainText("Call booked");
  expect(scheduler.bookings()[0]?.event).toBe("tess/30min");
  expect(portal.lookup.asked.map(({ id }) => id)).toEqual(["123"]);

  await page.goto(`${portal.origin}/plain/tickets/124`);
  await expectNoCard(page, "unassigned");
});

test("pages that print everything are not asked about", async ({ page, portal, scheduler, configure }) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expect(cardOf(page).book).toBeVisible();
  expect(portal.lookup.asked).toEqual([]);
});

for (const [mode, cause] of [
  ["redirect", "not-signed-in"],
  ["html", "not-signed-in"],
  ["too-big", "too-big"],
  ["text", "not-json"],
  ["broken", "not-json"],
  ["gone", "no-ticket"],
  ["forbidden", "refused"],
  ["limited", "rate-limited"],
  ["other-format", "not-the-format"],
] satisfies [LookupMode, string][]) {
  test(`an answer that is none (${mode}): no card, and the cause is ${cause}`, async ({
    page,
    portal,
    scheduler,
    configure,
  }) => {
    portal.lookup.mode = mode;
    await configure(demo(portal, scheduler));
    await page.goto(`${portal.origin}/plain/tickets/123`);
    await expectNoCard(page, "lookup-failed");
    expect(await failureOn(page)).toMatchObject({ cause });
    // However much the page changes, a failure is not asked about again at once.
    await page.evaluate(() => document.body.append("changed"));
    expect(await reasonOn(page)).toBe("lookup-failed");
    expect(portal.lookup.asked).toHaveLength(1);
  });
}

test("an answer that does not come within 5 s, and a portal that is gone", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  const release = portal.lookup.hold("123");
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/plain/tickets/123`);
  await expectNoCard(page, "lookup-failed");
  expect(await failureOn(page)).toEqual({ cause: "too-slow" });
  release();
  await portal.close();
  await goTo(page, "/plain/tickets/126");
  await expect.poll(() => failureOn(page)).toEqual({ cause: "offline" });
});

test("A, B, A with answers out of order: the card is for the ticket in the address", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  const [releaseA, releaseB] = [portal.lookup.hold("123"), portal.lookup.hold("126")];
  await page.goto(`${portal.origin}/plain/tickets/123`);
  await expect.poll(() => portal.lookup.asked.length).toBe(1);
  await goTo(page, "/plain/tickets/126");
  await expect.poll(() => portal.lookup.asked.length).toBe(2);
  await goTo(page, "/plain/tickets/123");
  releaseB();
  await goTo(page, "/plain/tickets/126");
  await expect(cardOf(page).text).toContainText("rob@example.com");
  await goTo(page, "/plain/tickets/123");
  await expect(cardOf(page).host).toHaveCount(0);
  releaseA();
  await expect(cardOf(page).text).toContainText("tess@example.com");
  await goTo(page, "/plain/tickets/126");
  await expect(cardOf(page).text).toContainText("rob@example.com");
  expect(portal.lookup.asked.map(({ id }) => id)).toEqual(["123", "126"]);
});

test("what is printed gives a card at once; the answer corrects it when it comes", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  const configuration = demo(portal, scheduler) as { portals: { pages: object[] }[] };
  const named = {
    number: [{ url: "id" }],
    assignee: [{ css: 'h1 [data-field="subject"]', match: "(Support)" }],
  };
  const pages = [{ ...configuration.portals[0]?.pages[3], fields: named }];
  const release = portal.lookup.hold("123");
  await configure({
    ...configuration,
    portals: [{ ...configuration.portals[0], pages }],
    technicians: [
      { email: "support@example.com", name: "Support", link: `${scheduler.origin}/rob/30min` },
      { email: "tess@example.com", aliases: [], link: `${scheduler.origin}/tess/30min` },
    ],
  });
  portal.assign("123", { name: "Support Desk", email: "tess@example.com" });
  await page.goto(`${portal.origin}/plain/tickets/123`);
  await expect(cardOf(page).text).toContainText("support@example.com");
  release();
  await expect(cardOf(page).text).toContainText("tess@example.com");
});

test("a link in the answer counts for people without one in the directory, on allowed hosts only", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  portal.lookup.bookingUrl = `${scheduler.origin}/rob/30min`;
  await configure({ ...demo(portal, scheduler), technicians: [] });
  await page.goto(`${portal.origin}/plain/tickets/123`);
  const card = cardOf(page);
  await expect(card.text).toContainText("tess@example.com");
  await card.book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(card.booked).toContainText("Call booked");
  expect(scheduler.bookings()[0]?.event).toBe("rob/30min");

  portal.lookup.bookingUrl = "https://evil.example/tess";
  await page.goto(`${portal.origin}/plain/tickets/126`);
  await expectNoCard(page, "link-refused");
});

test("a service at another site is asked without cookies, with a token that no page sees", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
}) => {
  const asked: Record<string, unknown>[] = [];
  const service = await serve(({ url, headers }) => {
    asked.push({ path: url.pathname, authorization: headers.authorization, cookie: headers.cookie });
    const assignee = { email: "rob@example.com" };
    return { headers: { "Content-Type": "application/json" }, body: JSON.stringify({ assignee }) };
  });
  try {
    const document = demo(portal, scheduler) as { portals: { pages: { lookup?: object }[] }[] };
    const [site] = document.portals;
    const pages = site?.pages.map(({ lookup: _, ...definition }) => definition);
    await configure({ ...document, portals: [{ ...site, pages }] });
    const options = await open("options.html#portals?edit=demo");
    await options.getByLabel("Address to ask").fill(`${service.origin}/who/{id}`);
    await options.getByLabel("Access token").fill("s3cret-token");
    await options.getByRole("button", { name: "Save" }).click();
    await expect(options.getByText("Saved Example Help Desk")).toBeVisible();

    await page.goto(`${portal.origin}/plain/tickets/123?theme=dark`); // sets a cookie on the same host
    await expect(cardOf(page).text).toContainText("rob@example.com");
    expect(asked).toEqual([{ path: "/who/123", authorization: "Bearer s3cret-token", cookie: undefined }]);
    await options.goto(options.url().replace(/#.*/, "#backup"));
    const stored = await options.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
    expect(stored).toContain("/who/{id}");
    expect(stored).not.toContain("s3cret-token");
  } finally {
    await service.close();
  }
});
