import type { Page } from "@playwright/test";
import { startAutotask } from "../../portals/autotask/server";
import { type ServiceNow, startServiceNow } from "../../portals/servicenow/server";
import { test as base, bookFirstSlot, cardOf, expect, expectNoCard } from "../fixtures";
import { popupOn } from "../popup-on";

const test = base.extend<{ serviceNow: ServiceNow; autotask: Awaited<ReturnType<typeof startAutotask>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  serviceNow: async ({}, use) => {
    const portal = await startServiceNow();
    await use(portal);
    await portal.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  autotask: async ({}, use) => {
    const portal = await startAutotask();
    await use(portal);
    await portal.close();
  },
});

const configuration = (portal: object, scheduler: string) => ({
  version: 1,
  portals: [{ id: "now", name: "Service desk", ...portal }],
  technicians: [
    { email: "tess@example.com", name: "Tess Tech", link: `${scheduler}/tess/30min` },
    { email: "rob@example.com", name: "Rob Remote", link: `${scheduler}/rob/30min` },
  ],
  bookingHosts: ["cal.com", new URL(scheduler).host],
  me: { name: "John Doe", email: "john@example.com", phone: "" },
});

/** Cards of all documents of a tab. */
async function cards(page: Page): Promise<number> {
  const counts = await Promise.all(page.frames().map((frame) => frame.locator("callcard-card").count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

test.describe("ServiceNow's classic form in the frame of its shell", () => {
  test("one card in the frame, the right person, and a whole booking in the frame's dialog", async ({
    page,
    serviceNow,
    scheduler,
    configure,
  }) => {
    await configure(configuration({ origin: serviceNow.origin, preset: "servicenow" }, scheduler.origin));
    await page.goto(serviceNow.shell("a"));
    const frame = page.frameLocator("#gsft_main");
    const card = cardOf(frame);
    await expect(card.text).toContainText("tess@example.com");
    await expect(frame.locator('[id="element.incident.assigned_to"] + callcard-card')).toHaveCount(1);
    expect(await cards(page)).toBe(1);

    await card.book.click();
    const calendar = frame.frameLocator("callcard-dialog iframe").frameLocator("iframe");
    const time = await bookFirstSlot(calendar);
    await expect(frame.locator("callcard-dialog .booked")).toContainText("Call booked");
    await expect(card.booked).toContainText("Call booked");
    expect(scheduler.bookings()[0]).toMatchObject({
      event: "tess/30min",
      start: time,
      metadata: { ticketId: "a".repeat(32), ticketNumber: "INC0010001", portal: "now" },
    });
    await page.reload();
    await expect(card.booked).toContainText("Call booked");
  });

  test("navigation inside the frame to another record, to one of nobody, and back", async ({
    page,
    serviceNow,
    scheduler,
    configure,
  }) => {
    await configure(configuration({ origin: serviceNow.origin, preset: "servicenow" }, scheduler.origin));
    await page.goto(serviceNow.shell("a"));
    const inside = page.frameLocator("#gsft_main");
    const card = cardOf(inside);
    const goTo = (letter: string) =>
      page.evaluate((url) => {
        const shell = document.querySelector("[global-navigation-config]");
        const frame = shell?.shadowRoot?.querySelector("iframe");
        if (frame) frame.src = url;
      }, serviceNow.classic(letter));
    await expect(card.text).toContainText("tess@example.com");
    await goTo("b");
    await expect(card.text).toContainText("rob@example.com");
    await goTo("c");
    await expect(inside.getByText("INC0010003")).toBeVisible();
    await expect(card.host).toHaveCount(0);
    await goTo("d"); // with a message that imitates the form
    await expect(card.text).toContainText("tess@example.com");
    expect(await cards(page)).toBe(1);
  });

  test("the product is recognised in the shell, once, and frames get their overlay without a reload", async ({
    page,
    serviceNow,
    scheduler,
    configure,
    chromium,
  }) => {
    await page.goto(serviceNow.shell("a"));
    await configure(configuration({ origin: serviceNow.origin }, scheduler.origin));
    await expect(cardOf(page.frameLocator("#gsft_main")).text).toContainText("tess@example.com");
    expect(await cards(page)).toBe(1);
    const stored = await chromium.worker.evaluate(
      async () => (await chrome.storage.local.get("portals")).portals,
    );
    expect(stored).toContainEqual(expect.objectContaining({ id: "now", preset: "servicenow" }));
  });

  test("a portal whose product has no frames gets its overlay in no frame", async ({
    page,
    serviceNow,
    scheduler,
    configure,
    chromium,
  }) => {
    await configure(configuration({ origin: serviceNow.origin, preset: "redmine" }, scheduler.origin));
    await page.goto(serviceNow.shell("a"));
    await expect(page.frameLocator("#gsft_main").getByText("INC0010001")).toBeVisible();
    await expectNoCard(page, "not-a-ticket");
    const registered = await chromium.worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    const framed = registered.filter(({ allFrames }) => allFrames).flatMap(({ matches }) => matches);
    expect(framed).not.toContain(`${serviceNow.origin}/*`);
    expect(await cards(page)).toBe(0);
  });

  test("the portal's frame in another site's page has no card", async ({
    page,
    serviceNow,
    portal,
    scheduler,
    configure,
  }) => {
    await configure(configuration({ origin: serviceNow.origin, preset: "servicenow" }, scheduler.origin));
    await page.goto(`${scheduler.origin}/silent/30min`);
    await page.evaluate((src) => {
      const frame = document.createElement("iframe");
      frame.src = src;
      document.body.replaceChildren(frame);
    }, serviceNow.classic("a"));
    await expect(page.frameLocator("iframe").getByText("INC0010001")).toBeVisible();
    // A card would have come at the first look; the one of a tab beside it is there after its own.
    const other = await page.context().newPage();
    await other.goto(serviceNow.classic("a"));
    await expect(cardOf(other).text).toContainText("tess@example.com");
    expect(await cards(page)).toBe(0);
    expect(portal.origin).not.toBe(serviceNow.origin);
  });

  test("the popup tells of the frame with the ticket, and of the shell where there is none", async ({
    page,
    serviceNow,
    scheduler,
    configure,
    chromium,
  }) => {
    await configure(configuration({ origin: serviceNow.origin, preset: "servicenow" }, scheduler.origin));
    await page.goto(serviceNow.shell("a"));
    await expect(cardOf(page.frameLocator("#gsft_main")).book).toBeVisible();
    const popup = await popupOn(page, chromium);
    await expect(popup.getByRole("heading", { level: 1 })).toHaveText("Tess Tech");

    await page.goto(serviceNow.shell("c"));
    await expect(page.frameLocator("#gsft_main").getByText("INC0010003")).toBeVisible();
    await expect(
      (await popupOn(page, chromium)).getByText("Nobody is in charge of this ticket yet."),
    ).toBeVisible();
    await page.goto(`${serviceNow.origin}/now/nav/ui/classic/params/target/home.do`);
    await expect((await popupOn(page, chromium)).getByText("is not a ticket")).toBeVisible();
  });

  test("a frame too small for the calendar: the booking goes on in a window, and the dialog says why", async ({
    page,
    context,
    serviceNow,
    scheduler,
    configure,
  }) => {
    await configure(configuration({ origin: serviceNow.origin, preset: "servicenow" }, scheduler.origin));
    await page.goto(`${serviceNow.shell("a")}?frame-height=420`);
    const frame = page.frameLocator("#gsft_main");
    const opened = context.waitForEvent("page");
    await cardOf(frame).book.click();
    const window = await opened;
    await expect(frame.locator("callcard-dialog .message")).toContainText(
      "This part of the page is too small for the calendar.",
    );
    await expect(frame.locator("callcard-dialog iframe")).toHaveCount(0);
    await bookFirstSlot(window.frameLocator("iframe"));
    await expect(frame.locator("callcard-dialog .booked")).toContainText("Call booked");
  });

  test("the shell that frames booking.html itself, with the id of the real session, gets an error page", async ({
    page,
    serviceNow,
    scheduler,
    configure,
    chromium,
  }) => {
    await configure(configuration({ origin: serviceNow.origin, preset: "servicenow" }, scheduler.origin));
    await page.goto(serviceNow.shell("a"));
    const frame = page.frameLocator("#gsft_main");
    await cardOf(frame).book.click();
    const ours = frame.frameLocator("callcard-dialog iframe");
    await ours.frameLocator("iframe").getByTestId("day").first().waitFor();
    const real = (await frame.locator("callcard-dialog iframe").getAttribute("src")) ?? "";
    expect(real).toContain("booking.html#");
    for (const src of [`chrome-extension://${chromium.extensionId}/booking.html`, real]) {
      await page.evaluate((src) => {
        const thief = document.createElement("iframe");
        thief.id = "thief";
        thief.src = src;
        document.querySelector("#thief")?.remove();
        document.body.append(thief);
      }, src);
      await expect(page.frameLocator("#thief").getByRole("heading")).toHaveText("Nothing to book here");
    }
  });
});

test.describe("a workspace with nested shadow roots", () => {
  test("one card in its form, the right person through tabs, re-mounts and other records, and a booking", async ({
    page,
    serviceNow,
    scheduler,
    configure,
  }) => {
    await configure(configuration({ origin: serviceNow.origin, preset: "servicenow" }, scheduler.origin));
    await page.goto(serviceNow.workspace("a"));
    const card = cardOf(page);
    await expect(card.text).toContainText("tess@example.com");
    await expect(page.locator(".sn-form-column-layout-sections > callcard-card")).toHaveCount(1);

    await page.getByRole("button", { name: "Assign to Rob" }).click();
    await expect(card.text).toContainText("rob@example.com");
    await page.getByRole("button", { name: "INC0010003" }).click(); // nobody's
    await expect(card.host.filter({ visible: true })).toHaveCount(0);
    await page.getByRole("button", { name: "INC0010004" }).click(); // a message imitates the form
    await expect(card.text).toContainText("tess@example.com");
    await expect(card.host).toHaveCount(1);
    await page.goBack();
    await page.goBack();
    await expect(card.text).toContainText("rob@example.com");
    await expect(card.host).toHaveCount(1);

    await card.book.click();
    await bookFirstSlot(page.frameLocator("callcard-dialog iframe").frameLocator("iframe"));
    await expect(card.booked).toContainText("Call booked");
    expect(scheduler.bookings()[0]).toMatchObject({
      event: "rob/30min",
      metadata: { ticketId: "a".repeat(32), ticketNumber: "INC0010001" },
    });
  });

  test("the card is back at most 250 ms after its shadow root was made anew", async ({
    page,
    serviceNow,
    scheduler,
    configure,
  }) => {
    await configure(configuration({ origin: serviceNow.origin, preset: "servicenow" }, scheduler.origin));
    await page.goto(serviceNow.workspace("a"));
    await expect(cardOf(page).book).toBeVisible();
    await page.getByRole("button", { name: "Overview" }).click();
    await expect(page.locator(".sn-form-column-layout-sections")).toHaveCount(0);
    const waited = await page
      .getByRole("button", { name: "Details" })
      .evaluate(async (button: HTMLElement) => {
        const section = (button.getRootNode() as ShadowRoot).host.closest("section");
        const started = performance.now();
        button.click(); // makes the form and everything around it anew, in the same task
        const record = section?.querySelector(
          "screen-action-transformer-ddd9404843fa2110f20fff53e9b8f2bf > *",
        );
        const form = record?.shadowRoot?.querySelector("now-record-form-section-column-layout");
        const sections = form?.shadowRoot?.querySelector(".sn-form-column-layout-sections");
        if (!sections) throw new Error("The form is not there.");
        await new Promise<void>((resolve) => {
          new MutationObserver(() => sections.querySelector("callcard-card") && resolve()).observe(sections, {
            childList: true,
          });
        });
        return performance.now() - started;
      });
    expect(waited).toBeLessThan(250);
    await expect(cardOf(page).host).toHaveCount(1);
  });
});

test.describe("Autotask's frames", () => {
  test("a card in the ticket's frame; the popup tells of the frame that is shown", async ({
    page,
    autotask,
    scheduler,
    configure,
    chromium,
  }) => {
    await configure(configuration({ origin: autotask.origin, preset: "autotask" }, scheduler.origin));
    await page.goto(autotask.shell(113));
    const shown = cardOf(page.frameLocator('iframe[data-ticket="113"]'));
    await expect(shown.text).toContainText("rob@example.com");
    await expect((await popupOn(page, chromium)).getByRole("heading", { level: 1 })).toHaveText("Rob Remote");

    await page.getByRole("button", { name: "T20261120.0001" }).click();
    await expect(cardOf(page.frameLocator('iframe[data-ticket="111"]')).text).toContainText(
      "tess@example.com",
    );
    await expect((await popupOn(page, chromium)).getByRole("heading", { level: 1 })).toHaveText("Tess Tech");
    await page.getByRole("button", { name: "T20261120.0002" }).click(); // nobody's, with a note that imitates a row
    await expect(page.frameLocator('iframe[data-ticket="112"]').getByText("Evil Helper")).toBeVisible();
    await expect(cardOf(page.frameLocator('iframe[data-ticket="112"]')).host).toHaveCount(0);

    await page.getByRole("button", { name: "T20261120.0003" }).click();
    await shown.book.click();
    const frame = page.frameLocator('iframe[data-ticket="113"]');
    await bookFirstSlot(frame.frameLocator("callcard-dialog iframe").frameLocator("iframe"));
    await expect(shown.booked).toContainText("Call booked");
    expect(scheduler.bookings()[0]).toMatchObject({ event: "rob/30min", metadata: { ticketId: "113" } });
  });
});
