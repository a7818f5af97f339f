import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { PageDefinition } from "../../../lib/ticket/page-definition";
import { type ChromiumWithExtension, startChromium } from "../../setup/chromium";
import { importConfiguration } from "../../setup/import-configuration";
import { bookFirstSlot, cardOf, demo, dialogOf, expect, expectNoCard, test } from "../fixtures";

/** The demo's configuration without any page of the portal: it knows the site and the technicians only. */
function untaught(portal: { origin: string }, scheduler: { origin: string }): object {
  const configuration = demo(portal, scheduler) as { portals: Record<string, unknown>[] };
  for (const one of configuration.portals) delete one.pages;
  return { ...configuration, me: { name: "Tess Tech", email: "tess@example.com" } };
}

/** The page definitions that the portal has now. */
async function pagesOf({ worker }: ChromiumWithExtension): Promise<PageDefinition[]> {
  const stored = await worker.evaluate(() => chrome.storage.local.get("portals"));
  const portals = stored.portals as { id: string; pages?: PageDefinition[] }[];
  return portals.find(({ id }) => id === "demo")?.pages ?? [];
}

/** Starts teaching on a tab as the popup's button does, from the popup's page. */
async function teachOn(page: Page, { worker, context }: ChromiumWithExtension): Promise<void> {
  await page.bringToFront();
  const opened = context.waitForEvent("page");
  await worker.evaluate(() =>
    chrome.tabs.create({ url: chrome.runtime.getURL("/popup.html"), active: false }),
  );
  const popup = await opened;
  await popup.getByRole("button", { name: "Show CallCard where to look" }).click();
  await expect(panelOf(page).heading).toBeVisible();
}

function panelOf(page: Page) {
  const picker = page.locator("callcard-picker");
  return {
    picker,
    heading: picker.getByRole("heading", { level: 3 }),
    value: picker.locator(".read .value"),
    problem: picker.getByRole("alert"),
    row: (field: string) => picker.locator(`li[data-field="${field}"] .value`),
    button: (name: string | RegExp) => picker.getByRole("button", { name }),
  };
}

/** Clicks with the real pointer at an element of the page; the shield lies over it. */
async function pointAt(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  await page.mouse.move(box.x + 2, box.y + 2);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

test("an unknown portal is taught by mouse, checked on a second ticket, and books", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(untaught(portal, scheduler));
  await page.goto(`${portal.origin}/unknown/issues/HD-123`);
  await teachOn(page, chromium);
  const panel = panelOf(page);

  await expect(panel.heading).toHaveText("Point at the person in charge");
  await pointAt(page, ".message p");
  await expect(panel.problem).toContainText("where people write");
  await pointAt(page, '[data-testid="owner-name"]');
  await expect(panel.value).toHaveText("Tess Tech");
  await panel.button("Right").click();

  await expect(panel.heading).toHaveText("Point at the ticket number");
  await expect(panel.value).toHaveText("HD-123"); // found by the address
  await pointAt(page, 'a[href="/unknown"]'); // a link: nobody follows it
  await expect(panel.problem).toContainText("no number");
  expect(page.url()).toBe(`${portal.origin}/unknown/issues/HD-123`);
  await pointAt(page, ".heading p span");
  await panel.button("Right").click();

  await expect(panel.heading).toHaveText("Where should the card go?");
  await pointAt(page, ".sidebar section");
  await panel.button("inside, last").click();
  await panel.button("Use this place").click();
  await expect(panel.heading).toHaveText("This is what CallCard reads here");
  await panel.button("Check on another ticket").click();
  await expect(panel.heading).toHaveText("Now open another ticket");

  await page.goto(`${portal.origin}/unknown/issues/HD-124`);
  await expect(panel.picker.getByText("Nobody is in charge here.")).toBeVisible();
  await expect(panel.button("Right, save")).toHaveCount(0);

  await page.goto(`${portal.origin}/unknown/issues/HD-126`);
  await expect(panel.heading).toHaveText("Is this right on this ticket, too?");
  await expect(panel.row("assignee")).toHaveText("Rob Remote");
  await expect(panel.row("number")).toHaveText("HD-126");
  await expect(cardOf(page).host).toHaveCount(0); // nothing is saved before the yes
  await panel.button("Right, save").click();
  await expect(panel.heading).toHaveText("Saved");
  await expect(cardOf(page).text).toContainText("rob@example.com");
  await panel.button("Close").click();
  await expect(panel.picker).toHaveCount(0);

  await page.goto(`${portal.origin}/unknown/issues/HD-123`);
  await expect(cardOf(page).text).toContainText("tess@example.com");
  await expect(panel.picker).toHaveCount(0);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  expect(scheduler.bookings().at(-1)?.metadata).toMatchObject({ ticketNumber: "HD-123" });

  await page.goto(`${portal.origin}/unknown/issues/HD-124`); // nobody
  await expect(page.getByText("Nobody", { exact: true }).first()).toBeVisible();
  await expect(cardOf(page).host).toHaveCount(0);
});

