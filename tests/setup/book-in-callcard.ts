import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { chooseTime, flowOf } from "../e2e/native-flow";
import type { CalendlyStandIn } from "../scheduler/calendly";

/** Chooses a time in CallCard and confirms it at Calendly, as a person does; says each step and leaves screenshots. */
export async function bookInCallCard(
  page: Page,
  options: Page,
  calendly: CalendlyStandIn,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const shoot = async (name: string, of = page) => {
    const path = join(folder, `${name}.png`);
    await of.screenshot({ path });
    say(`   ${path}`);
  };
  say("1. The account is in the options; its token is not shown again.");
  await shoot("calendly-1-account", options);

  await page.bringToFront();
  await page.locator("callcard-card").getByRole("button", { name: "Book a Call" }).click();
  const ours = page.frameLocator("callcard-dialog iframe");
  const flow = flowOf(ours);
  await flow.type("30 Minute Meeting").click();
  say("2. The kinds of call that Tess offers.");
  await shoot("calendly-2-kind");

  await flow.next.click();
  await flow.days.first().click();
  await flow.slots.first().click();
  say("3. Free days and times alone, in both time zones.");
  await shoot("calendly-3-time");
  await flow.step("Kind of call").click();

  await chooseTime(flow, "30 Minute Meeting");
  say("4. The form knows the customer and the ticket.");
  await shoot("calendly-4-form");

  await ours.getByRole("button", { name: "Continue to Calendly" }).click();
  const calendar = ours.frameLocator("iframe");
  await calendar.getByTestId("slot").first().click();
  say("5. A link that ends after one booking, filled in.");
  await shoot("calendly-5-confirm");

  await calendar.getByTestId("confirm").click();
  await page.locator("callcard-dialog .booked").waitFor();
  say("6. Booked; the time was asked for with the token.");
  await shoot("calendly-6-booked");
  say(`The local Calendly has the booking: ${JSON.stringify(calendly.bookings()[0], null, 2)}`);
}
