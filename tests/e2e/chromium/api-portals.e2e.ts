import { apiProducts } from "../../portals/api/products";
import { type ApiPortal, startApiPortal } from "../../portals/api/server";
import { ROB, TESS } from "../../portals/live/configuration";
import { cardOf, chooseSlot, dialogOf, expect, expectNoCard, failureOn, test } from "../fixtures";
import { popupOn } from "../popup-on";

let portal: ApiPortal;
test.afterEach(() => portal.close());

for (const product of apiProducts) {
  test(`${product.id}: its own interface says who is in charge, and the card books with that person`, async ({
    page,
    scheduler,
    chromium,
    configure,
  }) => {
    portal = await startApiPortal(product, ROB);
    await configure({
      version: 1,
      portals: [{ id: "api", name: "Help Desk", origin: portal.origin, note: { offer: true } }],
      // The page's own texts name Tess; she is not the one in charge.
      technicians: [
        { email: TESS.email, name: TESS.name, link: `${scheduler.origin}/tess/30min` },
        { email: ROB.email, name: ROB.name, link: `${scheduler.origin}/rob/30min` },
      ],
      bookingHosts: [new URL(scheduler.origin).host],
    });
    await page.goto(portal.origin + product.address);
    const { text, book } = cardOf(page);
    await expect(text).toContainText(ROB.email);
    expect([...portal.asked]).toEqual(Object.keys(product.answers(ROB)));

    const popup = await popupOn(page, chromium);
    await popup.getByText("How was this found?").click();
    await expect(popup.locator(".why")).toContainText("Answered.");
    await popup.close();

    await book.click();
    const { calendar } = dialogOf(page);
    await chooseSlot(calendar);
    await expect(calendar.locator('input[name="email"]')).toHaveValue("ada@example.com");
    await calendar.locator('input[name="name"]').fill("Ada Visitor"); // Frappe tells the address only
    await calendar.getByTestId("confirm").click();
    await expect(dialogOf(page).booked).toContainText("Call booked");
    expect(scheduler.bookings()[0]).toMatchObject({
      event: "rob/30min",
      attendee: { email: "ada@example.com" },
      metadata: { ticketId: product.ticket },
    });

    const { ours } = dialogOf(page);
    await ours.getByLabel("Note", { exact: true }).fill("We speak on Monday.");
    const asked = portal.asked.length;
    await ours.getByLabel("Also set the ticket’s status").check();
    await ours.getByLabel("New status").selectOption(product.status);
    await ours.getByRole("button", { name: "Write", exact: true }).click();
    const [note = "", status = ""] = Object.keys(product.takes);
    const isTaken = product.takes[status] === 200;
    const said = isTaken
      ? `and its status is “${product.status}” now`
      : `its status could not be changed to “${product.status}”: the portal refused it (417).`;
    await expect(ours.getByText(said)).toBeVisible();
    expect(portal.asked.slice(asked)).toEqual(Object.keys(product.statuses ?? {}));
    expect(portal.written.map(({ to }) => to)).toEqual([note, status]);
    expect(JSON.stringify(portal.written[0])).toContain("We speak on Monday.");
    expect(JSON.stringify(portal.written[1]?.body).toLowerCase()).toBe('{"status":"resolved"}');

    portal.assign(null);
    await page.reload();
    await expectNoCard(page, "unassigned");

    portal.signIn(false);
    await page.reload();
    await expectNoCard(page, "lookup-failed");
    expect(await failureOn(page)).toMatchObject({ cause: "not-signed-in" });
  });
}
