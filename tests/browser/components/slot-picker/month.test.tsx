import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { SlotPickerProps } from "../../../../components/slot-picker/SlotPicker";
import ar from "../../../../locales/ar.json";
import { show } from "../show";
import { css, KeptPicker, ready, slotsOn, speaking } from "./given";

const showPicker = (own: Partial<SlotPickerProps> = {}, options = {}) =>
  show(<KeptPicker {...own} />, { css, shadow: false, ...options });
const focusedDay = () => (document.activeElement as HTMLElement | null)?.dataset.day ?? null;
const keys = (text: string) => userEvent.keyboard(text);
const cell = (day: string) => document.querySelector<HTMLElement>(`[data-day="${day}"]`);

/** Tab until a day has the focus, as somebody without a mouse does. */
async function tabToGrid(): Promise<void> {
  for (let step = 0; step < 10 && !focusedDay(); step++) await keys("{Tab}");
  expect(focusedDay()).not.toBeNull();
}

describe("the grid", () => {
  test("is a grid with the month's name, days of the week, and one stop for Tab: the first free day", async () => {
    const { root } = await showPicker();
    await expect.element(page.getByRole("grid", { name: "November 2026" })).toBeVisible();
    const columns = page.getByRole("columnheader").elements();
    expect(columns.map((column) => column.textContent)).toEqual([
      "SunSunday",
      "MonMonday",
      "TueTuesday",
      "WedWednesday",
      "ThuThursday",
      "FriFriday",
      "SatSaturday",
    ]);
    expect(root.querySelectorAll('[data-day][tabindex="0"]')).toHaveLength(1);
    await tabToGrid();
    expect(focusedDay()).toBe("2026-11-23");
    await keys("{Tab}");
    expect(focusedDay()).toBeNull();
  });
  test("each day says its name and what is free", async () => {
    await showPicker({ day: "2026-11-24" });
    const named = (name: string) => page.getByRole("gridcell", { name, exact: true });
    await expect
      .element(named("Monday, November 23: 3 free times"))
      .toHaveAttribute("aria-disabled", "false");
    await expect.element(named("Monday, November 30: 1 free time")).toHaveAttribute("aria-selected", "false");
    await expect
      .element(named("Tuesday, November 24: 20 free times"))
      .toHaveAttribute("aria-selected", "true");
    await expect
      .element(named("Saturday, November 21: not available"))
      .toHaveAttribute("aria-current", "date");
    await expect
      .element(named("Saturday, November 21: not available"))
      .toHaveAttribute("aria-disabled", "true");
  });
  test("days are those of the person's zone", async () => {
    const late = { "2026-11": ready(slotsOn("2026-11-23", 1, 23)) };
    const { show: again } = await showPicker({ months: late, timeZone: "UTC" });
    expect(cell("2026-11-23")?.getAttribute("aria-disabled")).toBe("false");
    await again(<KeptPicker key="other" months={late} timeZone="Asia/Tokyo" />);
    expect(cell("2026-11-23")?.getAttribute("aria-disabled")).toBe("true");
    expect(cell("2026-11-24")?.getAttribute("aria-disabled")).toBe("false");
  });
});

describe("the keys", () => {
  test.each<[string, string]>([
    ["{ArrowRight}", "2026-11-24"],
    ["{ArrowLeft}", "2026-11-22"],
    ["{ArrowDown}", "2026-11-30"],
    ["{ArrowUp}", "2026-11-16"],
    ["{Home}", "2026-11-22"],
    ["{End}", "2026-11-28"],
    ["{PageDown}", "2026-12-23"],
    ["{Shift>}{PageDown}{/Shift}", "2027-11-23"],
    ["{PageDown}{PageDown}{PageUp}", "2026-12-23"],
    ["{Shift>}{PageDown}{PageUp}{/Shift}", "2026-11-23"],
    ["{ArrowDown}{ArrowDown}", "2026-12-07"], // into the next month
    ["{PageDown}{Home}{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}", "2026-11-22"], // and back
    ["{Control>}{ArrowRight}{/Control}", "2026-11-23"], // the browser's
  ])("%s leads to %s", async (pressed, day) => {
    await showPicker();
    await tabToGrid();
    await keys(pressed);
    await vi.waitFor(() => expect(focusedDay()).toBe(day));
    expect(document.querySelectorAll('[data-day][tabindex="0"]')).toHaveLength(1);
  });
  test.each<[string, string]>([
    ["{ArrowRight}", "2026-11-22"],
    ["{ArrowLeft}", "2026-11-24"],
    ["{Home}", "2026-11-21"], // weeks begin on Saturday
    ["{End}", "2026-11-27"],
  ])("from right to left, %s leads to %s", async (pressed, day) => {
    speaking(ar);
    await showPicker({}, { direction: "rtl" });
    await tabToGrid();
    await keys(pressed);
    await vi.waitFor(() => expect(focusedDay()).toBe(day));
  });
  test("the last day of a long month leads to the last day of a short one", async () => {
    await showPicker({ months: { "2027-01": ready(slotsOn("2027-01-31", 1)) }, month: "2027-01" });
    await tabToGrid();
    await keys("{PageDown}");
    await vi.waitFor(() => expect(focusedDay()).toBe("2027-02-28"));
  });
  test("nothing leads out of the months that may be booked", async () => {
    const onMonth = vi.fn();
    await showPicker({ onMonth, latest: "2026-12" });
    await tabToGrid();
    await keys("{PageUp}{Shift>}{PageUp}{/Shift}");
    expect(focusedDay()).toBe("2026-11-23");
    await keys("{Shift>}{PageDown}{/Shift}");
    await vi.waitFor(() => expect(focusedDay()).toBe("2026-12-23"));
    await keys("{PageDown}{ArrowDown}{ArrowDown}");
    await vi.waitFor(() => expect(focusedDay()).toBe("2026-12-30"));
    expect(onMonth.mock.calls).toEqual([["2026-12"]]);
  });
  test.each(["{Enter}", " "])(
    "“%s” chooses a free day, and the focus goes to its first slot",
    async (key) => {
      const onDay = vi.fn();
      await showPicker({ onDay });
      await tabToGrid();
      await keys(key);
      expect(onDay.mock.calls).toEqual([["2026-11-23"]]);
      await vi.waitFor(() =>
        expect(document.activeElement).toHaveProperty("value", "2026-11-23T09:00:00.000Z"),
      );
      expect(document.activeElement).toHaveProperty("checked", false); // nothing is chosen for the person
      await keys("{Shift>}{Tab}{/Shift}");
      expect(focusedDay()).toBe("2026-11-23");
      await keys(key); // the same day again
      await vi.waitFor(() => expect(document.activeElement).toHaveProperty("type", "radio"));
    },
  );
  test("a day that is not free cannot be chosen", async () => {
    const onDay = vi.fn();
    await showPicker({ onDay });
    await tabToGrid();
    await keys("{ArrowLeft}{Enter} ");
    await userEvent.click(cell("2026-11-20") as HTMLElement, { force: true });
    expect(onDay).not.toHaveBeenCalled();
  });
});

