import type { Page } from "@playwright/test";
import { bookFirstSlot, cardOf, chooseSlot, demo, dialogOf, expect, rowsOf, test } from "../fixtures";

const CASTER = "/applications/caster";

/** Expects that each row of a list has one button, and that it is the button of the row's own application. */
async function expectOwnButtons(page: Page, count: number): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("[data-application]")].map((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          const box = row.closest("[data-virtual]")?.getBoundingClientRect();
          const isSeen = !box || (bottom > box.top && top < box.bottom);
          const [button, ...more] = [...row.querySelectorAll("callcard-row")].map((host) =>
            host.shadowRoot?.querySelector("button")?.getAttribute("aria-label"),
          );
          if (!isSeen && button === undefined) return true; // it gets one when it comes near
          const name = row.querySelector('[data-field="applicant"]')?.textContent;
          return (
            more.length === 0 && button === `Book Audition about #${row.dataset.application} with ${name}`
          );
        }),
      ),
    )
    .toEqual(Array.from({ length: count }, () => true));
}

test.describe("a casting call", () => {
  test("the caster books an audition with an applicant, from the list", async ({
    page,
    portal,
    scheduler,
    configure,
  }) => {
    await configure(demo(portal, scheduler));
    await page.goto(portal.origin + CASTER);
    const { all, button } = rowsOf(page);
    await expect(all).toHaveCount(12);
    await expect(button(7)).toHaveAccessibleName("Book Audition about #7 with Noor Haddad");
    await button(7).click();
    const { dialog, calendar, booked } = dialogOf(page);
    await expect(dialog.getByRole("heading")).toHaveText("Book a call with Noor Haddad");
    await expect(dialog.getByText("Application #7 — Ophelia")).toBeVisible();
    const time = await chooseSlot(calendar);
    await expect(calendar.locator('input[name="name"]')).toHaveValue("Noor Haddad");
    await expect(calendar.locator('input[name="email"]')).toHaveValue("noor@example.com");
    await calendar.getByTestId("confirm").click();
    await expect(booked).toContainText("Call booked");

    const bookings = scheduler.bookings();
    expect(bookings).toHaveLength(1);
    expect(bookings[0]).toMatchObject({
      event: "cleo/audition",
      start: time,
      attendee: { name: "Noor Haddad", email: "noor@example.com" },
      notes: `Regarding Application #7 — Ophelia\n${portal.origin}/applications/7`,
      metadata: {
        ticketId: "7",
        ticketNumber: "7",
        ticketUrl: `${portal.origin}/applications/7`,
        portal: "demo",
        callerName: "Cleo Caster",
        callerEmail: "cleo@example.com",
      },
    });

    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(button(7)).toBeFocused();
    await expect(button(7)).toHaveText(/^Call: /);
    await expect(button(7)).toHaveAttribute("title", /^Call booked: .+ \(your time\)$/);
    await expect(button(7)).toHaveAccessibleName(/^Call: .+\. Book another call about #7 with Noor Haddad$/);
    await expect(button(8)).toHaveText("Book Audition");
    await page.reload();
    await expect(button(7)).toHaveText(/^Call: /);
    expect(portal.cspReports()).toEqual([]);
  });

  test("from the page of the application; the list knows of it", async ({
    page,
    portal,
    scheduler,
    configure,
  }) => {
    await configure(demo(portal, scheduler));
    await page.goto(`${portal.origin}/applications/1`);
    const { host } = cardOf(page);
    await expect(host.getByRole("heading", { name: "Book Audition" })).toBeVisible();
    await expect(host.getByText("Invite Ada Visitor to a call in your calendar.")).toBeVisible();
    await host.getByRole("button", { name: "Book Audition" }).click();
    await bookFirstSlot(dialogOf(page).calendar);
    await expect(dialogOf(page).booked).toContainText("Call booked");
    expect(scheduler.bookings()[0]).toMatchObject({
      event: "cleo/audition",
      attendee: { name: "Ada Visitor", email: "ada@example.com" },
    });
    await page.goto(portal.origin + CASTER);
    await expect(rowsOf(page).button(1)).toHaveText(/^Call: /);
  });

  test("an applicant without an address: the caster is the attendee, the notes name the applicant", async ({
    page,
    portal,
    scheduler,
    configure,
  }) => {
    await configure(demo(portal, scheduler));
    await page.goto(portal.origin + CASTER);
    await rowsOf(page).button(3).click();
    await bookFirstSlot(dialogOf(page).calendar);
    await expect(dialogOf(page).booked).toContainText("Call booked");
    expect(scheduler.bookings()[0]).toMatchObject({
      attendee: { name: "Cleo Caster", email: "cleo@example.com" },
      notes: `Regarding Application #3 — Horatio\nWith Mina Okafor\n${portal.origin}/applications/3`,
    });
  });

  test("without a link of one's own there is no button, and the popup says where to add it", async ({
    page,
    open,
    portal,
    scheduler,
    configure,
  }) => {
    await configure(demo(portal, scheduler, { "cleo@example.com": "" }));
    await page.goto(portal.origin + CASTER);
    await expect
      .poll(() => reportOn(page))
      .toMatchObject({ rows: { seen: 12, buttons: 0, reasons: { "no-own-link": 12 } } });
    await expect(rowsOf(page).all).toHaveCount(0);
    await page.goto(`${portal.origin}/applications/1`);
    await expect.poll(() => reportOn(page)).toMatchObject({ reason: { reason: "no-own-link" } });

    const options = await open("options.html#my-link");
    await options.getByLabel("Booking link URL").fill(`${scheduler.origin}/cleo/audition`);
    await options.getByRole("button", { name: /^Save/ }).click();
    await expect(cardOf(page).host.getByRole("button", { name: "Book Audition" })).toBeVisible();
  });
});

test("a list of tickets: each row calls its own assignee", async ({ page, portal, scheduler, configure }) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets`);
  const { all, button } = rowsOf(page);
  await expect(all).toHaveCount(3);
  await expect(button(123)).toHaveAccessibleName("Book a Call about #123 with Tess Tech");
  await expect(button(126)).toHaveAccessibleName("Book a Call about #126 with Rob Remote");
  await expect(button(124)).toHaveCount(0);
  await expect(button(125)).toHaveCount(0);
  await expect
    .poll(() => reportOn(page))
    .toMatchObject({
      reason: null,
      rows: { total: 5, seen: 5, buttons: 3, reasons: { unassigned: 1, "not-in-directory": 1 } },
    });
  await button(126).click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  expect(scheduler.bookings()[0]).toMatchObject({
    event: "rob/30min",
    metadata: { ticketNumber: "126", ticketUrl: `${portal.origin}/agent/tickets/126` },
  });
});

test("rows that are sorted, filtered, appended and rendered anew keep the button of their application", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page.goto(portal.origin + CASTER);
  await expectOwnButtons(page, 12);
  await page.getByRole("button", { name: "Sort by name" }).click();
  await expect(page.locator("[data-application]").first()).toContainText("Ada Visitor");
  await expectOwnButtons(page, 12);
  await page.getByRole("button", { name: "Show 12 more" }).click();
  await expectOwnButtons(page, 24);
  // The same elements, with other applications in them.
  await page.getByLabel("Filter").fill("Noor");
  await expect(page.locator("[data-application]")).toHaveCount(5);
  await expectOwnButtons(page, 5);
  await expect(rowsOf(page).all).toHaveCount(5);
  await page.getByLabel("Filter").fill("");
  await expectOwnButtons(page, 24);
  await page.getByRole("button", { name: "Re-render" }).click();
  await expectOwnButtons(page, 24);
  await expect(rowsOf(page).all).toHaveCount(24);
});

test("a virtual list: the button follows the application, not the element", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}${CASTER}?rows=5000&virtual`);
  await expectOwnButtons(page, 16);
  for (const top of [400, 24_000, 0, 239_000]) {
    await page.locator("[data-virtual]").evaluate((list, top) => list.scrollTo({ top }), top);
    await expectOwnButtons(page, 16);
  }
  await rowsOf(page).button(4983).click();
  await expect(dialogOf(page).dialog.getByRole("heading")).toHaveText("Book a call with Mina Okafor 416");
});

