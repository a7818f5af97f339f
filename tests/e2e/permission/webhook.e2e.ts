import { expect, test } from "@playwright/test";
import { serve } from "../../scheduler/local-server";
import { buildExtension } from "../../setup/build";
import { startChromium } from "../../setup/chromium";
import { allowInPrompt, grantedTo } from "./prompt";

test("the webhook's site is asked for when its address is saved, and given back when it is removed", async () => {
  test.setTimeout(120_000);
  const extension = await buildExtension("shipped");
  const got: string[] = [];
  const receiver = await serve(({ body }) => {
    got.push(body);
    return { status: 204 };
  });
  const { context, worker, extensionId, close } = await startChromium({
    extension,
    headless: false,
    viewport: null,
  });
  try {
    const options = await context.newPage();
    await options.goto(`chrome-extension://${extensionId}/options.html#automation`);
    expect(await grantedTo(worker)).toEqual([]);
    await options.getByLabel("Address").fill(`${receiver.origin}/hook`);
    await options.getByRole("button", { name: "Save and switch on" }).click();
    await allowInPrompt(worker);
    expect(await grantedTo(worker)).toEqual([`${receiver.origin}/*`]);
    await options.getByRole("button", { name: "Send a test" }).click();
    await expect(options.getByText("has received the test")).toBeVisible();
    expect(got).toHaveLength(1);

    await worker.evaluate((site) => chrome.permissions.remove({ origins: [site] }), `${receiver.origin}/*`);
    await expect(options.getByText("does not let CallCard reach")).toBeVisible();
    await options.getByRole("button", { name: "Send a test" }).click();
    await expect(options.getByRole("status").getByText("does not let CallCard reach")).toBeVisible();
    expect(got).toHaveLength(1);
    await options.getByRole("button", { name: /^Allow / }).click();
    await expect.poll(() => grantedTo(worker)).toHaveLength(1); // the browser remembers the answer

    await options.getByRole("button", { name: "Remove" }).click();
    await expect.poll(() => grantedTo(worker)).toEqual([]);
  } finally {
    await close();
    await receiver.close();
  }
});
