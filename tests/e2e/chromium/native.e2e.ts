import type { Page } from "@playwright/test";
import { type CalendlyStandIn, startCalendly } from "../../scheduler/calendly";
import { addAccount, typeAccount } from "../../setup/add-account";
import { test as base, cardOf, demo, dialogOf, expect } from "../fixtures";
import { chooseTime, flowOf } from "../native-flow";

const test = base.extend<{ calendly: CalendlyStandIn; ticketWithCalendly: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  calendly: async ({}, use) => {
    const calendly = await startCalendly();
    await use(calendly);
    await calendly.close();
  },
  /** A ticket of Tess's, whose calendar is at Calendly and whose token is in this browser. */
  ticketWithCalendly: async ({ page, portal, scheduler, calendly, configure, open }, use) => {
    const configuration = demo(portal, scheduler, { "tess@example.com": `${calendly.origin}/tess` });
    const hosts = (configuration as { bookingHosts: string[] }).bookingHosts;
    hosts.push(new URL(calendly.origin).host);
    await configure(configuration);
    const options = await open("options.html#accounts");
    await addAccount(options, {
      scheduler: "Calendly",
      token: calendly.token,
      api: `${calendly.apiOrigin}/`,
    });
    await options.close();
    await page.goto(`${portal.origin}/agent/tickets/123`);
    await use(page);
  },
});

