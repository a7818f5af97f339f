import { execFileSync } from "node:child_process";
import { expect, type Worker } from "@playwright/test";

/** Where "Allow" stands in Chromium's prompt on a screen of 1280×800 that the window fills. */
const ALLOW = { x: 824, y: 259 };

/** The sites that the browser lets the extension reach. */
export function grantedTo(worker: Worker): Promise<string[]> {
  return worker.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);
}

/** Clicks "Allow" as a person does: the prompt is the browser's own window, out of reach of any page. */
export async function allowInPrompt(worker: Worker): Promise<void> {
  await expect
    .poll(
      async () => {
        execFileSync("xdotool", ["mousemove", String(ALLOW.x), String(ALLOW.y), "click", "1"]);
        return (await grantedTo(worker)).length;
      },
      { message: "the prompt is answered", intervals: [500], timeout: 20_000 },
    )
    .toBe(1);
}
