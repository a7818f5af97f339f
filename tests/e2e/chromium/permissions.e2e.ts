import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ChromiumWithExtension, startChromium } from "../../setup/chromium";
import { importConfiguration } from "../../setup/import-configuration";
import { cardOf, demo, expect, test } from "../fixtures";

test("a tab that is open already gets its card when the portal is added, and loses it with the portal", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
}) => {
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expect(page.getByText("Support Request").first()).toBeVisible();
  await expect(cardOf(page).host).toHaveCount(0);
  await configure(demo(portal, scheduler));
  await expect(cardOf(page).book).toBeVisible();

  const options = await open("options.html#portals");
  await options.getByRole("button", { name: "Remove Example Help Desk" }).click();
  await expect(cardOf(page).host).toHaveCount(0);
});

test("removing the extension under an open page: the card goes, without an error", async ({
  page,
  portal,
  scheduler,
  configure,
  chromium,
}) => {
  await configure(demo(portal, scheduler));
  await page.goto(`${portal.origin}/app/tickets/123`);
  const card = cardOf(page);
  await expect(card.book).toBeVisible();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => errors.push(message.text()));
  await endExtension(chromium);

  await page.getByRole("button", { name: "Re-render" }).click();
  await expect(card.host).toHaveCount(0);
  expect(errors).toEqual([]);
});

test("after a browser restart, and after an update of the extension, the card is there without a click", async ({
  portal,
  scheduler,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "callcard-restart-"));
  const [extension, profile] = [join(folder, "extension"), join(folder, "profile")];
  await cp(process.env.CALLCARD_TEST_EXTENSION ?? "", extension, { recursive: true });
  const visit = async (before: (chromium: ChromiumWithExtension) => Promise<void>) => {
    const chromium = await startChromium({ extension, profile });
    try {
      await before(chromium);
      const page = await chromium.context.newPage();
      await page.goto(`${portal.origin}/agent/tickets/123`);
      await expect(cardOf(page).book).toBeVisible();
      return await chromium.worker.evaluate(() => chrome.runtime.getManifest().version);
    } finally {
      await chromium.close();
    }
  };
  try {
    const first = await visit((chromium) => importConfiguration(chromium, demo(portal, scheduler)));
    expect(await visit(async () => {})).toBe(first);
    const manifest = JSON.parse(await readFile(join(extension, "manifest.json"), "utf8"));
    await writeFile(join(extension, "manifest.json"), JSON.stringify({ ...manifest, version: "99.0.0" }));
    expect(await visit(async () => {})).toBe("99.0.0");
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Chromium does not load an extension again that came by a flag, so this ends it for good. */
async function endExtension({ worker, context }: ChromiumWithExtension): Promise<void> {
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined); // the worker ends with it
  await expect.poll(() => context.serviceWorkers().length).toBe(0);
}
