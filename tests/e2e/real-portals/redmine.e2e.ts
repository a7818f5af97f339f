import type { Page } from "@playwright/test";
import { logIn } from "../../portals/redmine/log-in";
import { type Redmine, startRedmine } from "../../portals/redmine/server";
import { test as base, cardOf, chooseSlot, dialogOf, expect, expectNoCard } from "../fixtures";

/** A real Redmine 5, installed from Debian and seeded with issues. */
const test = base.extend<{ issue(id: number): Promise<void> }, { redmine: Redmine }>({
  redmine: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const redmine = await startRedmine();
      await use(redmine);
      await redmine.close();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  /** Signed in as Tess: opens an issue. Redmine prints names only; Rob's is known as an alias. */
  issue: async ({ page, redmine, scheduler, configure }, use) => {
    await configure({
      version: 1,
      portals: [{ id: "desk", name: "Redmine", origin: redmine.origin, basePath: redmine.basePath }],
      technicians: [
        { email: "tess@example.com", name: "Tess Tech", link: `${scheduler.origin}/tess/30min` },
        { email: "r.remote@example.com", aliases: ["Rob Remote"], link: `${scheduler.origin}/rob/30min` },
        { email: "evil@example.com", name: "evil@example.com", link: `${scheduler.origin}/rob/30min` },
      ],
      bookingHosts: [new URL(scheduler.origin).host],
    });
    await logIn(page, redmine, "tess");
    await use(async (id) => {
      await page.goto(`${redmine.origin}${redmine.basePath}/issues/${id}`);
    });
  },
});

const assigneeRow = (page: Page) => page.locator("#content > .issue .assigned-to .value");
test("assignee with a link, matched by name: card, dialog, booking; notes and metadata arrive", async ({
  page,
  redmine,
  issue,
  scheduler,
}) => {
  await issue(redmine.issues.assigned);
  const card = cardOf(page);
  await expect(assigneeRow(page)).toHaveText("Tess Tech");
  await expect(card.text).toHaveText("Schedule a call with tess@example.com to discuss this ticket.");
  await expect(page.locator("#sidebar > #watchers + callcard-card")).toHaveCount(1);
  await card.book.click();
  const { calendar } = dialogOf(page);
  await chooseSlot(calendar);
  await calendar.getByLabel(/^email/i).fill("ada@example.com"); // Redmine's pages name no address
  await calendar.getByTestId("confirm").click();
  await expect(dialogOf(page).booked).toContainText("for Tess Tech (Europe/Berlin)");
  await expect(card.booked).toContainText("Call booked");

  const id = String(redmine.issues.assigned);
  const [booking] = scheduler.bookings();
  expect(booking).toMatchObject({
    event: "tess/30min",
    attendee: { name: "Ada Visitor", email: "ada@example.com" },
    metadata: { ticketId: id, ticketNumber: id, portal: "desk" },
  });
  expect(booking?.notes).toBe(
    `Regarding Ticket #${id} — Customer is experiencing network issues\n${redmine.origin}${redmine.basePath}/issues/${id}`,
  );
});

test("the assignee changes: the card changes; nobody: no card; without a link: no card", async ({
  page,
  redmine,
  issue,
}) => {
  const id = redmine.issues.assigned;
  await redmine.setAssignee(id, "rob");
  await issue(id);
  await expect(cardOf(page).text).toContainText("r.remote@example.com");
  await redmine.setAssignee(id, null);
  await issue(id);
  await expect(assigneeRow(page)).toHaveText("-");
  await expectNoCard(page, "unassigned");
  await redmine.setAssignee(id, "tess");
  await issue(id);
  await expect(cardOf(page).text).toContainText("tess@example.com");

  await issue(redmine.issues.unassigned);
  await expectNoCard(page, "unassigned");
  await issue(redmine.issues.noLink);
  await expectNoCard(page, "not-in-directory");
});

test("a text that imitates the page does not move the card, whoever is assigned", async ({
  page,
  redmine,
  issue,
}) => {
  const id = redmine.issues.hostile;
  await issue(id);
  await expect(page.locator(".description").getByText("evil@example.com").first()).toBeAttached();
  await expect(page.locator(".journal").getByText("evil@example.com").first()).toBeAttached();
  await expect(page.locator(".wiki a.user").first()).toHaveText("Rob Remote");
  await expect(cardOf(page).text).toContainText("tess@example.com");
  await expect(page.locator("#sidebar > #watchers + callcard-card")).toHaveCount(1);
  await redmine.setAssignee(id, null);
  await issue(id);
  await expectNoCard(page, "unassigned");
  await redmine.setAssignee(id, "tess");
});

test("in German it is the same", async ({ page, redmine, issue }) => {
  await redmine.setLanguage("tess", "de");
  await issue(redmine.issues.assigned);
  await expect(page.locator("#content .assigned-to .label")).toHaveText("Zugewiesen an:");
  await expect(cardOf(page).text).toContainText("tess@example.com");
  await issue(redmine.issues.unassigned);
  await expectNoCard(page, "unassigned");
  await redmine.setLanguage("tess", "en");
});

test("a customer has the card below the queries", async ({ page, redmine, issue }, info) => {
  await page.context().clearCookies();
  await logIn(page, redmine, "ada");
  await issue(redmine.issues.assigned);
  await expect(cardOf(page).text).toContainText("tess@example.com");
  await expect(page.locator("#sidebar > .queries + callcard-card")).toHaveCount(1);
  await page.screenshot({ path: info.outputPath("customer.png") });
  await issue(redmine.issues.unassigned);
  await expectNoCard(page, "unassigned");
});

