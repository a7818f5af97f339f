import type { Page } from "@playwright/test";
import { logIn } from "../../portals/request-tracker/log-in";
import { type RequestTracker, startRequestTracker } from "../../portals/request-tracker/server";
import { moveCall } from "../../setup/move-call";
import { test as base, bookFirstSlot, cardOf, dialogOf, expect, expectNoCard, failureOn } from "../fixtures";
import { popupOn } from "../popup-on";

/** A real Request Tracker 5, installed from Debian and seeded with tickets. */
const test = base.extend<{ ticket(id: number): Promise<void> }, { tracker: RequestTracker }>({
  tracker: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const tracker = await startRequestTracker();
      await use(tracker);
      await tracker.close();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  /** Signed in as Tess, with Tess and Rob in the directory: opens a ticket. */
  ticket: async ({ page, tracker, scheduler, configure }, use) => {
    await configure({
      version: 1,
      portals: [{ id: "rt", name: "Request Tracker", origin: tracker.origin, basePath: tracker.basePath }],
      technicians: [
        { email: "tess@example.com", name: "Tess Tech", link: `${scheduler.origin}/tess/30min` },
        { email: "rob@example.com", name: "Rob Remote", link: `${scheduler.origin}/rob/30min` },
        { email: "evil@example.com", name: "evil@example.com", link: `${scheduler.origin}/rob/30min` },
      ],
      bookingHosts: [new URL(scheduler.origin).host],
    });
    await logIn(page, tracker, "tess");
    await use(async (id) => {
      await page.goto(`${tracker.origin}${tracker.basePath}/Ticket/Display.html?id=${id}`);
      await historyLoaded(page);
    });
  },
});

/** Technicians by address alone; two of them would have the login "tess". */
function onlyAddresses(tracker: RequestTracker, scheduler: { origin: string }): object {
  return {
    version: 1,
    portals: [{ id: "rt", name: "Request Tracker", origin: tracker.origin, basePath: tracker.basePath }],
    technicians: [
      { email: "tess@example.com", name: "", link: `${scheduler.origin}/tess/30min` },
      { email: "tess@elsewhere.example", name: "", link: `${scheduler.origin}/rob/30min` },
    ],
  };
}

/** RT fetches the history after the page; a hostile message is not there before. */
async function historyLoaded(page: Page): Promise<void> {
  await page.locator(".history .transaction").first().waitFor({ state: "attached" });
}

test("owner with a link: card, dialog, booking; notes and metadata arrive", async ({
  page,
  tracker,
  ticket,
  scheduler,
}) => {
  await tracker.setOwner(tracker.tickets.assigned, "tess");
  await ticket(tracker.tickets.assigned);
  const card = cardOf(page);
  await expect(card.text).toHaveText("Schedule a call with tess@example.com to discuss this ticket.");
  await expect(page.locator(".ticket-summary > .boxcontainer callcard-card")).toHaveCount(1);
  await card.book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("for Tess Tech (Europe/Berlin)");
  await expect(card.booked).toContainText("Call booked");

  const id = String(tracker.tickets.assigned);
  const [booking] = scheduler.bookings();
  expect(booking).toMatchObject({
    event: "tess/30min",
    attendee: { name: "Ada Visitor", email: "ada@example.com" },
    metadata: { ticketId: id, ticketNumber: id, portal: "rt" },
  });
  expect(booking?.notes).toBe(
    `Regarding Ticket #${id} — Customer is experiencing network issues\n${tracker.origin}${tracker.basePath}/Ticket/Display.html?id=${id}`,
  );
});

test("the owner changes in RT: the card changes; Nobody: no card; without a link: no card", async ({
  page,
  tracker,
  ticket,
}) => {
  const id = tracker.tickets.assigned;
  await tracker.setOwner(id, "rob");
  await ticket(id);
  await expect(cardOf(page).text).toContainText("rob@example.com");
  await tracker.setOwner(id, "Nobody");
  await ticket(id);
  await expect(page.getByText("Nobody in particular").first()).toBeVisible();
  await expectNoCard(page, "unassigned");
  await tracker.setOwner(id, "tess");
  await ticket(id);
  await expect(cardOf(page).text).toContainText("tess@example.com");

  await ticket(tracker.tickets.unowned);
  await expectNoCard(page, "unassigned");
  await ticket(tracker.tickets.noLink);
  await expectNoCard(page, "not-in-directory");
});

