import { describe, expect, onTestFinished, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { createRowButton, type RowButtonContent } from "../../../entrypoints/overlay.content/row-button";
import { problems } from "../components/show";

const content: RowButtonContent = {
  label: "Book Audition",
  name: "Book Audition about #7 with Noor Haddad",
  title: "",
  booked: false,
  busy: false,
  problem: null,
};

/** A row of a portal with the button in it. */
function show(given: Partial<RowButtonContent> = {}, dark = false) {
  const onClick = vi.fn();
  const onRow = vi.fn();
  const table = document.createElement("table");
  const cell = table.createTBody().insertRow().insertCell();
  table.addEventListener("click", onRow);
  table.addEventListener("keydown", onRow);
  document.body.style.background = dark ? "#14181f" : "#fff";
  document.body.style.color = dark ? "#fff" : "#14181f";
  document.body.append(table);
  onTestFinished(() => {
    table.remove();
    document.body.removeAttribute("style");
  });
  const button = createRowButton(onClick);
  button.show({ ...content, ...given }, `--colour: ${dark ? "#9ec1ff" : "#1d4ed8"}; --hover-text: #fff`);
  cell.append("Noor Haddad", button.element);
  const inner = button.element.shadowRoot?.querySelector("button");
  if (!inner) throw new Error("no button");
  return { inner, cell, onClick, onRow, ...button };
}

describe.each([false, true])("nothing that axe finds wrong (dark: %s)", (dark) => {
  test.each<[string, Partial<RowButtonContent>]>([
    ["to be clicked", {}],
    ["busy", { busy: true }],
    [
      "booked",
      {
        booked: true,
        label: "Call: 14:00",
        name: "Call: 14:00. Book another call about #7",
        title: "Call booked",
      },
    ],
    ["with a problem", { problem: "The calendar could not be opened: offline" }],
  ])("%s", async (_, given) => {
    expect(await problems(show(given, dark).cell)).toEqual([]);
  });
});

test("a person's click counts, and is none on the row", async () => {
  const { inner, onClick, onRow } = show();
  await userEvent.click(inner);
  inner.focus();
  await userEvent.keyboard("{Enter}");
  expect(onClick).toHaveBeenCalledTimes(2);
  expect(onRow).not.toHaveBeenCalled();
});

test("the page's clicks count for nothing, and a busy button's neither", async () => {
  const { inner, onClick, show: showAgain } = show();
  inner.click();
  inner.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  showAgain({ ...content, busy: true }, "");
  await userEvent.click(inner, { force: true });
  expect(onClick).not.toHaveBeenCalled();
});

test("its name begins with what is written on it, as speech input needs it", () => {
  const { inner } = show();
  expect(inner.getAttribute("aria-label")?.startsWith(inner.textContent)).toBe(true);
  expect(inner.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
});
