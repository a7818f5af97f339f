import { afterEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import formCss from "../../../components/form.css?inline";
import { Reminders, type RemindersProps } from "../../../components/options/reminders/Reminders";
import pageCss from "../../../components/page.css?inline";
import optionsCss from "../../../entrypoints/options/options.css?inline";
import { Reminders as Settings } from "../../../lib/settings/reminders";
import ar from "../../../locales/ar.json";
import de from "../../../locales/de.json";
import en from "../../../locales/en.json";
import { speak } from "../../i18n";
import { overflowing, problems, show, windowOf } from "./show";

const css = pageCss + formCss + optionsCss;
afterEach(() => speak(en));

function props({
  settings,
  ...given
}: Partial<Omit<RemindersProps, "settings">> & { settings?: object } = {}): RemindersProps {
  return {
    settings: { ...Settings.parse({}), on: true, ...settings },
    allowed: true,
    timeZone: "Europe/Berlin",
    shortcut: "Alt+Shift+K",
    onSwitch: vi.fn(),
    onAllow: vi.fn(),
    onChange: vi.fn(),
    onChangeShortcut: vi.fn(),
    ...given,
  };
}
const showSection = (given: RemindersProps, options = {}) =>
  show(
    <main>
      <Reminders {...given} />
    </main>,
    { css, shadow: false, ...options },
  );
const box = (name: string) => page.getByRole("checkbox", { name });
const add = async (minutes: string) => {
  await page.getByRole("spinbutton").fill(minutes);
  await page.getByRole("button", { name: "Add" }).click();
};

test("off: a click asks, and the box shows what is stored; a script's click does not ask", async () => {
  const given = props({ settings: { on: false } });
  const { root } = await showSection(given);
  root.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
  expect(given.onSwitch).not.toHaveBeenCalled();
  await box("Remind me of booked calls").click();
  expect(given.onSwitch).toHaveBeenCalledWith(true);
  await expect.element(box("Remind me of booked calls")).not.toBeChecked();
  await expect.element(page.getByRole("spinbutton")).not.toBeInTheDocument();
});

test("on, and no longer allowed: says so, and asks again", async () => {
  const given = props({ allowed: false });
  await showSection(given);
  await expect.element(page.getByRole("alert").first()).toHaveTextContent("so you are not reminded");
  await page.getByRole("button", { name: "Allow notifications" }).click();
  expect(given.onAllow).toHaveBeenCalled();
});

describe("when", () => {
  test("the usual ones, and own ones, the earliest first", async () => {
    const given = props({ settings: { leads: [10, 2880, 90] } });
    const { root } = await showSection(given);
    expect([...root.querySelectorAll(".leads label")].map(({ textContent }) => textContent)).toEqual([
      "2 days before",
      "24 hours before",
      "90 minutes before",
      "1 hour before",
      "10 minutes before",
    ]);
    await box("90 minutes before").click();
    expect(given.onChange).toHaveBeenLastCalledWith({ ...given.settings, leads: [2880, 10] });
    await add("15");
    expect(given.onChange).toHaveBeenLastCalledWith({ ...given.settings, leads: [2880, 90, 15, 10] });
  });

  test.each([
    ["0", "Enter whole minutes, from 1 to 20160."],
    ["20161", "Enter whole minutes, from 1 to 20160."],
    ["1.5", "Enter whole minutes, from 1 to 20160."],
    ["", "Enter whole minutes, from 1 to 20160."],
    ["10", "This time is chosen already."],
  ])("%j is refused beside the field", async (minutes, said) => {
    const given = props();
    await showSection(given);
    await add(minutes);
    await expect.element(page.getByText(said)).toBeVisible();
    await expect.element(page.getByRole("spinbutton")).toHaveFocus();
    expect(given.onChange).not.toHaveBeenCalled();
  });

  test("five are enough", async () => {
    const given = props({ settings: { leads: [1, 2, 3, 4, 5] } });
    await showSection(given);
    await add("6");
    await expect.element(page.getByText("At most 5 reminders for a call.")).toBeVisible();
    await expect.element(box("1 hour before")).toBeDisabled();
  });
});

test("quiet hours: off, or from the evening until the morning", async () => {
  const given = props();
  const { show: again } = await showSection(given);
  await box("Do not disturb me at certain hours").click();
  const quiet = { from: "22:00", to: "07:00" };
  expect(given.onChange).toHaveBeenLastCalledWith({ ...given.settings, quiet });
  const with_ = props({ settings: { quiet } });
  await again(<Reminders {...with_} />);
  await page.getByLabelText("Until").fill("06:30");
  expect(with_.onChange).toHaveBeenLastCalledWith({
    ...with_.settings,
    quiet: { from: "22:00", to: "06:30" },
  });
});

test.each([
  [1280, false, en],
  [400, true, de],
  [320, true, ar],
] as const)("%i px, dark %s: nothing is cut off, axe finds nothing", async (width, dark, texts) => {
  await windowOf(width, 800);
  speak(texts);
  const direction = texts.meta.direction === "rtl" ? "rtl" : "ltr";
  const given = props({ allowed: false, settings: { quiet: { from: "22:00", to: "22:00" } } });
  const { root } = await showSection(given, { dark, direction });
  expect(overflowing(root)).toEqual([]);
  expect(await problems(root)).toEqual([]);
});