test("a message that imitates the owner row does not move the card, whoever owns the ticket", async ({
  page,
  tracker,
  ticket,
}) => {
  const id = tracker.tickets.hostile;
  await tracker.setOwner(id, "tess");
  await ticket(id);
  await expect(page.locator(".history").getByText("evil@example.com").first()).toBeAttached();
  await expect(cardOf(page).text).toContainText("tess@example.com");
  await tracker.setOwner(id, "Nobody");
  await ticket(id);
  await expect(page.locator(".history").getByText("evil@example.com").first()).toBeAttached();
  await expectNoCard(page, "unassigned");
});

test("RT prints name and login only, the directory knows the address only: REST2 tells", async ({
  page,
  tracker,
  ticket,
  scheduler,
  configure,
}) => {
  const { assigned, unowned } = tracker.tickets;
  await tracker.setOwner(assigned, "tess");
  await ticket(assigned);
  await expect(page.locator(".ticket-info-people .owner .user")).toHaveText("tess (Tess Tech)");
  await configure(onlyAddresses(tracker, scheduler));
  await page.reload();
  await expect(cardOf(page).text).toContainText("tess@example.com");

  await page.goto(`${tracker.origin}${tracker.basePath}/Ticket/Display.html?id=${unowned}`);
  await expectNoCard(page, "unassigned");
});

test("not signed in to RT any more: the popup's reason says so", async ({
  page,
  tracker,
  ticket,
  scheduler,
  configure,
}) => {
  const { assigned, hostile } = tracker.tickets;
  await tracker.setOwner(assigned, "tess");
  await configure(onlyAddresses(tracker, scheduler));
  await ticket(assigned);
  await expect(cardOf(page).book).toBeVisible();
  await page.context().clearCookies();
  // Address and printed number change without a request for the page, so that only REST2 can notice.
  await page.evaluate((id) => {
    const printed = document.querySelector(".ticket-info-basics .id .value");
    if (printed) printed.textContent = String(id);
    history.pushState(null, "", `?id=${id}`);
  }, hostile);
  await expectNoCard(page, "lookup-failed");
  expect(await failureOn(page)).toEqual({ cause: "not-signed-in" });
});

test("search results: each row calls its own owner", async ({ page, tracker, ticket, scheduler }, info) => {
  const { assigned } = tracker.tickets;
  await tracker.setOwner(assigned, "tess");
  await ticket(assigned);
  await page.goto(`${tracker.origin}${tracker.basePath}/Search/Results.html?Query=id>0`);
  const button = page.locator(`.list-item[data-record-id="${assigned}"] callcard-row`).getByRole("button");
  await expect(button).toHaveAccessibleName(`Book a Call about #${assigned} with Tess Tech`);
  await page.screenshot({ path: info.outputPath("list.png") });
  await button.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  expect(scheduler.bookings()[0]).toMatchObject({
    event: "tess/30min",
    metadata: {
      ticketId: String(assigned),
      ticketUrl: `${tracker.origin}${tracker.basePath}/Ticket/Display.html?id=${assigned}`,
    },
  });
});

/** The portal as it is, with notes switched on. */
const withNotes = ({ origin, basePath }: RequestTracker) => ({
  version: 1,
  portals: [{ id: "rt", name: "Request Tracker", origin, basePath, note: { offer: true } }],
});