test("a list of issues: each row calls its own assignee", async ({
  page,
  redmine,
  issue,
  scheduler,
}, info) => {
  await issue(redmine.issues.assigned);
  await page.goto(`${redmine.origin}${redmine.basePath}/issues?set_filter=1`);
  const button = (id: number) =>
    page.locator(`#issue-${id} td.assigned_to > callcard-row`).getByRole("button");
  await expect(button(redmine.issues.assigned)).toHaveAccessibleName(
    `Book a Call about #${redmine.issues.assigned} with Tess Tech`,
  );
  await expect(button(redmine.issues.unassigned)).toHaveCount(0);
  await expect(button(redmine.issues.noLink)).toHaveCount(0);
  await page.screenshot({ path: info.outputPath("list.png") });
  await button(redmine.issues.assigned).click();
  const { calendar, booked } = dialogOf(page);
  await chooseSlot(calendar);
  // Redmine's lists name no author by default.
  await calendar.locator('input[name="name"]').fill("Ada Visitor");
  await calendar.getByLabel(/^email/i).fill("ada@example.com");
  await calendar.getByTestId("confirm").click();
  await expect(booked).toContainText("Call booked");
  expect(scheduler.bookings()[0]).toMatchObject({
    event: "tess/30min",
    metadata: {
      ticketId: String(redmine.issues.assigned),
      ticketUrl: `${redmine.origin}${redmine.basePath}/issues/${redmine.issues.assigned}`,
    },
  });
});

test("a note goes into the issue's note box, private, and is sent by hand", async ({
  page,
  redmine,
  issue,
  configure,
}, info) => {
  const { origin, basePath } = redmine;
  const portal = { id: "desk", name: "Redmine", origin, basePath, note: { offer: true } };
  await configure({ version: 1, portals: [portal] });
  const id = redmine.issues.assigned;
  const before = await redmine.notes(id);
  await issue(id);
  await cardOf(page).book.click();
  const { calendar, ours } = dialogOf(page);
  await chooseSlot(calendar);
  await calendar.getByLabel(/^email/i).fill("ada@example.com");
  await calendar.getByTestId("confirm").click();
  const box = page.locator("#issue_notes");
  await box.evaluate((field: HTMLTextAreaElement) => {
    field.value = "Somebody wrote here before.";
    field.closest<HTMLElement>("#update")?.style.setProperty("display", "block");
  });
  const fill = ours.getByRole("button", { name: "Fill in" });
  await fill.click();
  await expect(ours.getByText("The ticket has input that is not saved.")).toBeVisible();
  await expect(box).toHaveValue("Somebody wrote here before.");
  await box.evaluate((field: HTMLTextAreaElement) => {
    field.value = "";
    field.closest<HTMLElement>("#update")?.style.setProperty("display", "none");
  });
  await fill.click();
  await expect(
    ours.getByText("The note stands in the ticket’s note box and is set to private."),
  ).toBeVisible();
  await page.screenshot({ path: info.outputPath("filled.png") });
  await dialogOf(page).dialog.getByRole("button", { name: "Close", exact: true }).click();
  await expect(box).toBeVisible();
  await expect(box).toHaveValue(/^Call booked with Tess Tech: /);
  await expect(page.locator("#issue_private_notes")).toBeChecked();
  expect(await redmine.notes(id)).toEqual(before);
  await page.locator('#issue-form input[type="submit"]').click();
  await expect(page.locator("#flash_notice")).toBeVisible();
  expect((await redmine.notes(id)).slice(before.length)).toMatchObject([{ author: "tess", private: true }]);
});

test("looks at home, wide and narrow, there and back", async ({ page, redmine, issue }, info) => {
  await issue(redmine.issues.assigned);
  await expect(cardOf(page).book).toBeVisible();
  for (const [width, place, around] of [
    [1280, "#sidebar > #watchers + callcard-card", "#sidebar"],
    // Below 900 px Redmine puts the sidebar into a menu that is closed.
    [400, ".issue > .attributes + callcard-card", ".issue.details"],
    [1000, "#sidebar > #watchers + callcard-card", "#sidebar"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.locator(place)).toHaveCount(1);
    await expect(cardOf(page).host).toHaveCount(1);
    await cardOf(page).host.scrollIntoViewIfNeeded();
    await expect(cardOf(page).book).toBeVisible();
    const path = info.outputPath(`light-${width}.png`);
    await page.screenshot({ path });
    await info.attach(`light ${width}`, { path, contentType: "image/png" });
    // The look is sampled again after the move.
    const looks = (selector: string) =>
      page.evaluate((selector) => {
        const card = document.querySelector("callcard-card")?.shadowRoot?.querySelector(".card");
        return [card, document.querySelector(selector)].map((element) => {
          const { backgroundColor, color, fontFamily, fontSize } = getComputedStyle(element as Element);
          return { backgroundColor, color, fontFamily, fontSize };
        });
      }, selector);
    await expect(async () => {
      const [ours, theirs] = await looks(around);
      expect(ours).toEqual(theirs);
    }).toPass();
    const overflow = await page.evaluate(() => {
      const card = document.querySelector("callcard-card")?.shadowRoot?.querySelector(".card");
      return (card?.scrollWidth ?? 0) - (card?.clientWidth ?? 0);
    });
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
