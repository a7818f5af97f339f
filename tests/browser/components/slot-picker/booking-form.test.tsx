import { useState } from "preact/hooks";
import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { BookingForm, type BookingFormProps } from "../../../../components/slot-picker/BookingForm";
import { show } from "../show";
import { css } from "./given";

const NOTES = "Looking for help with Ticket #7 — Printer is on fire";
const given = (own: Partial<BookingFormProps> = {}): BookingFormProps => ({
  typed: { name: "", email: "", notes: NOTES },
  onInput: vi.fn(),
  onSubmit: vi.fn(),
  submit: "Create my booking link",
  sending: null,
  problem: null,
  onBack: vi.fn(),
  ...own,
});
function KeptForm(own: Partial<BookingFormProps>) {
  const [typed, setTyped] = useState(own.typed ?? given().typed);
  return <BookingForm {...given(own)} typed={typed} onInput={setTyped} />;
}
const showForm = (own: Partial<BookingFormProps> = {}) => show(<KeptForm {...own} />, { css, shadow: false });
const name = page.getByRole("textbox", { name: "Name" });
const email = page.getByRole("textbox", { name: "E-mail" });
const notes = page.getByRole("textbox", { name: "Notes (optional)" });
const submit = page.getByRole("button", { name: "Create my booking link" });

test("begins in the first field, with the ticket's notes", async () => {
  await showForm();
  await expect.element(name).toHaveFocus();
  await expect.element(notes).toHaveValue(NOTES);
  await expect.element(name).toHaveAttribute("autocomplete", "name");
  await expect.element(email).toHaveAttribute("autocomplete", "email");
});

test("hands over what was typed, trimmed, by keyboard alone", async () => {
  const onSubmit = vi.fn();
  await showForm({ onSubmit });
  await expect.element(name).toHaveFocus();
  await userEvent.keyboard(" Ada Lovelace {Tab}ada@example.com {Enter}");
  expect(onSubmit.mock.calls).toEqual([[{ name: "Ada Lovelace", email: "ada@example.com", notes: NOTES }]]);
});

describe("what is wrong stands beside its field", () => {
  test("and the first such field gets the focus", async () => {
    const onSubmit = vi.fn();
    await showForm({ onSubmit, typed: { name: "", email: "ada@", notes: "" } });
    await submit.click();
    expect(onSubmit).not.toHaveBeenCalled();
    await expect.element(name).toHaveFocus();
    await expect.element(name).toHaveAccessibleDescription("Enter a name.");
    await expect.element(email).toHaveAttribute("aria-invalid", "true");
    await expect
      .element(email)
      .toHaveAccessibleDescription("This is not an e-mail address. It looks like tess@example.com.");
    await userEvent.keyboard("Ada");
    await expect.element(name).not.toHaveAttribute("aria-invalid");
    await expect.element(email).toHaveAttribute("aria-invalid", "true"); // still
  });
  test.each<[Partial<BookingFormProps["typed"]>, string]>([
    [{ email: "" }, "Enter an e-mail address."],
    [{ name: "a".repeat(201) }, "This is longer than 200 characters."],
    [{ notes: "n".repeat(2001) }, "The notes are longer than 2,000 characters."],
  ])("%o", async (own, problem) => {
    const { text } = await showForm({ typed: { name: "Ada", email: "ada@example.com", notes: "", ...own } });
    await submit.click();
    await vi.waitFor(() => expect(text()).toContain(problem));
  });
});

describe("while it is being sent", () => {
  test("that is said, what was typed stays, and nothing is sent twice", async () => {
    const typed = { name: "Ada", email: "ada@example.com", notes: "VPN" };
    const own = { typed, onSubmit: vi.fn(), onBack: vi.fn() };
    const { root, show: again } = await showForm(own);
    await again(<KeptForm {...own} sending="Calendly is making the link …" />);
    expect(root.querySelector("[role=status]")?.textContent).toBe("Calendly is making the link …");
    await expect.element(submit).toHaveAttribute("aria-disabled", "true");
    await email.click();
    await userEvent.keyboard("{Enter}");
    (submit.element() as HTMLElement).click();
    root.querySelector<HTMLElement>(".buttons button:last-child")?.click();
    expect(own.onSubmit).not.toHaveBeenCalled();
    expect(own.onBack).not.toHaveBeenCalled();
    await expect.element(notes).toHaveValue("VPN");
  });
  test("what went wrong is announced, with what can be done; what was typed stays", async () => {
    const typed = { name: "Ada", email: "ada@example.com", notes: "VPN" };
    const run = vi.fn();
    const { root, show: again } = await showForm({ typed });
    const alert = root.querySelector("[role=alert]"); // there before, so that its text is heard
    await userEvent.fill(name, "Ada L.");
    await again(
      <KeptForm
        typed={typed}
        problem={{ text: "This time is taken.", action: { label: "See free times", run } }}
      />,
    );
    expect(alert?.textContent).toContain("This time is taken.");
    await page.getByRole("button", { name: "See free times" }).click();
    expect(run).toHaveBeenCalledTimes(1);
    await expect.element(name).toHaveValue("Ada L.");
  });
});

test("back to the slots", async () => {
  const onBack = vi.fn();
  await showForm({ onBack });
  await page.getByRole("button", { name: "Choose another time" }).click();
  expect(onBack).toHaveBeenCalledTimes(1);
});