test("notes are off until they are switched on; a confirmed one is an internal comment, once", async ({
  page,
  chromium,
  tracker,
  ticket,
  configure,
}, info) => {
  const id = tracker.tickets.assigned;
  await tracker.setOwner(id, "tess");
  const before = await tracker.notes(id);
  await ticket(id);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(cardOf(page).booked).toContainText("Call booked");
  const off = await popupOn(page, chromium);
  await expect(off.getByText("tess@example.com").first()).toBeVisible();
  await expect(off.locator("section.ticket-note")).toHaveCount(0);
  await off.close();
  await expect(dialogOf(page).ours.locator("section.ticket-note")).toHaveCount(0);

  await configure(withNotes(tracker));
  await dialogOf(page).dialog.getByRole("button", { name: "Close", exact: true }).click();
  await cardOf(page).host.getByRole("button", { name: /^Book/ }).click();
  const { calendar, ours } = dialogOf(page);
  await bookFirstSlot(calendar);
  const text = ours.getByLabel("Note", { exact: true });
  await expect(text).toHaveValue(/^Call booked with Tess Tech: .+\nAttendee: Ada Visitor$/);
  await page.screenshot({ path: info.outputPath("note.png") });
  expect(await tracker.notes(id)).toEqual(before);
  await text.fill("We speak on Monday. <b>{id}</b>\nرقم 7");
  await ours.getByRole("button", { name: "Write", exact: true }).click();
  await expect(ours.getByText("The note is on the ticket.")).toBeVisible();
  expect((await tracker.notes(id)).slice(before.length)).toEqual([
    { type: "Comment", author: "tess", text: "We speak on Monday. <b>{id}</b>\nرقم 7" },
  ]);

  await dialogOf(page).dialog.getByRole("button", { name: "Close", exact: true }).click();
  const again = await popupOn(page, chromium);
  await expect(again.getByText("A note about this call is on the ticket already.")).toBeVisible();
  await expect(again.getByRole("button", { name: "Write", exact: true })).toHaveCount(0);
});

test("the ticket's status goes with the note: the steps are those of its lifecycle, and only what RT did is said", async ({
  page,
  tracker,
  ticket,
  configure,
}, info) => {
  const id = tracker.tickets.assigned;
  await tracker.setOwner(id, "tess");
  await tracker.setStatus(id, "new");
  await configure(withNotes(tracker));
  const before = await tracker.notes(id);
  await ticket(id);
  await cardOf(page).host.getByRole("button", { name: /^Book/ }).click();
  const { calendar, ours, dialog } = dialogOf(page);
  await bookFirstSlot(calendar);
  const also = ours.getByLabel("Also set the ticket’s status");
  await expect(also).not.toBeChecked();
  await also.check();
  const status = ours.getByLabel("New status");
  await expect(status.locator("option")).toHaveText(["Choose …", "open", "resolved", "rejected"]);
  await expect(ours.getByRole("button", { name: "Write", exact: true })).toBeDisabled();
  await status.selectOption("resolved");
  await page.screenshot({ path: info.outputPath("status.png") });
  expect(await tracker.status(id)).toBe("new");
  await ours.getByRole("button", { name: "Write", exact: true }).click();
  await expect(ours.getByText("and its status is “resolved” now")).toBeVisible();
  expect(await tracker.status(id)).toBe("resolved");
  expect((await tracker.notes(id)).slice(before.length)).toMatchObject([{ type: "Comment", author: "tess" }]);
  await dialog.getByRole("button", { name: "Close", exact: true }).click();

  // Why its answer is not believed.
  const answered = await page.evaluate(async (address) => {
    const { status } = await fetch(address, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ Status: "nonsense" }),
    });
    return status;
  }, `${tracker.basePath}/REST/2.0/ticket/${id}`);
  expect([answered, await tracker.status(id)]).toEqual([200, "resolved"]);
  await tracker.setStatus(id, "new");
});

test("call brief: the last messages of the ticket; after the call, outcome and note in two clicks, read back from RT", async ({
  page,
  open,
  tracker,
  ticket,
  configure,
}, info) => {
  const id = tracker.tickets.assigned;
  await tracker.setOwner(id, "tess");
  await configure(withNotes(tracker));
  await ticket(id);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(cardOf(page).booked).toContainText("Call booked");
  await dialogOf(page).ours.getByRole("button", { name: "Not now" }).click();
  await dialogOf(page).dialog.getByRole("button", { name: "Close", exact: true }).click();
  const before = await tracker.notes(id);
  const call = await moveCall(await open("options.html#bookings"), -20);

  const brief = await open(`brief.html?booking=${call.id}`);
  await expect(brief.getByText("The call began 20 minutes ago.")).toBeVisible();
  const shown = brief.locator(".messages > li");
  await expect(shown.first()).toContainText("Ada Visitor <ada@example.com>");
  await expect(shown.first().locator(".message")).not.toBeEmpty();
  await expect(shown).toHaveCount(Math.min(before.length + 1, 5));
  await brief.getByRole("button", { name: "Held" }).click();
  await expect(brief.getByLabel("Note", { exact: true })).toHaveValue(
    /^Call with Tess Tech, .+: held\.\nAttendee: Ada Visitor\nResult:$/,
  );
  await brief.screenshot({ path: info.outputPath("brief.png"), fullPage: true });
  await brief.getByRole("button", { name: "Write", exact: true }).click();
  await expect(brief.getByText("The note is on the ticket.")).toBeVisible();
  const after = await tracker.notes(id);
  expect(after.slice(before.length)).toMatchObject([{ type: "Comment", author: "tess" }]);
  expect(after.at(-1)?.text).toMatch(/^Call with Tess Tech/);
  // Another click on the same outcome writes nothing more.
  await brief.reload();
  await brief.getByRole("button", { name: "Held" }).click();
  await expect(brief.getByText("A note about this call is on the ticket already.")).toBeVisible();
  // RT's page shows it after a reload, and so does the brief.
  await ticket(id);
  await brief.reload();
  await expect(shown.last()).toContainText("Call with Tess Tech");
});

