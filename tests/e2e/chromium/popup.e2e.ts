import { demo, expect, test } from "../fixtures";
import { popupOn } from "../popup-on";

test("on a ticket with a card: whom it names, why, and the link to copy", async ({
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
  const popup = await popupOn(page, chromium);
  await expect(popup.getByRole("heading", { level: 1 })).toHaveText("Tess Tech");
  await expect(popup.getByText("Found by the e-mail")).toBeVisible();
  await popup.getByRole("button", { name: "Copy link" }).click();
  await expect(popup.getByText("Link copied")).toBeVisible();
  const copied = await popup.evaluate(() => navigator.clipboard.readText());
  expect(new URL(copied).searchParams.get("metadata[ticketId]")).toBe("123");
  // Kept in mind, as from the card: should somebody else be in charge by then, the dialog will say so.
  await expect
    .poll(() => chromium.worker.evaluate(() => chrome.storage.local.get("copiedLinks")))
    .toMatchObject({ copiedLinks: [{ ticket: "123", technician: { email: "tess@example.com" } }] });
});

for (const { ticket, sentence, todo, leadsTo } of [
  { ticket: "124", sentence: "Nobody is in charge of this ticket yet.", todo: null, leadsTo: null },
  {
    ticket: "125",
    sentence: "“nora@example.com” is in charge, and is not among your technicians.",
    todo: "Add nora@example.com as a technician",
    leadsTo: /options\.html#technicians\?add=nora%40example\.com$/,
  },
]) {
  test(`no card on #${ticket}: "${sentence}"`, async ({
    page,
    context,
    portal,
    scheduler,
    configure,
    chromium,
  }) => {
    await configure(demo(portal, scheduler));
    await page.goto(`${portal.origin}/agent/tickets/${ticket}`);
    const popup = await popupOn(page, chromium);
    await expect(popup.getByRole("heading", { level: 1 })).toHaveText("No card on this page");
    await expect(popup.getByText(sentence)).toBeVisible();
    if (!todo) return expect(popup.locator("button.primary")).toHaveCount(0);
    const opened = context.waitForEvent("page");
    await popup.getByRole("button", { name: todo }).click();
    const options = await opened;
    await options.waitForURL(leadsTo);
    await expect(options.getByLabel("E-mail", { exact: true })).toHaveValue("nora@example.com");
  });
}

test("a link whose host is no longer allowed: said in words, and fixed in the options", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(demo(portal, scheduler));
  const host = new URL(scheduler.origin).host;
  const options = await open("options.html#sharing");
  await options.getByRole("button", { name: `Remove ${host}` }).click();
  await expect(options.getByText(`Removed ${host}.`)).toBeVisible();
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const popup = await popupOn(page, chromium);
  await expect(popup.getByText(`${host} is not among the allowed booking hosts.`)).toBeVisible();
  await expect(page.locator("callcard-card")).toHaveCount(0);
});

test("on a page that is no ticket, and on a page of the browser", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/tickets`);
  await expect((await popupOn(page, chromium)).getByText("is not a ticket")).toBeVisible();
  await page.goto(`${portal.origin}/agent/tickets`);
  await expect((await popupOn(page, chromium)).getByText("3 of the 5 rows seen so far")).toBeVisible();
  await page.goto("about:blank");
  await expect((await popupOn(page, chromium)).getByText("CallCard works on web pages")).toBeVisible();
});
