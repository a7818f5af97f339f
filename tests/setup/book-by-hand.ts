import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { CalComStandIn } from "../scheduler/cal-com";

/** Books a call from a ticket page as a person does, says each step and leaves a screenshot of it. */
export async function bookByHand(
  page: Page,
  scheduler: CalComStandIn,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const shoot = async (name: string) => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    say(`   ${path}`);
  };

  const card = page.locator("callcard-card");
  const book = card.getByRole("button", { name: "Book a Call" });
  await book.scrollIntoViewIfNeeded();
  say("1. The card names who is in charge.");
  await shoot("1-card");

  await book.click();
  const calendar = page.frameLocator("callcard-dialog iframe").frameLocator("iframe");
  await calendar.getByTestId("day").first().waitFor();
  say("2. A click opens this person's calendar, on the ticket, though the portal forbids every frame.");
  await shoot("2-calendar");

  await calendar.getByTestId("day").first().click();
  await calendar.getByTestId("slot").first().click();
  await calendar.getByTestId("confirm").waitFor();
  say("3. The form knows the customer and the ticket.");
  await shoot("3-form");

  await calendar.getByTestId("confirm").click();
  await page.locator("callcard-dialog .booked").waitFor();
  say("4. Booked; the dialog says when, in both time zones.");
  await shoot("4-booked");

  await page.getByRole("button", { name: "Close" }).click();
  await card.locator(".booked").waitFor();
  say("5. The card keeps it.");
  await shoot("5-card");

  const [booking] = scheduler.bookings();
  say(`The local Cal.com has the booking: ${JSON.stringify(booking, null, 2)}`);
}