test("with input in the ticket's form no note is written; signed out, neither", async ({
  page,
  chromium,
  tracker,
  ticket,
  configure,
}, info) => {
  const id = tracker.tickets.hostile;
  await tracker.setOwner(id, "tess");
  await configure(withNotes(tracker));
  const before = await tracker.notes(id);
  await ticket(id);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(cardOf(page).booked).toContainText("Call booked");
  await dialogOf(page).ours.getByRole("button", { name: "Not now" }).click();
  await dialogOf(page).dialog.getByRole("button", { name: "Close", exact: true }).click();
  await page.locator('input[name="q"]').first().fill("a search is no input");
  await page.locator(".ticket-info-basics a.inline-edit-toggle.edit").click();
  const subject = page.locator('.ticket-info-basics input[name="Subject"]');
  const saved = await subject.inputValue();
  await subject.fill("Half a sentence");

  const popup = await popupOn(page, chromium);
  const write = popup.getByRole("button", { name: "Write", exact: true });
  await write.click();
  await expect(popup.getByText("The ticket has input that is not saved.")).toBeVisible();
  await popup.screenshot({ path: info.outputPath("unsaved.png"), fullPage: true });
  await expect(popup.getByRole("button", { name: "Copy note" })).toBeVisible();
  await subject.fill(saved);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await write.click();
  await expect(popup.getByText("You are no longer signed in to the portal.")).toBeVisible();
  expect(await tracker.notes(id)).toEqual(before);
  await page.context().addCookies(cookies);
  await write.click();
  await expect(popup.getByText("The note is on the ticket.")).toBeVisible();
  expect((await tracker.notes(id)).slice(before.length)).toMatchObject([{ type: "Comment", author: "tess" }]);
});

test("looks at home in light and dark, wide and narrow", async ({ page, tracker, ticket }, info) => {
  await tracker.setOwner(tracker.tickets.assigned, "tess");
  for (const theme of ["elevator-light", "elevator-dark"] as const) {
    await tracker.setTheme("tess", theme);
    await ticket(tracker.tickets.assigned);
    await expect(cardOf(page).book).toBeVisible();
    for (const width of [1280, 400]) {
      await page.setViewportSize({ width, height: 900 });
      await cardOf(page).host.scrollIntoViewIfNeeded();
      const path = info.outputPath(`${theme}-${width}.png`);
      await page.screenshot({ path });
      await info.attach(`${theme} ${width}`, { path, contentType: "image/png" });
      const [ours, theirs] = await page.evaluate(() => {
        const card = document.querySelector("callcard-card")?.shadowRoot?.querySelector(".card");
        const box = document.querySelector(".ticket-info-people .titlebox");
        return [card, box].map((element) => {
          const { backgroundColor, color, fontFamily, borderRadius } = getComputedStyle(element as Element);
          return { backgroundColor, color, fontFamily, borderRadius };
        });
      });
      expect(ours).toEqual(theirs);
      const overflow = await page.evaluate(() => {
        const card = document.querySelector("callcard-card")?.shadowRoot?.querySelector(".card");
        return (card?.scrollWidth ?? 0) - (card?.clientWidth ?? 0);
      });
      expect(overflow).toBeLessThanOrEqual(0);
    }
  }
  await tracker.setTheme("tess", "elevator-light");
});
