import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import formCss from "../../../components/form.css?inline";
import { Automation, type AutomationProps } from "../../../components/options/Automation";
import pageCss from "../../../components/page.css?inline";
import optionsCss from "../../../entrypoints/options/options.css?inline";
import { type Outgoing, outgoing } from "../../../lib/booking/store/outgoing";
import { event } from "../../unit/booking/automation/given-event";
import { overflowing, problems, show, windowOf } from "./show";

let numbers = 0;
const delivery = (given: Partial<Outgoing> = {}) => ({ ...outgoing(event()), number: ++numbers, ...given });
const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

const given = (own: Partial<AutomationProps> = {}): AutomationProps => ({
  address: "https://hooks.example.com/a-long-path-without-any-place-to-break-it-0123456789-0123456789",
  host: "hooks.example.com",
  on: true,
  attendee: false,
  gone: false,
  granted: true,
  secret: null,
  testing: false,
  delivering: false,
  deliveries: [],
  until: null,
  lost: 0,
  pageEvents: false,
  onSave: vi.fn(async () => undefined),
  onSwitch: vi.fn(),
  onAttendee: vi.fn(),
  onAllow: vi.fn(),
  onTest: vi.fn(),
  onRenew: vi.fn(),
  onCopy: vi.fn(),
  onRemove: vi.fn(),
  onAgain: vi.fn(),
  onForgetLost: vi.fn(),
  onPageEvents: vi.fn(),
  ...own,
});
const css = pageCss + formCss + optionsCss;
const showAutomation = (props = given(), options = {}) =>
  show(<Automation {...props} />, { css, shadow: false, ...options });

const full = given({
  secret: "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
  granted: false,
  lost: 3,
  until: tomorrow,
  deliveries: [
    delivery({ problem: "503", attempts: 2 }),
    delivery(),
    delivery({ problem: "422", notBefore: tomorrow }),
    delivery({ delivered: "2026-11-20T12:00:01.000Z" }),
  ],
});

test.each([
  [false, "ltr"],
  [true, "ltr"],
  [false, "rtl"],
] as const)("for everybody: dark %s, %s", async (dark, direction) => {
  await windowOf(400, 900);
  for (const props of [
    full,
    given({ address: null }),
    given({ on: false, gone: true, deliveries: [delivery()] }),
  ]) {
    const { root } = await showAutomation(props, { dark, direction });
    expect(await problems(root)).toEqual([]);
    expect(overflowing(root)).toEqual([]);
  }
});

test("how deliveries fare, in words", async () => {
  const { root } = await showAutomation(full);
  const rows = [...root.querySelectorAll(".rows > li")].map(({ textContent }) => textContent);
  expect(rows).toEqual([
    expect.stringMatching(/^Booked: #T-7.*hooks.example.com answered 503. It will be tried again on /),
    expect.stringMatching(/Waits to be sent.$/),
    expect.stringMatching(/answered 422. It will be tried again on /),
    expect.stringMatching(/Delivered /),
  ]);
  await expect.element(page.getByText("The queue was full: 3 events were not kept.")).toBeVisible();
  await page.getByRole("button", { name: "Try again now" }).click();
  expect(full.onAgain).toHaveBeenCalled();
});

test("switched off, what waits is said, and nothing is promised", async () => {
  const { text } = await showAutomation(given({ on: false, deliveries: [delivery(), delivery()] }));
  expect(text()).toContain("2 events wait until the webhook is switched on again.");
  expect(text()).not.toContain("tried again");
  await expect.element(page.getByRole("button", { name: "Try again now" })).not.toBeInTheDocument();
});

test("an address that is none is not saved", async () => {
  const props = given({ address: null });
  await showAutomation(props);
  const field = page.getByLabelText("Address");
  for (const [typed, said] of [
    ["", "Type the address"],
    ["hooks.example.com", "This is not an address such as"],
    ["http://hooks.example.com/", "Use https."],
  ] as const) {
    await field.fill(typed);
    await page.getByRole("button", { name: "Save and switch on" }).click();
    await expect.element(page.getByText(said)).toBeVisible();
  }
  expect(props.onSave).not.toHaveBeenCalled();
  await field.fill(" https://hooks.example.com/ ");
  await page.getByRole("button", { name: "Save and switch on" }).click();
  expect(props.onSave).toHaveBeenCalledWith(new URL("https://hooks.example.com/"));
});