describe("the pointer", () => {
  test("chooses a free day", async () => {
    const onDay = vi.fn();
    await showPicker({ onDay });
    await userEvent.click(cell("2026-11-24") as HTMLElement);
    expect(onDay.mock.calls).toEqual([["2026-11-24"]]);
    await expect.element(page.getByRole("group", { name: "Tuesday, November 24" })).toBeVisible();
  });
  test("turns pages, and the focus stays on the button, at the last page too", async () => {
    const onMonth = vi.fn();
    await showPicker({ onMonth, latest: "2026-12" });
    const next = page.getByRole("button", { name: "Next month" });
    await next.click();
    await expect.element(page.getByRole("heading", { name: "December 2026" })).toBeVisible();
    await expect.element(next).toHaveAttribute("aria-disabled", "true");
    expect(document.activeElement).toBe(next.element());
    await keys("{Enter}");
    await page.getByRole("button", { name: "Previous month" }).click();
    expect(onMonth.mock.calls).toEqual([["2026-12"], ["2026-11"]]);
  });
});

describe("a month", () => {
  const news = () => document.querySelector('.month > [role="status"]')?.textContent;
  test("is announced with the number of its free days", async () => {
    const { show: again } = await showPicker();
    expect(news()).toBe("November 2026: 3 free days");
    const december = ready(slotsOn("2026-12-04", 2));
    await again(<KeptPicker months={{ "2026-12": december }} />);
    await page.getByRole("button", { name: "Next month" }).click();
    await vi.waitFor(() => expect(news()).toBe("December 2026: 1 free day"));
  });
  test("that is loading says so, keeps the focus, and does not call its days unavailable", async () => {
    const { root, text, show: again } = await showPicker({ months: {} });
    await vi.waitFor(() => expect(text()).toContain("Looking for free times in November 2026 …"));
    expect(root.querySelector("table")?.getAttribute("aria-busy")).toBe("true");
    expect(cell("2026-11-23")?.getAttribute("aria-label")).toBe("Monday, November 23");
    await tabToGrid();
    await keys("{ArrowDown}");
    const before = focusedDay();
    await again(<KeptPicker />);
    expect(news()).toBe("November 2026: 3 free days");
    expect(focusedDay()).toBe(before);
  });
  test("that cannot be had says why, and is asked for once more", async () => {
    const onRetry = vi.fn();
    const failed = { "2026-11": { state: "failed", text: "You are offline." } } as const;
    await showPicker({ months: failed, onRetry });
    await expect.element(page.getByRole("alert")).toHaveTextContent("You are offline.");
    await page.getByRole("button", { name: "Try again" }).click();
    expect(onRetry.mock.calls).toEqual([["2026-11"]]);
    expect(focusedDay()).not.toBeNull(); // the button goes away
  });
  test("without a free day names the next one, and leads there", async () => {
    const onDay = vi.fn();
    const months = { "2026-11": ready(), "2027-02": ready(slotsOn("2027-02-05", 2)) };
    const { text } = await showPicker({ months, onDay });
    expect(text()).toContain("No free day in November 2026.");
    expect(news()).toBe("November 2026: no free day");
    await page.getByRole("button", { name: "Next free day: Friday, February 5" }).click();
    await vi.waitFor(() => expect(focusedDay()).toBe("2027-02-05"));
    expect(news()).toBe("February 2027: 1 free day");
    expect(onDay).not.toHaveBeenCalled();
  });
  test("without a free day leads to the next month where nothing is known of later ones", async () => {
    await showPicker({ months: { "2026-11": ready() } });
    await page.getByRole("button", { name: "Look at December 2026" }).click();
    await vi.waitFor(() => expect(focusedDay()).toBe("2026-12-01"));
  });
  test("without a free day is the end when it is the last one", async () => {
    await showPicker({ months: { "2026-11": ready() }, latest: "2026-11" });
    expect(document.querySelector(".no-days button")).toBeNull();
  });
});