test("the second seed: kind of call, day, time and details in CallCard, confirmed at Calendly", async ({
  ticketWithCalendly: page,
  calendly,
}) => {
  await cardOf(page).book.click();
  const { ours, calendar, booked } = dialogOf(page);
  const flow = flowOf(ours);
  await expect(flow.types).toHaveCount(3);
  const start = await chooseTime(flow, "30 Minute Meeting");

  await expect(flow.name).toHaveValue("John Doe");
  await expect(flow.notes).toHaveValue(/Regarding Ticket #123/);
  await flow.notes.fill("Looking for help with the VPN");
  await ours.getByRole("button", { name: "Continue to Calendly" }).click();

  await expect(ours.getByText("Almost done: confirm your time below, at Calendly.")).toBeVisible();
  await calendar.locator(`[data-testid=slot][data-time="${start}"]`).click();
  await expect(calendar.locator("[name=full_name]")).toHaveValue("John Doe");
  await calendar.getByTestId("confirm").click();

  await expect(booked).toContainText("Call booked");
  await expect(booked).not.toContainText("The time is in the confirmation mail.");
  const [booking] = calendly.bookings();
  expect(booking).toMatchObject({ start, invitee: { name: "John Doe" } });
  expect(JSON.stringify(booking?.answers)).toContain("Looking for help with the VPN");
  expect(booking?.tracking).toMatchObject({ utm_content: "123" });
  await page.getByRole("button", { name: "Close" }).click();
  await expect(cardOf(page).booked).toContainText("Call booked");
});

/** Opens the flow, and goes as far as the form. @returns the chosen time */
async function untilForm(page: Page): Promise<string> {
  await cardOf(page).book.click();
  const flow = flowOf(dialogOf(page).ours);
  const start = await chooseTime(flow, "30 Minute Meeting");
  await flow.notes.fill("Looking for help with the VPN");
  return start;
}

const failures: [string, (calendly: CalendlyStandIn) => void, RegExp][] = [
  ["the token was revoked", (calendly) => calendly.revokeToken(), /no longer accepts the access token/],
  [
    "a scope is missing",
    (calendly) => calendly.setScopes(["users:read", "event_types:read", "availability:read"]),
    /scheduling_links:write is missing/,
  ],
  ["the kind of call is gone", (calendly) => calendly.failNext(404), /does not offer this any more/],
  [
    "Calendly has a fault",
    (calendly) => calendly.failNext(503),
    /fault of its own at the moment \(error 503\)/,
  ],
  [
    "a proxy answers",
    (calendly) => calendly.failNext(200, "<h1>Sign in to the Wi-Fi</h1>"),
    /does not understand/,
  ],
];
for (const [name, fail, words] of failures) {
  test(`${name}: it is said, and the form stays`, async ({ ticketWithCalendly: page, calendly }) => {
    await untilForm(page);
    const { ours } = dialogOf(page);
    const flow = flowOf(ours);
    fail(calendly);
    await ours.getByRole("button", { name: "Continue to Calendly" }).click();
    await expect(flow.problem).toContainText(words);
    await expect(flow.notes).toHaveValue("Looking for help with the VPN");
    await expect(ours.getByRole("button", { name: "Continue to Calendly" })).toBeEnabled();
    expect(calendly.bookings()).toEqual([]);
  });
}

test("a slot that was just lost: back to the day's other slots, nothing typed is lost", async ({
  ticketWithCalendly: page,
  calendly,
}) => {
  const start = await untilForm(page);
  calendly.takeSlot("tess/30min", start);
  const { ours } = dialogOf(page);
  const flow = flowOf(ours);
  await ours.getByRole("button", { name: "Continue to Calendly" }).click();
  await expect(ours.getByText(/^Somebody else has just taken this time/)).toBeVisible();
  await expect(ours.getByRole("heading", { name: /^Choose a time/ })).toBeFocused();
  await expect(ours.locator(`.slot input[value="${start}"]`)).toHaveCount(0);
  await flow.slots.first().click();
  await flow.next.click();
  await expect(flow.notes).toHaveValue("Looking for help with the VPN");
});

test("too many requests: the wait is counted down, and then it can be sent", async ({
  ticketWithCalendly: page,
  calendly,
}) => {
  await untilForm(page);
  const { ours } = dialogOf(page);
  calendly.allow(0);
  const send = ours.getByRole("button", { name: "Continue to Calendly" });
  await send.click();
  await expect(flowOf(ours).problem).toContainText("asks to wait");
  await expect(flowOf(ours).problem).toContainText(/Again in \d+ seconds?/);
  await expect(send).toHaveAttribute("aria-disabled", "true");
});

test("slow and then there: progress is shown, and nothing is sent twice", async ({
  ticketWithCalendly: page,
  calendly,
}) => {
  await untilForm(page);
  const { ours } = dialogOf(page);
  const held = calendly.hold();
  const send = ours.getByRole("button", { name: "Continue to Calendly" });
  await send.click();
  await held.arrived;
  await expect(ours.getByText("Calendly is making your booking link …")).toBeVisible();
  await send.click({ force: true });
  held.release();
  await expect(ours.getByText(/^Almost done/)).toBeVisible();
  expect(calendly.requests().filter((request) => request === "POST /scheduling_links")).toHaveLength(1);
});

test("a link for the customer is made, listed as not booked, and made anew", async ({
  ticketWithCalendly: page,
  calendly,
  open,
}) => {
  await cardOf(page).book.click();
  const { ours } = dialogOf(page);
  await flowOf(ours).type("30 Minute Meeting").click();
  await ours.getByRole("button", { name: "Make a link for the customer" }).click();
  const link = (await ours.locator(".made-link a").getAttribute("href")) ?? "";
  expect(link).toContain(`${calendly.origin}/d/`);
  expect(new URL(link).searchParams.get("name")).toBe("John Doe");

  const options = await open("options.html#bookings?group=started");
  const row = options.locator(".bookings > li", { hasText: "John Doe" });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("30 Minute Meeting");
  await options.getByRole("button", { name: /^Make a new link: Tess Tech, #123/ }).click();
  await expect(options.getByText(/^The new link is ready/)).toBeVisible();
  await expect(row).toHaveCount(1);
  expect(calendly.requests().filter((request) => request === "POST /scheduling_links")).toHaveLength(2);
});

test("the token is in no place that a page can read", async ({
  ticketWithCalendly: page,
  calendly,
  chromium,
  context,
  open,
}) => {
  const seen = await chromium.worker.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}*` });
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: async () => {
        const areas = [chrome.storage.local.get(null), chrome.storage.session.get(null).catch(String)];
        const databases = (await indexedDB.databases()).map(({ name }) => name);
        return JSON.stringify([await Promise.all(areas), databases, document.documentElement.outerHTML]);
      },
    });
    return String(result?.result);
  }, page.url());
  expect(seen).toContain("calendly"); // the account's name and link may be read
  expect(seen).not.toContain(calendly.token);
  expect(seen).not.toContain("callcard-secrets");

  // The dialog, its frame, and what the background answers to the booking page.
  await cardOf(page).book.click();
  await expect(flowOf(dialogOf(page).ours).types).toHaveCount(3);
  for (const frame of page.frames()) expect(await frame.content()).not.toContain(calendly.token);
  const options = await open("options.html#accounts");
  await expect(options.getByText("Calendly: Tess Tech")).toBeVisible();
  expect(await options.content()).not.toContain(calendly.token);
  await options.goto(options.url().replace("#accounts", "#backup"));
  const download = options.waitForEvent("download");
  await options
    .getByRole("button", { name: /export/i })
    .first()
    .click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).not.toContain(calendly.token);
  expect(context.pages().length).toBeGreaterThan(1);
});

test("an account that is refused is not kept, and one that is removed is gone", async ({
  calendly,
  open,
}) => {
  const options = await open("options.html#accounts");
  const account = { scheduler: "Calendly", api: `${calendly.apiOrigin}/` } as const;
  await typeAccount(options, { ...account, token: "wrong" });
  await expect(options.getByText("Calendly does not know this access token.")).toBeVisible();
  calendly.setScopes(["users:read", "event_types:read"]);
  await addAccount(options, { ...account, token: calendly.token });
  await expect(options.getByText("Belongs to Tess Tech (tess@example.com)")).toBeVisible();
  await expect(options.getByText("May read kinds of call")).toBeVisible();
  await expect(
    options.getByText("May not read free times: the scope availability:read is missing"),
  ).toBeVisible();
  await options.getByRole("button", { name: "Remove Calendly account of Tess Tech" }).click();
  await expect(options.getByText("No accounts yet.")).toBeVisible();
  await options.getByRole("button", { name: "Undo" }).click();
  await expect(options.getByText("Calendly: Tess Tech")).toBeVisible();
});

test("Cal.com by API key: booked at once, in CallCard", async ({
  page,
  portal,
  scheduler,
  configure,
  open,
}) => {
  await configure(demo(portal, scheduler));
  const options = await open("options.html#accounts");
  await addAccount(options, {
    scheduler: "Cal.com on a server of your own",
    site: scheduler.origin,
    api: scheduler.api,
    token: scheduler.key,
  });
  await options.close();
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await cardOf(page).book.click();
  const { ours, booked } = dialogOf(page);
  const start = await chooseTime(flowOf(ours), null);
  await ours.getByRole("button", { name: "Book this call" }).click();
  await expect(booked).toContainText("Call booked");
  expect(scheduler.bookings()).toMatchObject([{ start, attendee: { name: "John Doe" } }]);
});

test("Calendly without a detour: switched on, the call is booked as soon as the form is sent", async ({
  ticketWithCalendly: page,
  calendly,
  open,
}) => {
  const options = await open("options.html#accounts");
  await options.getByLabel("Book without a detour").check();
  await expect(options.getByText("Saved.")).toBeVisible(); // a box is checked at once, and kept a moment later
  await options.close();
  const start = await untilForm(page);
  const { ours, booked } = dialogOf(page);
  await ours.getByRole("button", { name: "Book this call" }).click();
  await expect(booked).toContainText("Call booked");
  expect(calendly.bookings()).toMatchObject([{ start, invitee: { name: "John Doe" } }]);
});

test("where the calendar's server is gone the form stays as it was typed, and says so", async ({
  ticketWithCalendly: page,
  calendly,
}) => {
  await untilForm(page);
  const { ours } = dialogOf(page);
  await calendly.close();
  await ours.getByRole("button", { name: "Continue to Calendly" }).click();
  await expect(ours.getByRole("alert")).toBeVisible();
  await expect(flowOf(ours).notes).toHaveValue("Looking for help with the VPN");
});
