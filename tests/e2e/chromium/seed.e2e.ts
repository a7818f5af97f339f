import { cardOf, demo, expect, reasonOn, test } from "../fixtures";

/** The four scenarios of the first seed, and its table of when a card is shown. */
test.describe("the seed's scenarios", () => {
  test("a technician with a link: the card names the technician", async ({
    page,
    portal,
    scheduler,
    configure,
  }) => {
    await configure(demo(portal, scheduler));
    await page.goto(`${portal.origin}/agent/tickets/123`);
    const card = cardOf(page);
    await expect(card.host.getByRole("heading", { name: "Book a Call" })).toBeVisible();
    await expect(card.text).toHaveText("Schedule a call with tess@example.com to discuss this ticket.");
    await expect(card.book).toBeVisible();
    await expect(card.host).toHaveCount(1);
  });

  test("the customer's page has the card, too", async ({ page, portal, scheduler, configure }) => {
    await configure(demo(portal, scheduler));
    await page.goto(`${portal.origin}/tickets/123`);
    await expect(cardOf(page).text).toHaveText(
      "Schedule a call with tess@example.com to discuss this ticket.",
    );
  });

  for (const { ticket, situation } of [
    { ticket: "124", situation: "nobody is assigned" },
    { ticket: "125", situation: "the technician is in the directory without a link" },
  ]) {
    test(`no card while ${situation}, and the card as soon as that changes`, async ({
      page,
      portal,
      scheduler,
      configure,
    }) => {
      const configuration = demo(portal, scheduler) as { technicians: object[] };
      configuration.technicians.push({ email: "nora@example.com", name: "Nora Newcomer", link: "" });
      await configure(configuration);
      await page.goto(`${portal.origin}/app/tickets/${ticket}`);
      await expect(page.locator('[data-field="number"]').first()).toBeVisible();
      // The overlay has looked: its popup report says why there is no card.
      await expect.poll(() => reasonOn(page)).toBe(ticket === "124" ? "unassigned" : "no-link");
      await expect(cardOf(page).host).toHaveCount(0);

      await page.getByRole("button", { name: "Assign to Rob" }).click();
      await expect(cardOf(page).text).toContainText("rob@example.com");
      await page.getByRole("button", { name: "Unassign" }).click();
      await expect(cardOf(page).host).toHaveCount(0);
    });
  }

  test("a changed link shows on all tickets of the technician, without a reload", async ({
    page,
    context,
    portal,
    scheduler,
    configure,
  }) => {
    const none = demo(portal, scheduler, { "tess@example.com": "" });
    await configure(none);
    const second = await context.newPage();
    await page.goto(`${portal.origin}/agent/tickets/123`);
    await second.goto(`${portal.origin}/tickets/127`);
    await expect.poll(() => reasonOn(page)).toBe("no-link");
    await expect(cardOf(page).host).toHaveCount(0);

    await configure(demo(portal, scheduler));
    await expect(cardOf(page).book).toBeVisible();
    await expect(cardOf(second).book).toBeVisible();
  });

  test("no card on pages that are no tickets", async ({ page, portal, scheduler, configure }) => {
    await configure(demo(portal, scheduler));
    await page.goto(`${portal.origin}/tickets`);
    await expect.poll(() => reasonOn(page)).toBe("not-a-ticket");
    await expect(cardOf(page).host).toHaveCount(0);
  });
});
