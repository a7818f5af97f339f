/**
 * Measures the longest tasks of the list with 5,000 rows, without the extension and with it: `npx tsx
 * tests/bench/long-tasks.ts`. Times are milliseconds, the median of several visits; the browser names tasks over 50 ms only.
 */
import type { Page } from "@playwright/test";
import { demoConfiguration } from "../portals/demo/configuration";
import { startDemoPortal } from "../portals/demo/server";
import { startCalCom } from "../scheduler/cal-com";
import { buildExtension } from "../setup/build";
import { startChromium } from "../setup/chromium";
import { importConfiguration } from "../setup/import-configuration";

const VISITS = 3;
/** Tasks that come later than this after a change belong to nothing that was done, in milliseconds. */
const SETTLED = 1_000;

const steps: readonly [name: string, act: (page: Page) => Promise<unknown>][] = [
  ["load", (page) => page.reload()],
  ["scroll", (page) => page.evaluate(() => document.querySelectorAll("tbody tr")[2500]?.scrollIntoView())],
  ["fill a row", (page) => page.evaluate(() => document.querySelector("tbody td")?.append(" "))],
  ["sort", (page) => page.getByRole("button", { name: "Sort by name" }).click()],
];

/** The longest task and the sum of all long ones, of each step. */
async function visit(page: Page): Promise<{ longest: number; sum: number }[]> {
  const results = [];
  for (const [, act] of steps) {
    const before = await page.evaluate(() => performance.now());
    const isLoad = act === steps[0]?.[1];
    await act(page);
    await page.waitForTimeout(SETTLED);
    const tasks = await page.evaluate(
      (since) =>
        (window as unknown as { longTasks: { start: number; duration: number }[] }).longTasks
          .filter(({ start }) => start >= since)
          .map(({ duration }) => duration),
      isLoad ? 0 : before,
    );
    results.push({ longest: Math.max(0, ...tasks), sum: tasks.reduce((sum, each) => sum + each, 0) });
  }
  return results;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

async function measure(name: string, page: Page, address: string): Promise<void> {
  await page.addInitScript(() => {
    const seen: { start: number; duration: number }[] = [];
    (window as unknown as { longTasks: typeof seen }).longTasks = seen;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) seen.push({ start: startTime, duration });
    }).observe({ type: "longtask", buffered: true });
  });
  await page.goto(address);
  const visits = [];
  for (let turn = 0; turn < VISITS; turn++) visits.push(await visit(page));
  for (const [at, [step]] of steps.entries()) {
    const of = visits.map((results) => results[at]).filter((result) => result !== undefined);
    const longest = median(of.map((result) => result.longest));
    console.log(`${name}, ${step}: longest ${longest}, sum ${median(of.map(({ sum }) => sum))}`);
  }
  console.log(`${name}: ${await page.locator("callcard-row").count()} buttons`);
}

const [portal, scheduler] = await Promise.all([startDemoPortal(), startCalCom()]);
const address = `${portal.origin}/applications/caster?rows=5000`;
/** The same page in the same browser, where the extension is not allowed. */
const elsewhere = address.replace("127.0.0.1", "localhost");

const ours = await startChromium({ extension: await buildExtension("bench", ["http://127.0.0.1"]) });
await importConfiguration(ours, demoConfiguration({ portal: portal.origin, scheduler: scheduler.origin }));
const page = ours.context.pages()[0] ?? (await ours.context.newPage());
await measure("without", page, elsewhere);
await measure("with", page, address);
await ours.close();
await Promise.all([portal.close(), scheduler.close()]);
