import type { Page } from "@playwright/test";
import { type CalendlyStandIn, startCalendly } from "../../scheduler/calendly";
import { addAccount } from "../../setup/add-account";
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
