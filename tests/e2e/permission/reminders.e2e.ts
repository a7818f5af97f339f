import { execFileSync } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { buildExtension } from "../../setup/build";
import { startChromium } from "../../setup/chromium";

/** Where the buttons stand in Chromium's prompt for notifications, on a screen of 1280×800 that the window fills. */
const DENY = { x: 733, y: 271 };
const ALLOW = { x: 809, y: 271 };

test("reminders as shipped: refused in the browser's prompt, allowed, taken back; each is said", async () => {
  test.setTimeout(120_000);
  const chromium = await startChromium({
    extension: await buildExtension("shipped"),
    headless: false,
    viewport: null,
  });
  const { context, worker, extensionId } = chromium;
  try {
    await expect.poll(() => context.pages().some((page) => page.url().includes("#welcome"))).toBe(true);
    const options = await context.newPage();
    await options.goto(`chrome-extension://${extensionId}/options.html#reminders`);
    const box = options.getByRole("checkbox", { name: "Remind me of booked calls" });
    await box.click();
    await answerPrompt(DENY, options, "Reminders stay off");
    await expect(box).not.toBeChecked();
    await box.click();
    await answerPrompt(ALLOW, options, "Reminders are on.");
    await expect(box).toBeChecked();
    await expect(options.getByRole("checkbox", { name: "24 hours before" })).toBeChecked();
    expect(await worker.evaluate(() => Object.keys(chrome.notifications).length > 0)).toBe(true);

    await worker.evaluate(() => chrome.permissions.remove({ permissions: ["notifications"] }));
    await expect(options.getByText("so you are not reminded")).toBeVisible();
    await expect.poll(() => worker.evaluate(() => chrome.alarms.get("reminders"))).toBeUndefined();
  } finally {
    await chromium.close();
  }
});

/** Clicks in the prompt as a person does, until the page says what came of it. */
async function answerPrompt({ x, y }: typeof ALLOW, page: Page, said: string): Promise<void> {
  await expect
    .poll(
      async () => {
        execFileSync("xdotool", ["mousemove", String(x), String(y), "click", "1"]);
        return page.getByText(said).isVisible();
      },
      { message: "the prompt is answered", intervals: [500], timeout: 20_000 },
    )
    .toBe(true);
}
