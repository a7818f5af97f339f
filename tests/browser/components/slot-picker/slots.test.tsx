import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { SlotPickerProps } from "../../../../components/slot-picker/SlotPicker";
import de from "../../../../locales/de.json";
import { show, windowOf } from "../show";
import { css, KeptPicker, ready, slotsOn, speaking } from "./given";

const showPicker = (own: Partial<SlotPickerProps> = {}, options = {}) =>
  show(<KeptPicker day="2026-11-24" {...own} />, { css, shadow: false, ...options });
const keys = (text: string) => userEvent.keyboard(text);
const focused = () => (document.activeElement as HTMLInputElement).value;
const radios = () => [...document.querySelectorAll<HTMLInputElement>(".slot input")];
const texts = () =>
  [...document.querySelectorAll(".slot")].map((slot) =>
    [...slot.children]
      .map(({ textContent }) => textContent?.replace(/\s+/g, " "))
      .join(" ")
      .trim(),
  );

describe("the slots of a day", () => {
  test("stand in the parts of the day, each in both zones", async () => {
    await showPicker();
    const parts = page.getByRole("group", { name: "Tuesday, November 24 20 free times" });
    await expect.element(parts).toBeVisible();
    for (const [name, count] of [
      ["Morning", 6],
      ["Afternoon", 12],
      ["Evening", 2],
    ] as const) {
      const group = page.getByRole("group", { name, exact: true });
      expect(group.getByRole("radio").elements()).toHaveLength(count);
    }
    await expect
      .element(page.getByRole("radio", { name: "1:30 PM 12:30 PM for Tess Tech" }))
      .toBeInTheDocument();
    expect(texts().at(0)).toBe("9:00 AM 8:00 AM for Tess Tech");
  });
  test("a part without slots is not there", async () => {
    await showPicker({ day: "2026-11-30" });
    expect(page.getByRole("group", { name: "Morning" }).elements()).toEqual([]);
  });
  test("with the day where the technician has another one", async () => {
    await showPicker({ technician: { name: "Tess", timeZone: "Pacific/Auckland" } });
    expect(texts().at(-1)).toBe("6:30 PM Wed, Nov 25, 6:30 AM for Tess");
  });
  test.each([null, "Mars/Olympus"])("in UTC when the technician's zone is %s", async (timeZone) => {
    const { text } = await showPicker({ technician: { name: "Tess", timeZone } });
    expect(texts().at(0)).toBe("9:00 AM 8:00 AM UTC");
    expect(text()).toContain("The time zone of Tess is not known");
  });
  test("by the clock of the language", async () => {
    speaking(de);
    await showPicker();
    expect(texts().at(-1)).toBe("18:30 17:30 bei Tess Tech");
  });
  test("an hour that comes twice is told apart", async () => {
    speaking(de);
    const months = { "2026-10": ready(slotsOn("2026-10-25", 4, 0)) };
    await showPicker({
      months,
      month: "2026-10",
      day: "2026-10-25",
      technician: { name: "Tess", timeZone: "UTC" },
    });
    expect(texts()).toEqual([
      "02:00 MESZ 00:00 bei Tess",
      "02:30 MESZ 00:30 bei Tess",
      "02:00 MEZ 01:00 bei Tess",
      "02:30 MEZ 01:30 bei Tess",
    ]);
  });
});

describe("choosing a slot", () => {
  test("with the arrow keys, one stop for Tab", async () => {
    const onSlot = vi.fn();
    await showPicker({ onSlot });
    radios()[0]?.focus();
    await keys("{ArrowDown}{ArrowRight}");
    expect(onSlot.mock.calls.map(([slot]) => slot.start)).toEqual([
      "2026-11-24T08:30:00.000Z",
      "2026-11-24T09:00:00.000Z",
    ]);
    expect(onSlot.mock.lastCall?.[0].minutes).toBe(30);
    await keys("{Tab}");
    expect(document.activeElement).toBe(page.getByRole("button", { name: "Continue" }).element());
    await keys("{Shift>}{Tab}{/Shift}");
    expect(focused()).toBe("2026-11-24T09:00:00.000Z");
  });
  test.each<[string, string]>([
    ["{End}", "2026-11-24T17:30:00.000Z"],
    ["{PageDown}", "2026-11-24T11:00:00.000Z"], // noon in Berlin
    ["{PageDown}{PageDown}", "2026-11-24T17:00:00.000Z"],
    ["{PageDown}{PageDown}{PageDown}", "2026-11-24T17:30:00.000Z"],
    ["{End}{PageUp}", "2026-11-24T11:00:00.000Z"],
    ["{PageDown}{PageUp}", "2026-11-24T08:00:00.000Z"],
    ["{End}{Home}", "2026-11-24T08:00:00.000Z"],
  ])("%s leads to %s", async (pressed, start) => {
    const onSlot = vi.fn();
    await showPicker({ onSlot });
    radios()[0]?.focus();
    await keys(pressed);
    await vi.waitFor(() => expect(focused()).toBe(start));
    expect(onSlot.mock.lastCall?.[0].start).toBe(start);
  });
  test("says both times with their ends, and goes on", async () => {
    const onContinue = vi.fn();
    const { text } = await showPicker({ onContinue });
    expect(page.getByRole("button", { name: "Continue" }).elements()).toEqual([]);
    await page.getByRole("radio", { name: "1:30 PM 12:30 PM for Tess Tech" }).click();
    expect(text()).toMatch(/Tue, Nov 24, 1:30 – 2:00 PM \(your time\)/);
    expect(text()).toMatch(/12:30 – 1:00 PM for Tess Tech \(Europe\/London\)/);
    await page.getByRole("button", { name: "Continue" }).click();
    expect(onContinue.mock.calls).toEqual([[{ start: "2026-11-24T12:30:00.000Z", minutes: 30 }]]);
  });
  test("a slot that is gone is not chosen any more", async () => {
    const { show: again } = await showPicker({ slot: "2026-11-24T12:30:00.000Z" });
    expect(radios().some(({ checked }) => checked)).toBe(true);
    await again(<KeptPicker day="2026-11-24" months={{ "2026-11": ready(slotsOn("2026-11-24", 3)) }} />);
    expect(radios().some(({ checked }) => checked)).toBe(false);
    expect(page.getByRole("button", { name: "Continue" }).elements()).toEqual([]);
  });
  test("another day takes it back", async () => {
    await showPicker({ slot: "2026-11-24T12:30:00.000Z" });
    await userEvent.click(document.querySelector('[data-day="2026-11-23"]') as HTMLElement);
    await vi.waitFor(() => expect(radios()).toHaveLength(3));
    expect(radios().some(({ checked }) => checked)).toBe(false);
  });
});

