import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { FirefoxWithExtension } from "../../setup/firefox";
import { instantOf, readCalendarFile } from "../../setup/read-calendar-file";
import { demo } from "../fixtures";
import { addressesOf, stopBackground } from "./driver";
import { bookFirstSlot, expect, newTab, openCalendar, test, textOf, textsOf } from "./fixtures";

const act = (name: string) => `callcard-card >>> button[aria-label^="${name}:"]`;
const BOOKED = "callcard-card >>> .booked";

async function closeDialog(tab: Page): Promise<void> {
  await tab.locator("callcard-dialog >>> .close").click();
  await expect.poll(() => textsOf(tab, "callcard-dialog")).toEqual([]);
}

/** The calendar files that were downloaded so far, read back, the oldest first. */
async function saved({ downloads }: FirefoxWithExtension): Promise<Record<string, string>[]> {
  const names = (await readdir(downloads)).filter((name) => name.endsWith(".ics"));
  const files = await Promise.all(names.map((name) => readFile(join(downloads, name), "utf8")));
  return files.map(readCalendarFile).sort((one, other) => Number(one.SEQUENCE) - Number(other.SEQUENCE));
}

test("booked, there after a reload, joined, saved as a file, moved, cancelled; the background stopped before each step", async ({
  firefox,
  tab,
  portal,
  scheduler,
  configure,
  openOwn,
}) => {
  await configure(demo(portal, scheduler, { "tess@example.com": `${scheduler.origin}/tess/15min` }));
  await tab.goto(`${portal.origin}/agent/tickets/123`);
  await stopBackground(firefox);
  const first = await openCalendar(tab);
  await first.waitForSelector('[data-testid="day"]');
  await stopBackground(firefox);
  await bookFirstSlot(first);
  await expect.poll(() => textsOf(tab, BOOKED)).toHaveLength(1);
  const said = await textOf(tab, "callcard-dialog >>> .booked");
  await tab.reload();
  expect(await textOf(tab, BOOKED)).toBe(said);
  const [before] = scheduler.bookings();

  await stopBackground(firefox);
  await tab.locator(act("Join")).click();
  await expect.poll(() => addressesOf(firefox)).toContain("https://meet.example.com/tech");
  await tab.bringToFront();
  await stopBackground(firefox);
  await tab.locator(act("Add to calendar")).click();
  await expect.poll(() => saved(firefox)).toHaveLength(1);
  const [file] = await saved(firefox);
  expect(file).toMatchObject({ LOCATION: "https://meet.example.com/tech", STATUS: "CONFIRMED" });
  expect(instantOf(file?.DTSTART)).toBe(before?.start);

  await stopBackground(firefox);
  const second = await openCalendar(tab, act("Reschedule"));
  await second.waitForSelector('[data-testid="day"]');
  expect(await textOf(tab, "callcard-dialog >>> h2")).toBe("Move the call with Tess Tech");
  await stopBackground(firefox);
  await bookFirstSlot(second);
  await expect.poll(() => textsOf(tab, BOOKED)).not.toEqual([said]);
  expect(await textsOf(tab, BOOKED)).toHaveLength(1);
  const [after, ...more] = scheduler.bookings();
  expect(more).toEqual([]);
  expect(after?.uid).not.toBe(before?.uid);
  await closeDialog(tab);
  await tab.locator(act("Add to calendar")).click();
  await expect.poll(() => saved(firefox)).toHaveLength(2);
  const moved = (await saved(firefox)).at(-1);
  expect(moved?.UID).toBe(file?.UID);
  expect(instantOf(moved?.DTSTART)).toBe(after?.start);

  await stopBackground(firefox);
  const third = await openCalendar(tab, act("Cancel"));
  await third.waitForSelector('[data-testid="cancel"]');
  expect(await textOf(tab, "callcard-dialog >>> h2")).toBe("Cancel the call with Tess Tech");
  await stopBackground(firefox);
  await third.locator('[data-testid="cancel"]').click();
  await expect.poll(() => scheduler.bookings()).toEqual([]);
  await expect.poll(() => textsOf(tab, BOOKED)).toEqual([]);

  const options = await openOwn("options.html#bookings?group=cancelled");
  const lines = ".bookings > li .lines li";
  await expect.poll(() => textsOf(options, lines)).toHaveLength(4);
  expect(await textsOf(options, lines)).toEqual([
    expect.stringMatching(/opened$/),
    expect.stringMatching(/: booked for/),
    expect.stringMatching(/: moved to/),
    expect.stringMatching(/: cancelled$/),
  ]);
});

test("booked in another tab: on this tab's card, too", async ({
  firefox,
  tab,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  const other = await newTab(firefox);
  for (const one of [tab, other]) await one.goto(`${portal.origin}/agent/tickets/123`);
  await textOf(tab, "callcard-card >>> .text");
  await bookFirstSlot(await openCalendar(other));
  const said = await textOf(other, "callcard-dialog >>> .booked");
  await expect.poll(() => textsOf(tab, BOOKED)).toEqual([said]);
});
