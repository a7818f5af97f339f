import { startMyPortal } from "../../portals/my-portal/server";
import { test as base, bookFirstSlot, cardOf, dialogOf, expect, expectNoCard } from "../fixtures";

const test = base.extend<{ myPortal: Awaited<ReturnType<typeof startMyPortal>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  myPortal: async ({}, use) => {
    const portal = await startMyPortal();
    await use(portal);
    await portal.close();
  },
});

const configuration = (portal: string, scheduler: string, nativeButton: "keep" | "replace" = "keep") => ({
  version: 1,
  portals: [{ id: "my", name: "MyPortal", origin: portal, nativeButton }], // no preset: it is recognised
  technicians: [
    { email: "tess@example.com", name: "Tess Tech", link: `${scheduler}/tess/30min` },
    { email: "rob@example.com", name: "Rob Remote", link: `${scheduler}/rob/30min` },
  ],
  bookingHosts: ["cal.com", new URL(scheduler).host],
  me: { name: "John Doe", email: "john@example.com", phone: "" }, // MyPortal does not print who is signed in
});

for (const [who, path] of [
  ["agent", "/admin/tickets/123"],
  ["customer", "/tickets/123"],
] as const) {
  test(`${who}'s page: the card stands below the ticket's details and books`, async ({
    page,
    myPortal,
    scheduler,
    configure,
  }) => {
    await configure(configuration(myPortal.origin, scheduler.origin));
    await page.goto(`${myPortal.origin}${path}`);
    const card = cardOf(page);
    await expect(card.text).toContainText("tess@example.com");
    await expect(page.locator(".management__column--details callcard-card")).toHaveCount(1);
    await card.book.click();
    await bookFirstSlot(dialogOf(page).calendar);
    await expect(card.booked).toContainText("Call booked");
    expect(scheduler.bookings()[0]?.attendee).toMatchObject({ email: "john@example.com" });
    expect(scheduler.bookings()[0]?.query).toMatchObject({
      TicketNumber: ["123"],
      TicketURL: [`${myPortal.origin}${path}`],
    });
  });
}

test("nobody assigned: no card; assigned: the card", async ({ page, myPortal, scheduler, configure }) => {
  await configure(configuration(myPortal.origin, scheduler.origin));
  for (const path of ["/admin/tickets/124", "/tickets/124"]) {
    myPortal.assign("124", "rob@example.com");
    await page.goto(`${myPortal.origin}${path}`);
    await expect(cardOf(page).text).toContainText("rob@example.com");
    myPortal.assign("124", null);
    await page.reload();
    await expectNoCard(page, "unassigned");
  }
});

test("the portal's own booking button stays and ours stays away, or ours replaces it, by setting", async ({
  page,
  myPortal,
  scheduler,
  configure,
}) => {
  myPortal.showNativeButton(true);
  const native = page.locator("button[data-cal-link]");
  await configure(configuration(myPortal.origin, scheduler.origin, "keep"));
  await page.goto(`${myPortal.origin}/admin/tickets/123`);
  await expect(native).toBeVisible();
  await expectNoCard(page, "native-button");

  await configure(configuration(myPortal.origin, scheduler.origin, "replace"));
  await expect(cardOf(page).book).toBeVisible();
  await expect(native).toBeHidden();
});
