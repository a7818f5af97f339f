import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import formCss from "../../../components/form.css?inline";
import { GuestsStep, type GuestsStepProps } from "../../../components/GuestsStep";
import pageCss from "../../../components/page.css?inline";
import bookingCss from "../../../entrypoints/booking/booking.css?inline";
import { ARABIC, LONG, overflowing, problems, show, windowOf } from "./show";

const css = pageCss + formCss + bookingCss;
const guests = [
  { name: "Ada Visitor", email: "ada@example.com", invited: true },
  { name: null, email: "rob@example.com", invited: true },
];
async function showStep(given: Partial<GuestsStepProps> = {}, options = {}) {
  const props: GuestsStepProps = {
    technician: "Tess Tech",
    ticket: { kind: "ticket", number: "T-7", subject: "Printer is on fire" },
    alone: false,
    guests,
    onGoOn: vi.fn(),
    ...given,
  };
  return { ...(await show(<GuestsStep {...props} />, { css, shadow: false, ...options })), props };
}

test("all are ticked, and one key goes on with them", async () => {
  const { props, text } = await showStep();
  expect(text()).toContain("2 people will be invited.");
  await expect.element(page.getByRole("button", { name: "Continue" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(props.onGoOn).toHaveBeenCalledExactlyOnceWith(["ada@example.com", "rob@example.com"]);
});

test("who is taken out is not among them; nor who was taken out before", async () => {
  const before = [...guests, { name: null, email: "eve@example.com", invited: false }];
  const { props, text } = await showStep({ guests: before });
  await expect.element(page.getByRole("checkbox", { name: "eve@example.com" })).not.toBeChecked();
  await page.getByRole("checkbox", { name: "Ada Visitor ada@example.com" }).click();
  expect(text()).toContain("1 person will be invited.");
  await page.getByRole("button", { name: "Continue" }).click();
  await userEvent.keyboard("{Enter}"); // again, while the calendar is on its way
  expect(props.onGoOn).toHaveBeenCalledExactlyOnceWith(["rob@example.com"]);
});

test("nobody is a choice, too", async () => {
  const { props, text } = await showStep({
    guests: [{ name: null, email: "rob@example.com", invited: true }],
  });
  await page.getByRole("checkbox", { name: "rob@example.com" }).click();
  expect(text()).toContain("Nobody else will be invited.");
  await page.getByRole("button", { name: "Continue" }).click();
  expect(props.onGoOn).toHaveBeenCalledWith([]);
});

const many = Array.from({ length: 50 }, (_, at) => ({
  name: LONG,
  email: `w${at}@example.com`,
  invited: true,
}));
test.each<[string, Partial<GuestsStepProps>, object]>([
  ["light", {}, {}],
  ["in a window, dark", { alone: true }, { dark: true }],
  ["fifty long names", { guests: many }, {}],
  ["from right to left", { alone: true, technician: ARABIC }, { direction: "rtl" }],
])("is accessible and fits: %s", async (_, given, options) => {
  const { root } = await showStep(given, options);
  expect(await problems(root)).toEqual([]);
  await windowOf(400, 800);
  expect(overflowing(root)).toEqual([]);
});