test("labels are found: teaching by keyboard alone is Enter and Enter, and the arrow keys when it is not right", async ({
  page,
  context,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(untaught(portal, scheduler));
  await page.goto(`${portal.origin}/unknown/cases/HD-123`);
  await teachOn(page, chromium);
  const panel = panelOf(page);
  await expect(panel.picker.getByText("CallCard found this by itself")).toBeVisible();
  await expect(panel.value).toHaveText("Tess Tech");

  await page.keyboard.press("ArrowUp"); // row
  await page.keyboard.press("ArrowUp"); // list
  await page.keyboard.press("Enter");
  await expect(panel.problem).toContainText("Point at");
  await page.keyboard.press("ArrowDown"); // first row
  await page.keyboard.press("ArrowDown"); // its label
  await page.keyboard.press("ArrowRight"); // its value
  await expect(panel.picker.getByText("Marked: dd, “Tess Tech”")).toBeAttached();
  await page.keyboard.press("Enter");
  await expect(panel.value).toHaveText("Tess Tech");
  await page.keyboard.press("Enter");
  await expect(panel.heading).toHaveText("Point at the ticket number");
  await page.keyboard.press("Enter");
  await expect(panel.heading).toHaveText("Where should the card go?");
  await page.keyboard.press("Enter");
  await expect(panel.heading).toHaveText("This is what CallCard reads here");
  await expect(panel.picker.getByText("John Doe")).toBeVisible(); // by its label, without pointing
  await page.keyboard.press("Enter");
  await expect(panel.heading).toHaveText("Now open another ticket");

  const other = await context.newPage(); // the other ticket may be in another tab
  await other.goto(`${portal.origin}/unknown/cases/HD-126`);
  const there = panelOf(other);
  await expect(there.row("assignee")).toHaveText("Rob Remote");
  await expect(there.button("Right, save")).toBeFocused();
  await other.keyboard.press("Enter");
  await expect(there.heading).toHaveText("Saved");
  await expect(cardOf(other).text).toContainText("rob@example.com");
  const [taught] = await pagesOf(chromium);
  expect(taught?.fields.assignee?.[0]).toEqual({ label: "assignee" });
  expect(taught?.url).toBe("/unknown/cases/:id([A-Za-z]\\w*-\\d+)");
});

test("wrong on the second ticket: pointed at again, and checked on a further one before it is saved", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(untaught(portal, scheduler));
  await page.goto(`${portal.origin}/unknown/issues/HD-123`);
  await teachOn(page, chromium);
  const panel = panelOf(page);
  await pointAt(page, ".sidebar .css-v4l >> nth=1"); // the row moves
  await expect(panel.value).toHaveText("Tess Tech");
  await panel.button("Right").click();
  await panel.button("Right").click();
  await panel.button("Let it float").click();
  await panel.button("Check on another ticket").click();

  await page.goto(`${portal.origin}/unknown/issues/HD-126`);
  await expect(panel.row("assignee")).not.toHaveText("Rob Remote");
  await panel.button(/point again \(In charge\)/).click();
  await pointAt(page, '[data-testid="owner-name"]');
  await panel.button("Right").click();
  await expect(panel.heading).toHaveText("Now open another ticket");
  expect(await pagesOf(chromium)).toEqual([]);

  await page.goto(`${portal.origin}/unknown/issues/HD-123`);
  await expect(panel.row("assignee")).toHaveText("Tess Tech");
  await panel.button("Right, save").click();
  await expect(cardOf(page).text).toContainText("tess@example.com");
});

