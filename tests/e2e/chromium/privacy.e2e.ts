import { type CalendlyStandIn, startCalendly } from "../../scheduler/calendly";
import { serve } from "../../scheduler/local-server";
import { addAccount } from "../../setup/add-account";
import { test as base, bookFirstSlot, cardOf, demo, dialogOf, expect } from "../fixtures";
import { chooseTime, flowOf } from "../native-flow";
import { countRequests, type SeenRequest } from "../requests";

const test = base.extend<{ calendly: CalendlyStandIn }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  calendly: async ({}, use) => {
    const calendly = await startCalendly();
    await use(calendly);
    await calendly.close();
  },
});

interface Entry {
  host: string;
  purpose: string;
  request: string | null;
  count: number;
  ticket: { portal: string; number: string } | null;
  fields: { name: string; value: string | null }[];
}

/** Requests that CallCard is the cause of: pages in frames that it opened, and what its background asks. */
function isOurs({ headers, url }: SeenRequest, portal: string): boolean {
  const isPage = headers["sec-fetch-dest"] === "iframe";
  const isAsked = headers["sec-fetch-dest"] === "empty" && headers.referer === undefined;
  if (url.origin === portal) return headers["x-callcard-test"] !== undefined; // the portal's own pages ask, too
  return isPage || isAsked;
}