test.each([360, 1024])(
  "200 slots: the last one is reached by one key and is in sight (%i px)",
  async (width) => {
    await windowOf(width, 700);
    const months = { "2026-11": ready(slotsOn("2026-11-24", 200, 0, 5)) };
    await showPicker({ months, timeZone: "UTC", slot: "2026-11-24T00:00:00.000Z" });
    expect(radios()).toHaveLength(200);
    radios()[0]?.focus();
    await keys("{End}");
    await vi.waitFor(() => expect(focused()).toBe("2026-11-24T16:35:00.000Z"));
    const box = document.activeElement?.getBoundingClientRect();
    const bar = document.querySelector(".chosen-slot")?.getBoundingClientRect();
    expect(box?.top).toBeGreaterThanOrEqual(0);
    expect(box?.bottom).toBeLessThanOrEqual((bar?.top ?? 0) + 1);
    expect(bar?.bottom).toBeLessThanOrEqual(window.innerHeight + 1);
  },
);

describe("another time zone", () => {
  const change = page.getByRole("button", { name: "Change time zone" });
  test("is searched for and chosen by keyboard; the slot stays, its day follows", async () => {
    const onTimeZone = vi.fn();
    const { text } = await showPicker({ onTimeZone, slot: "2026-11-24T17:30:00.000Z" });
    await change.click();
    await expect.element(page.getByRole("searchbox")).toHaveFocus();
    await keys("tokyo");
    await expect.element(page.getByText("1 time zone found")).toBeVisible();
    await keys("{Enter}");
    expect(onTimeZone.mock.calls).toEqual([["Asia/Tokyo"]]);
    await vi.waitFor(() => expect(text()).toContain("your time zone, Asia/Tokyo (GMT+9)"));
    await expect.element(change).toHaveFocus();
    expect(document.querySelector('[aria-selected="true"]')?.getAttribute("data-day")).toBe("2026-11-25");
    expect(text()).toContain("2:30 – 3:00 AM (your time)");
  });
  test("from the list, with the arrow keys", async () => {
    const onTimeZone = vi.fn();
    await showPicker({ onTimeZone });
    await change.click();
    await keys("gmt+5:45{Tab}");
    const list = document.querySelector("select");
    expect(document.activeElement).toBe(list);
    expect(list?.options).toHaveLength(1);
    await keys("{Enter}");
    expect(onTimeZone.mock.calls[0]?.[0]).toMatch(/^Asia\/(Kathmandu|Katmandu)$/);
  });
  test("nothing is found", async () => {
    const onTimeZone = vi.fn();
    await showPicker({ onTimeZone });
    await change.click();
    await keys("xyzzy{Enter}");
    await expect.element(page.getByText("No time zone found")).toBeVisible();
    expect(onTimeZone).not.toHaveBeenCalled();
  });
  test("Escape leaves it, and only it", async () => {
    const outside = vi.fn();
    document.addEventListener("keydown", outside);
    await showPicker();
    await change.click();
    await expect.element(page.getByRole("searchbox")).toHaveFocus();
    outside.mockClear();
    await keys("{Escape}");
    await expect.element(change).toHaveFocus();
    expect(page.getByRole("searchbox").elements()).toEqual([]);
    expect(outside).not.toHaveBeenCalled();
    document.removeEventListener("keydown", outside);
  });
});
