import { cardOf, demo, expect, test } from "../fixtures";

test.beforeEach(async ({ portal, scheduler, configure }) => {
  await configure(demo(portal, scheduler));
});

test("exactly one card through re-renders, and in its place", async ({ page, portal }) => {
  await page.goto(`${portal.origin}/app/tickets/123`);
  const card = cardOf(page);
  await expect(card.book).toBeVisible();
  for (let round = 0; round < 5; round++) {
    await page.getByRole("button", { name: "Re-render" }).click();
    await expect(card.book).toBeVisible();
    await expect(card.host).toHaveCount(1);
  }
});

test("the card is back at most 250 ms after a re-render", async ({ page, portal }) => {
  await page.goto(`${portal.origin}/app/tickets/123`);
  await expect(cardOf(page).book).toBeVisible();
  const waited = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        new MutationObserver((_, observer) => {
          if (!document.querySelector("callcard-card")) return;
          observer.disconnect();
          resolve(performance.now() - started);
        }).observe(document, { childList: true, subtree: true });
        document.querySelector("callcard-card")?.remove();
      }),
  );
  expect(waited).toBeLessThan(250);
});

test("navigation inside the page: the card is the one of the ticket in the address", async ({
  page,
  portal,
}) => {
  await page.goto(`${portal.origin}/app/tickets/123`);
  const card = cardOf(page);
  await expect(card.text).toContainText("tess@example.com");
  await page.evaluate(() => history.pushState(null, "", "/app/tickets/126"));
  await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
  await expect(card.text).toContainText("rob@example.com");
  await expect(card.host).toHaveCount(1);
  await page.goBack();
  await expect(card.text).toContainText("tess@example.com");
  await expect(card.host).toHaveCount(1);
});

test("back and forward between pages: one card, the right one", async ({ page, portal }) => {
  const card = cardOf(page);
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expect(card.text).toContainText("tess@example.com");
  await page.goto(`${portal.origin}/agent/tickets/126`);
  await expect(card.text).toContainText("rob@example.com");
  await page.goBack();
  await expect(card.text).toContainText("tess@example.com");
  await expect(card.host).toHaveCount(1);
  await page.goForward();
  await expect(card.text).toContainText("rob@example.com");
  await expect(card.host).toHaveCount(1);
});

test("the assignee changes in place: the card changes, and goes with the assignee", async ({
  page,
  portal,
}) => {
  await page.goto(`${portal.origin}/app/tickets/123`);
  const card = cardOf(page);
  await expect(card.text).toContainText("tess@example.com");
  await page.getByRole("button", { name: "Assign to Rob" }).click();
  await expect(card.text).toContainText("rob@example.com");
  await page.getByRole("button", { name: "Unassign" }).click();
  await expect(card.host).toHaveCount(0);
});

test("an assignee who changed a moment before the click is not called by mistake", async ({
  page,
  portal,
}) => {
  await page.goto(`${portal.origin}/app/tickets/123`);
  const card = cardOf(page);
  await expect(card.text).toContainText("tess@example.com");
  // In one task: the page changes and the person clicks, before the overlay could look again.
  const box = await card.book.boundingBox();
  await page.evaluate(() => {
    addEventListener(
      "mousedown",
      () =>
        [...document.querySelectorAll("button")]
          .find((button) => button.textContent?.includes("Assign to Rob"))
          ?.click(),
      { capture: true, once: true },
    );
  });
  await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  await expect(card.text).toContainText("rob@example.com");
  await expect(page.locator("callcard-dialog")).toHaveCount(0);
});