test("the ledger is complete: whatever servers saw of CallCard is in it, with what they saw", async ({
  page,
  open,
  portal,
  scheduler,
  calendly,
  configure,
}) => {
  const notes: string[] = [];
  const lookup = await serve(() => ({
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ assignee: { email: "rob@example.com" } }),
  }));
  const configuration = demo(portal, scheduler, { "tess@example.com": `${calendly.origin}/tess` }) as {
    bookingHosts: string[];
    portals: { pages: Record<string, unknown>[]; note?: object }[];
  };
  configuration.bookingHosts.push(new URL(calendly.origin).host);
  const [site] = configuration.portals;
  if (!site) throw new Error("no portal");
  site.note = { offer: true };
  for (const definition of site.pages) {
    if (definition.url === "/plain/tickets/:id(\\d+)")
      definition.lookup = { url: `${lookup.origin}/who/{id}` };
    definition.note = {
      internal: {
        method: "POST",
        url: "/api/tickets/{id}/assignee",
        headers: { "X-CallCard-Test": { text: "note" } },
        json: { name: "{text}", email: "nobody@example.com" },
        success: [200],
      },
    };
  }
  const requests = countRequests();
  await configure(configuration);
  const options = await open("options.html#accounts");
  const api = `${calendly.apiOrigin}/`;
  await addAccount(options, { scheduler: "Calendly", token: calendly.token, api });
  await options.close(); // pages in the background draw nothing

  // Cal.com in its frame, on a page whose ticket another site knows.
  await page.goto(`${portal.origin}/plain/tickets/123`);
  await expect(cardOf(page).text).toContainText("rob@example.com");
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");

  // A note about it.
  const { ours, dialog } = dialogOf(page);
  await ours.getByRole("textbox", { name: "Note" }).fill("A call is booked");
  await ours.getByRole("button", { name: "Write", exact: true }).click();
  await expect(ours.getByText(/^The note is on the ticket/)).toBeVisible();
  notes.push("A call is booked");
  portal.assign("123", { name: "Tess Tech", email: "tess@example.com" });

  // Times of Calendly, chosen in CallCard with a token, and confirmed on its page.
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).host.getByRole("button", { name: "Book another call" }).click();
  // What was booked with Rob is said first.
  await dialog.getByRole("button", { name: /^Open the calendar of/ }).click();
  const start = await chooseTime(flowOf(ours), "30 Minute Meeting");
  await ours.getByRole("button", { name: "Continue to Calendly" }).click();
  await dialogOf(page).calendar.locator(`[data-testid=slot][data-time="${start}"]`).click();
  await dialogOf(page).calendar.getByTestId("confirm").click();
  await expect(dialogOf(page).booked).toContainText("Call booked");
  await expect(dialogOf(page).booked).not.toContainText("The time is in the confirmation mail.");
  requests.stop();

  const caused = requests.seen.filter((request) => isOurs(request, portal.origin));
  const privacy = await open("options.html#privacy");
  await expect(privacy.getByRole("heading", { name: "What left this browser" })).toBeVisible();
  const download = privacy.waitForEvent("download");
  await privacy.getByRole("button", { name: "Export as JSON" }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const { entries } = JSON.parse(text) as { entries: Entry[] };

  // Each request has its entry: the page or the method and path, and every parameter with its value.
  expect(caused.length).toBeGreaterThan(8);
  const unlisted = caused.filter((request) => !entries.some((entry) => covers(entry, request)));
  expect(unlisted.map(({ method, url }) => `${method} ${url.href}`)).toEqual([]);
  // And nothing is listed that no server saw.
  const invented = entries.filter((entry) => !caused.some((request) => covers(entry, request)));
  expect(invented).toEqual([]);
  expect([...new Set(entries.map(({ purpose }) => purpose))].sort()).toEqual([
    "api",
    "calendar",
    "lookup",
    "note",
  ]);

  const values = (host: string, purpose: string) =>
    Object.fromEntries(
      entries
        .find((entry) => entry.host === new URL(host).host && entry.purpose === purpose)
        ?.fields.map(({ name, value }) => [name, value]) ?? [],
    );
  // What the stand-ins kept is what the ledger says that they were sent.
  const [booking] = scheduler.bookings();
  expect(values(scheduler.origin, "calendar")).toMatchObject({
    name: booking?.attendee.name,
    email: booking?.attendee.email,
    notes: booking?.notes,
    "metadata[ticketNumber]": booking?.metadata.ticketNumber,
    "metadata[ticketUrl]": booking?.metadata.ticketUrl,
  });
  expect(values(portal.origin, "note")).toEqual({ text: notes[0], visibility: "internal" });
  const [call] = calendly.bookings();
  expect(values(calendly.origin, "calendar")).toMatchObject({
    name: call?.invitee.name,
    email: call?.invitee.email,
    utm_content: call?.tracking.utm_content,
  });
  expect(entries.find(({ purpose }) => purpose === "lookup")?.ticket).toEqual({
    portal: "demo",
    number: "123",
  });
  // Neither the token nor what changes a booking.
  expect(text).not.toContain(calendly.token);
  expect(text).not.toContain(booking?.uid ?? "?");
  expect(text).not.toContain(JSON.stringify(call).match(/scheduled_events\/([\w-]+)/)?.[1] ?? "?");
  await lookup.close();
});

/** Whether an entry is about a request, and knows all of its parameters; `null` stands for a value that is not kept. */
function covers({ host, purpose, request, fields }: Entry, seen: SeenRequest): boolean {
  if (host !== seen.host) return false;
  if (purpose === "note") return seen.method === "POST";
  const hidden = (path: string) =>
    path.replace(/(\/(?:bookings?|reschedule|scheduled_events|invitees|d)\/)[^/]+/g, "$1…");
  const path = hidden(seen.url.pathname);
  const page = fields.find(({ name }) => name === "page")?.value;
  const isAbout = page ? page === seen.url.origin + path : request === `${seen.method} ${path}`;
  const value = (name: string) => fields.find((field) => field.name === name)?.value;
  const names = [...new Set(seen.url.searchParams.keys())];
  return (
    isAbout &&
    names.every((name) => {
      const known = value(name);
      return known === null || known === seen.url.searchParams.getAll(name).join(", ");
    })
  );
}