test("a hostile page clicks nothing: neither the panel's buttons nor the page through the shield", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(untaught(portal, scheduler));
  await page.goto(`${portal.origin}/unknown/cases/HD-123`);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    for (const type of ["pointerdown", "mousedown", "mouseup", "click"]) {
      document.addEventListener(type, (event) => seen.push(`${type} ${event.isTrusted}`), true);
    }
  });
  await teachOn(page, chromium);
  const panel = panelOf(page);
  await expect(panel.heading).toHaveText("Point at the person in charge");
  await page.evaluate(() => {
    const root = document.querySelector("callcard-picker")?.shadowRoot;
    for (const element of root?.querySelectorAll<HTMLElement>("button, .shield") ?? []) {
      element.click();
      for (const composed of [true, false]) {
        element.dispatchEvent(
          new MouseEvent("click", { bubbles: true, composed, clientX: 300, clientY: 300 }),
        );
        element.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true, composed }));
      }
    }
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  });
  await expect(panel.heading).toHaveText("Point at the person in charge");
  await expect(panel.value).toHaveText("Tess Tech");
  await page.evaluate(() =>
    Object.assign(window, {
      seen: Object.assign((window as never as { seen: string[] }).seen, { length: 0 }),
    }),
  );
  await pointAt(page, ".message p");
  await expect(panel.problem).toBeVisible();
  expect(await page.evaluate(() => (window as never as { seen: string[] }).seen)).toEqual([]);
  expect(page.url()).toContain("/unknown/cases/HD-123");

  await page.keyboard.press("Escape");
  await expect(panel.picker).toHaveCount(0);
  await page.reload(); // and it does not come back
  await expectNoCard(page, "not-a-ticket");
  await expect(panel.picker).toHaveCount(0);
});

test("a reload in the middle goes on where it was", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(untaught(portal, scheduler));
  await page.goto(`${portal.origin}/unknown/cases/HD-123`);
  await teachOn(page, chromium);
  const panel = panelOf(page);
  await panel.button("Right").click();
  await expect(panel.heading).toHaveText("Point at the ticket number");
  await page.reload();
  await expect(panel.heading).toHaveText("Point at the ticket number");
});

test("taught pages are edited, removed, brought back, and exported to another profile", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(untaught(portal, scheduler));
  const options = await open("options.html#portals");
  const opened = page.context().waitForEvent("page");
  await options.getByRole("button", { name: "Show CallCard where to look: Example Help Desk" }).click();
  const ticket = await opened; // the portal's own start page
  const panel = panelOf(ticket);
  await expect(panel.heading).toHaveText("Open a ticket");
  await panel.button("Begin on this page").click();
  await expect(panel.problem).toContainText("no ticket number");
  await ticket.goto(`${portal.origin}/unknown/cases/HD-123`);
  await panel.button("Begin on this page").click();
  await panel.button("Right").click();
  await panel.button("Right").click();
  await panel.button("Use this place").click();
  await panel.button("Check on another ticket").click();
  await ticket.goto(`${portal.origin}/unknown/cases/HD-126`);
  await panel.button("Right, save").click();
  await expect(cardOf(ticket).text).toContainText("rob@example.com");

  await options.bringToFront();
  const url = "/unknown/cases/:id([A-Za-z]\\w*-\\d+)";
  await expect(options.getByText("Reads: In charge, Ticket number")).toBeVisible();
  await options.getByRole("button", { name: `Edit the page ${url}` }).click();
  await options.getByLabel("In charge", { exact: true }).fill("css .row:has(dt) dd\ncss ..");
  await options.getByRole("button", { name: "Save" }).click();
  await expect(options.getByText("Line 2 is no CSS selector: ..")).toBeVisible();
  await options.getByLabel("In charge", { exact: true }).fill("css .row dd");
  await options.getByRole("button", { name: "Save" }).click();
  await expect(options.getByText(`Saved the page ${url}.`)).toBeVisible();
  expect((await pagesOf(chromium))[0]?.fields.assignee).toEqual([{ css: ".row dd" }]);

  await options.getByRole("button", { name: `Remove the page ${url}` }).click();
  await expect(cardOf(ticket).host).toHaveCount(0);
  await options.getByRole("button", { name: "Undo" }).click();
  await expect(cardOf(ticket).text).toContainText("rob@example.com");

  const download = options.waitForEvent("download");
  await options.getByRole("button", { name: "Export this portal: Example Help Desk" }).click();
  const file = await (await download).path();
  const document = JSON.parse(await readFile(file, "utf8"));
  expect(Object.keys(document)).toEqual(["version", "portals"]);

  const colleague = await startChromium({ extension: process.env.CALLCARD_TEST_EXTENSION ?? "" });
  try {
    const { portals: _, ...rest } = untaught(portal, scheduler) as { portals: unknown };
    await importConfiguration(colleague, rest);
    await importConfiguration(colleague, document);
    const theirs = await colleague.context.newPage();
    await theirs.goto(`${portal.origin}/unknown/cases/HD-123`);
    await expect(cardOf(theirs).text).toContainText("tess@example.com");
  } finally {
    await colleague.close();
  }
});
