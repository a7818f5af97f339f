import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import formCss from "../../../components/form.css?inline";
import { NoteForm, type NoteFormProps } from "../../../components/NoteForm";
import noteCss from "../../../components/note.css?inline";
import pageCss from "../../../components/page.css?inline";
import type { NoteResult } from "../../../lib/note/result";
import { ARABIC, LONG, overflowing, problems, show, windowOf } from "./show";

const css = pageCss + formCss + noteCss;
function props({
  offer,
  ...given
}: Partial<Omit<NoteFormProps, "offer">> & { offer?: object } = {}): NoteFormProps {
  return {
    offer: {
      text: "Call booked.",
      how: "write",
      canBePublic: true,
      canSetStatus: false,
      noted: null,
      ...offer,
    },
    onWrite: vi.fn(async (): Promise<NoteResult> => ({ kind: "written" })),
    onStatuses: vi.fn(async () => [
      { value: "open", name: "open" },
      { value: "resolved", name: "resolved" },
    ]),
    onCopy: vi.fn(async () => true),
    onLater: vi.fn(),
    ...given,
  };
}
const showForm = (given: NoteFormProps, options = {}) =>
  show(<NoteForm {...given} />, { css, shadow: false, ...options });
const button = (name: string) => page.getByRole("button", { name, exact: true });

test("a click writes what stands there, internal unless chosen otherwise", async () => {
  const given = props();
  await showForm(given);
  await page.getByRole("textbox", { name: "Note" }).fill(" We speak on Monday. ");
  await button("Write").click();
  expect(given.onWrite).toHaveBeenCalledWith("We speak on Monday.", "internal", null);
  await expect.element(page.getByRole("status")).toHaveTextContent("The note is on the ticket.");
  await expect.element(button("Write")).not.toBeInTheDocument();
});

test("a reply for customers is a choice, where there is one", async () => {
  const given = props();
  const { show: again } = await showForm(given);
  await page.getByRole("radio", { name: "Reply: customers see it" }).click();
  await button("Write").click();
  expect(given.onWrite).toHaveBeenCalledWith("Call booked.", "public", null);
  await again(<NoteForm key="other" {...props({ offer: { canBePublic: false } })} />);
  await expect.element(page.getByRole("radio")).not.toBeInTheDocument();
  await expect.element(page.getByText("It is an internal note: customers do not see it.")).toBeVisible();
});

describe("the ticket's status", () => {
  const also = page.getByRole("checkbox", { name: "Also set the ticket’s status" });
  const status = page.getByRole("combobox", { name: "New status" });

  test("is not asked for, and stays, unless somebody wants it", async () => {
    const given = props({ offer: { canSetStatus: true } });
    await showForm(given);
    await expect.element(also).not.toBeChecked();
    expect(given.onStatuses).not.toHaveBeenCalled();
    await button("Write").click();
    expect(given.onWrite).toHaveBeenCalledWith("Call booked.", "internal", null);
  });
  test("is confirmed with the note, once it is chosen", async () => {
    const onWrite = vi.fn(
      async (): Promise<NoteResult> => ({
        kind: "written",
        status: { name: "resolved", outcome: "changed" },
      }),
    );
    const given = props({ offer: { canSetStatus: true }, onWrite });
    const { root } = await showForm(given);
    await also.click();
    await expect.element(status).toBeVisible();
    await button("Write").click({ force: true });
    expect(onWrite).not.toHaveBeenCalled();
    await status.selectOptions("resolved");
    expect(await problems(root)).toEqual([]);
    await button("Write").click();
    expect(onWrite).toHaveBeenCalledWith("Call booked.", "internal", { value: "resolved", name: "resolved" });
    await expect.element(page.getByText("and its status is “resolved” now")).toHaveClass("good");
  });
  test("that could not be changed is said, beside the note that is there", async () => {
    const onWrite = vi.fn(
      async (): Promise<NoteResult> => ({
        kind: "written",
        status: { name: "resolved", outcome: "refused", code: 403 },
      }),
    );
    await showForm(props({ offer: { canSetStatus: true }, onWrite }));
    await also.click();
    await status.selectOptions("resolved");
    await button("Write").click();
    const said =
      "The note is on the ticket; its status could not be changed to “resolved”: the portal refused it (403).";
    await expect.element(page.getByText(said)).toHaveClass("problem");
  });
  test("that the portal does not tell: the note can be written without", async () => {
    const given = props({ offer: { canSetStatus: true }, onStatuses: async () => null });
    await showForm(given);
    await also.click();
    await expect.element(page.getByText("The portal does not tell which statuses")).toBeVisible();
    await expect.element(also).not.toBeChecked();
    await button("Write").click();
    expect(given.onWrite).toHaveBeenCalledWith("Call booked.", "internal", null);
  });
});

test("a script's click is no confirmation, an empty note is none", async () => {
  const given = props();
  const { root } = await showForm(given);
  root.querySelector<HTMLButtonElement>("button.primary")?.click();
  await page.getByRole("textbox", { name: "Note" }).fill("  ");
  await button("Write").click({ force: true });
  expect(given.onWrite).not.toHaveBeenCalled();
});

describe("afterwards", () => {
  test.each([
    ["unsaved", true],
    ["not-signed-in", true],
    ["offline", true],
    ["no-page", true],
    ["unknown", false],
    ["already", false],
  ] as const)("%s: the text stays and can be copied; again: %s", async (kind, again) => {
    const given = props({ onWrite: async () => ({ kind }) });
    const { root } = await showForm(given);
    await page.getByRole("textbox", { name: "Note" }).fill("Mine");
    await button("Write").click();
    await expect.element(button("Copy note")).toBeVisible();
    await vi.waitFor(() => expect(root.querySelector("[role=status]")?.textContent).not.toBe(""));
    expect(root.querySelectorAll("button.primary")).toHaveLength(again ? 1 : 0);
    await button("Copy note").click();
    expect(given.onCopy).toHaveBeenCalledWith("Mine");
    await expect.element(page.getByRole("status")).toHaveTextContent("Note copied.");
  });
});

test.each([
  ["fill", "Put a note into the ticket’s note box?", ["Fill in", "Copy note", "Not now"]],
  ["copy", "Copy a note for the ticket?", ["Copy note", "Not now"]],
])("%s: says so", async (how, heading, names) => {
  const { root } = await showForm(props({ offer: { how } }));
  await expect.element(page.getByRole("heading")).toHaveTextContent(heading);
  expect([...root.querySelectorAll("button")].map(({ textContent }) => textContent)).toEqual(names);
});

test.each([
  [400, false, "ltr"],
  [320, true, "rtl"],
] as const)("%i px, dark %s, %s: nothing is cut off, axe finds nothing", async (width, dark, direction) => {
  await windowOf(width, 700);
  const text = direction === "rtl" ? ARABIC : LONG;
  const { root } = await showForm(props({ offer: { text } }), { dark, direction });
  expect(overflowing(root)).toEqual([]);
  expect(await problems(root)).toEqual([]);
});
