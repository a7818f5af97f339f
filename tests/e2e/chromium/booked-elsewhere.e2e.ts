import type { DemoPortal } from "../../portals/demo/server";
import { webhookSecrets } from "../../portals/demo/webhooks/endpoint";
import { type CalComStandIn, startCalCom } from "../../scheduler/cal-com";
import { test as base, bookFirstSlot, cardOf, demo, dialogOf, expect } from "../fixtures";

/** Cal.com tells the portal of bookings; the portal's lookup answers them. */
const test = base.extend<{ scheduler: CalComStandIn }>({
  scheduler: async ({ portal }, use) => {
    const webhook = { url: `${portal.origin}/webhooks/cal-com`, secret: webhookSecrets.calCom };
    const scheduler = await startCalCom({ webhook });
    await use(scheduler);
    await scheduler.close();
  },
});

function withBookings(portal: DemoPortal, scheduler: CalComStandIn): object {
  const document = demo(portal, scheduler) as { portals: object[] };
  const lookup = { url: "/api/callcard/{id}", bookings: true };
  return { ...document, portals: document.portals.map((one) => ({ ...one, lookup })) };
}

/** Somebody books by a mail's link, in another browser. */
async function bookElsewhere({ origin }: CalComStandIn, ticket: string): Promise<void> {
  const { slots } = (await (await fetch(`${origin}/api/slots?event=tess/30min`)).json()) as {
    slots: string[];
  };
  const responses = { name: "Ada", email: "ada@example.com", notes: "", attendeePhoneNumber: "", guests: [] };
  const query = { "metadata[ticketId]": [ticket] };
  const body = { event: "tess/30min", link: null, start: slots.at(-1), timeZone: "UTC", responses, query };
  await fetch(`${origin}/api/book`, { method: "POST", body: JSON.stringify(body) });
}

async function knownTo({ origin }: DemoPortal, ticket: string): Promise<string[]> {
  const answer = (await (await fetch(`${origin}/api/callcard/${ticket}`)).json()) as {
    bookings: { status: string }[];
  };
  return answer.bookings.map(({ status }) => status);
}

test("booked elsewhere, told by a signed webhook: the card shows the call, and nothing can be done to it", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(withBookings(portal, scheduler));
  await bookElsewhere(scheduler, "123");
  await expect.poll(() => knownTo(portal, "123")).toEqual(["accepted"]);
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const card = cardOf(page);
  await expect(card.booked).toContainText("Call booked");
  await expect(card.host).toContainText("Booked elsewhere, as this portal says.");
  await expect(card.host.getByRole("button")).toHaveText(["Book another call", "Copy link"]);
  const stored = await page
    .context()
    .serviceWorkers()[0]
    ?.evaluate(() => chrome.storage.local.get(null));
  expect(Object.keys(stored ?? {}).filter((key) => key.startsWith("booked:"))).toEqual([]);

  portal.lookup.mode = "forbidden"; // the page itself says enough for a card
  await page.goto(`${portal.origin}/agent/tickets/126`);
  await expect(card.book).toBeVisible();
});

test("booked here and told by the portal, too: one call; cancelled elsewhere, it is said", async ({
  page,
  portal,
  scheduler,
  configure,
}) => {
  await configure(withBookings(portal, scheduler));
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const card = cardOf(page);
  await card.book.click();
  await bookFirstSlot(dialogOf(page).calendar);
  await expect.poll(() => knownTo(portal, "123")).toEqual(["accepted"]);
  const asked = portal.lookup.asked.length;
  await page.reload();
  await expect.poll(() => portal.lookup.asked.length).toBeGreaterThan(asked);
  await expect(card.booked).toHaveCount(1);
  await expect(card.host).not.toContainText("Booked elsewhere");

  const [booking] = scheduler.bookings();
  await fetch(`${scheduler.origin}/api/cancel`, {
    method: "POST",
    body: JSON.stringify({ uid: booking?.uid }),
  });
  await expect.poll(() => knownTo(portal, "123")).toEqual(["cancelled"]);
  await page.reload();
  await expect(card.host).toContainText("This portal says that the call was cancelled.");
  await expect(card.booked).toHaveCount(1);
});

test("what is not signed is not believed", async ({ portal }) => {
  const body = JSON.stringify({ triggerEvent: "BOOKING_CREATED", payload: {} });
  for (const path of ["cal-com", "calendly"]) {
    const answer = await fetch(`${portal.origin}/webhooks/${path}`, { method: "POST", body });
    expect(answer.status).toBe(401);
  }
});