test("5,000 rows: buttons where one looks, more as one scrolls", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}${CASTER}?rows=5000`);
  const { all, row, button } = rowsOf(page);
  await expect(button(1)).toBeVisible({ timeout: 30_000 }); // 5,000 rows take a browser its time
  await expect(button(12)).toBeVisible();
  await expect(button(2500)).toHaveCount(0);
  const before = await all.count();
  expect(before).toBeLessThan(60);
  await row(2500).scrollIntoViewIfNeeded();
  await expect(button(2500)).toHaveAccessibleName(/^Book Audition about #2500 with/, { timeout: 30_000 });
  expect(await all.count()).toBeGreaterThan(before);
  expect(await all.count()).toBeLessThan(200);
});

test("no column is added, and a click on the button is none on the row", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(portal.origin + CASTER);
  await expect(rowsOf(page).all).toHaveCount(12);
  expect(await page.locator("tbody tr").first().locator("> *").count()).toBe(6);
  await page.evaluate(() => {
    document.querySelector("tbody")?.addEventListener("click", () => {
      document.documentElement.dataset.rowClicked = "true";
    });
  });
  await rowsOf(page).button(1).click();
  await expect(dialogOf(page).dialog).toBeVisible();
  await expect(page.locator("html[data-row-clicked]")).toHaveCount(0);
});

test("by keyboard: one stop a row, in the order of the rows", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(portal.origin + CASTER);
  const { all, row, button } = rowsOf(page);
  await expect(all).toHaveCount(12);
  await row(1).getByRole("link").focus();
  await page.keyboard.press("Tab");
  await expect(button(1)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(row(2).getByRole("link")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialogOf(page).dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialogOf(page).dialog).toHaveCount(0);
  await expect(button(2)).toBeFocused();
});

test("the page's own clicks open nothing, and a row that has changed at the click books nobody else", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(portal.origin + CASTER);
  await expect(rowsOf(page).all).toHaveCount(12);
  await page.evaluate(() => {
    for (const host of document.querySelectorAll("callcard-row")) {
      const button = host.shadowRoot?.querySelector("button");
      button?.click();
      button?.dispatchEvent(new PointerEvent("click", { bubbles: true, composed: true }));
    }
    // Between the press and the click, the row becomes another application's.
    window.addEventListener(
      "pointerdown",
      () => document.querySelector("[data-application]")?.setAttribute("data-application", "9"),
      { capture: true, once: true },
    );
  });
  await rowsOf(page).button(1).click();
  await expect(rowsOf(page).row(9).first().locator("callcard-row").getByRole("button")).toHaveAccessibleName(
    /#9 /,
  );
  await expect(dialogOf(page).dialog).toHaveCount(0);
  await rowsOf(page).button(2).click();
  await expect(dialogOf(page).dialog.getByRole("heading")).toHaveText("Book a call with John Doe");
});

test("leaving the list takes the buttons along; an orphaned button does not stay", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(portal.origin + CASTER);
  await expect(rowsOf(page).all).toHaveCount(12);
  await page.evaluate(() => history.pushState(null, "", "/somewhere/else"));
  await expect(rowsOf(page).all).toHaveCount(0);
  await page.evaluate(() => history.back());
  await expect(rowsOf(page).all).toHaveCount(12);
});

/** What the popup would be told about a page. */
async function reportOn(page: Page): Promise<unknown> {
  return page
    .context()
    .serviceWorkers()[0]
    ?.evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url: `${url}*` });
      return chrome.tabs
        .sendMessage(tab?.id ?? -1, { type: "describePage" })
        .catch(() => null) as Promise<unknown>;
    }, page.url());
}