test("what left can be looked through, erased and put back, and switched off", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  const privacy = await open("options.html#privacy");
  await expect(privacy.getByText(/^Nothing has left this browser yet/)).toBeVisible();
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  await expect(dialogOf(page).calendar.getByTestId("day").first()).toBeVisible();

  const entry = privacy.locator(".ledger details");
  await expect(entry).toHaveCount(1); // by itself, without a reload
  await expect(entry).toContainText(new URL(scheduler.origin).host);
  await expect(entry).toContainText("Ticket #123 · Example Help Desk");
  await entry.locator("summary").click();
  await expect(entry).toContainText("john@example.com");
  await privacy.getByLabel("Search").fill("nobody");
  await expect(privacy.getByText("Nothing fits.")).toBeVisible();
  await privacy.getByLabel("Search").fill("");
  await privacy.getByRole("button", { name: "Erase the list" }).click();
  await expect(entry).toHaveCount(0);
  await privacy.getByRole("button", { name: "Undo" }).click();
  await expect(entry).toHaveCount(1);

  await privacy.getByLabel("Keep this list").uncheck();
  await expect(privacy.getByText(/^The list is switched off/)).toBeVisible();
  await dialogOf(page).dialog.getByRole("button", { name: "Close" }).click();
  await cardOf(page).book.click();
  await expect(dialogOf(page).calendar.getByTestId("day").first()).toBeVisible();
  await privacy.reload();
  await expect(privacy.locator(".ledger details")).toHaveCount(1);
});

test("a booking that is over for long goes in the night, and that is said", async ({
  page,
  open,
  portal,
  scheduler,
  chromium,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect(dialogOf(page).booked).toContainText("Call booked");
  const privacy = await open("options.html#privacy");
  // Forty days pass.
  await privacy.evaluate(async () => {
    const opening = indexedDB.open("callcard-bookings");
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const store = database.transaction("bookings", "readwrite").objectStore("bookings");
    const reading = store.getAll();
    await new Promise((resolve) => {
      reading.onsuccess = () => {
        const at = Date.now() - 40 * 24 * 3600_000;
        const [row] = reading.result as object[];
        const end = new Date(at).toISOString();
        store.put({ ...row, at, start: end, end }).onsuccess = resolve;
      };
    });
    database.close();
  });
  const ring = (yesterday: boolean) =>
    chromium.worker.evaluate(async (isYesterday) => {
      const stored = await chrome.storage.local.get(["privacy", "retention"]);
      const { privacy: settings, retention } = stored as Record<string, object>;
      const before = new Date(Date.now() - 24 * 3600_000).toISOString();
      if (isYesterday)
        await chrome.storage.local.set({
          privacy: { ...settings, changedAt: before },
          retention: { ...retention, last: before, jumpedAt: null },
        });
      const { onAlarm } = chrome.alarms as unknown as { onAlarm: { dispatch(alarm: object): void } };
      onAlarm.dispatch({ name: "retention", scheduledTime: Date.now() });
      await navigator.locks.request("callcard:delete-old", () => undefined); // behind that run
    }, yesterday);

  await privacy.getByLabel("Delete bookings that are over after").selectOption("30 days");
  await expect(privacy.getByText("In the coming night will be deleted: 1 booking.")).toBeVisible();
  await privacy.getByLabel("Delete bookings that are over after").selectOption("never");
  await expect(privacy.getByText(/^In the coming night/)).toHaveCount(0);
  await privacy.getByLabel("Delete bookings that are over after").selectOption("30 days");
  await expect(privacy.getByText("Saved. It counts from the coming night on.")).toBeVisible();
  await ring(false); // today it is too early
  await ring(true);
  const said = /, 1 call that was over for more than 30 days was deleted\./;
  await expect(privacy.getByText(said)).toBeVisible();
  const bookings = await open("options.html#bookings");
  await expect(bookings.getByText(said)).toBeVisible();
  await bookings.getByRole("link", { name: "Change how long bookings are kept" }).click();
  await expect(bookings.getByRole("heading", { name: "Privacy" })).toBeFocused();
  await dialogOf(page).dialog.getByRole("button", { name: "Close" }).click();
  await expect(cardOf(page).booked).toHaveCount(0);
});
