import type { Page } from "@playwright/test";
import { CLEO, liveConfiguration, ROB, TESS } from "../../portals/live/configuration";
import { type LiveProduct, liveProducts, zammad, zendesk } from "../../portals/live/products";
import { type LivePortal, startLivePortal } from "../../portals/live/server";
import { cardOf, expect, expectNoCard, reportOn, test } from "../fixtures";

interface Log {
  frames: { address: string; text: string }[];
  atOnce: number;
  insertions: number;
}

const logOf = (page: Page) => page.evaluate<Log>("window.log");
/** The product's scripts run until here before they can be told to do something. */
const untilLive = (page: Page) => page.waitForFunction("window.live");

async function open(page: Page, id: string): Promise<void> {
  await untilLive(page);
  await page.evaluate(`void window.live.open("${id}")`);
}

const rerender = (page: Page) => page.evaluate("window.live.rerender()");

let portal: LivePortal;
test.afterEach(() => portal.close());

async function start(product: LiveProduct): Promise<object> {
  portal = await startLivePortal(product, [TESS, ROB]);
  return liveConfiguration(portal);
}

for (const product of liveProducts) {
  test(`${product.id}: one card, the right person's, through tickets and re-renders`, async ({
    page,
    configure,
  }) => {
    await configure(await start(product));
    const [first, second] = product.tickets;
    const { host, text } = cardOf(page);
    await page.goto(portal.origin + product.address(first));
    await expect(text).toContainText(TESS.email);

    await open(page, second);
    await expect(text).toContainText(ROB.email);
    await page.goBack();
    await expect(text).toContainText(TESS.email);
    await expect(host).toHaveCount(1); // no copy of it either
    await untilLive(page);

    const waited: number[] = [];
    for (let round = 0; round < 5; round++) waited.push(await page.evaluate<number>("window.measure()"));
    expect(median(waited), `${waited}`).toBeLessThan(250);

    portal.assign(first, CLEO);
    await rerender(page);
    await expect(text).toContainText(CLEO.email);
    portal.assign(first, null);
    await rerender(page);
    await expectNoCard(page, "unassigned");
    portal.assign(first, TESS);
    await rerender(page);
    await expect(text).toContainText(TESS.email);
    await expect(host).toHaveCount(1);

    const { frames, atOnce, insertions } = await logOf(page);
    expect(atOnce).toBe(1);
    // Three pages and eight re-renders, each of which may come in two parts.
    expect(insertions).toBeLessThanOrEqual(2 * (3 + 8));
    const may = new Map([
      [portal.origin + product.address(first), [TESS.email, CLEO.email]],
      [portal.origin + product.address(second), [ROB.email]],
    ]);
    const named = frames.filter(({ text }) => text !== "");
    expect(named.length).toBeGreaterThanOrEqual(3);
    for (const { address, text } of named) {
      expect(
        may.get(address)?.some((email) => text.includes(email)),
        `${address}: ${text}`,
      ).toBe(true);
    }
  });
}

test("a portal that sweeps foreign elements out of its panes: the card floats, and nobody fights", async ({
  page,
  configure,
}) => {
  await configure(await start(zendesk));
  await page.goto(portal.origin + zendesk.address("42"));
  const { host, text } = cardOf(page);
  await expect(text).toContainText(TESS.email);
  await page.evaluate("window.live.sweep('.ticket-panes-grid-layout callcard-card')");
  await expect.poll(() => host.evaluate((card) => card.parentElement?.localName)).toBe("body");
  await expect(text).toContainText(TESS.email);
  const { insertions } = await logOf(page);
  expect(insertions).toBeLessThanOrEqual(1 + 10 + 1);
  expect(await reportOn(page)).toMatchObject({ drivenOut: true, reason: null });
  // It stays there, whatever else changes.
  for (let round = 0; round < 3; round++) await rerender(page);
  expect((await reportOn(page))?.drivenOut).toBe(true);
  expect((await logOf(page)).insertions).toBe(insertions);
  // Another ticket is another try.
  await page.evaluate("window.live.sweep(null)");
  await open(page, "43");
  await expect(text).toContainText(ROB.email);
  expect(await host.evaluate((card) => card.parentElement?.localName)).toBe("div");
});

test("a portal that sweeps the whole document: no card, and the popup says why", async ({
  page,
  configure,
}) => {
  await configure(await start(zendesk));
  await page.goto(portal.origin + zendesk.address("42"));
  await expect(cardOf(page).text).toContainText(TESS.email);
  await page.evaluate("window.live.sweep('callcard-card')");
  await expectNoCard(page, "card-removed");
  const { insertions } = await logOf(page);
  expect(insertions).toBeLessThanOrEqual(1 + 10 + 10);
  for (let round = 0; round < 3; round++) await rerender(page);
  await expectNoCard(page, "card-removed");
  expect((await logOf(page)).insertions).toBe(insertions);
});

test("a page that never rests has its card all the same, put there once", async ({ page, configure }) => {
  await configure(await start(zammad));
  await page.addInitScript(() => {
    setInterval(() => {
      document.title = `${performance.now()}`;
      document.querySelector(".user")?.replaceChildren(document.title);
    }, 20);
  });
  await page.goto(portal.origin + zammad.address("5"));
  const { text } = cardOf(page);
  await expect(text).toContainText(TESS.email);
  await open(page, "6");
  await expect(text).toContainText(ROB.email);
  expect((await logOf(page)).insertions).toBe(2);
});

test("a re-render under the open dialog does not close it; another ticket does", async ({
  page,
  configure,
}) => {
  await configure(await start(zammad));
  await page.goto(portal.origin + zammad.address("5"));
  await cardOf(page).book.click();
  const dialog = page.locator("callcard-dialog dialog");
  await expect(dialog).toBeVisible();
  // The pane goes for a moment, as when a tab is built anew.
  await page.evaluate(() => document.querySelector(".content.active")?.classList.remove("active"));
  await expectNoCard(page, "page-not-ready");
  await expect(dialog).toBeVisible();
  await page.evaluate(() => document.querySelector("#content > .content")?.classList.add("active"));
  await expect(cardOf(page).host).toHaveCount(1);
  await expect(dialog).toBeVisible();
  await open(page, "6");
  await expect(cardOf(page).text).toContainText(ROB.email);
  await expect(dialog).toHaveCount(0);
});

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
