import { render } from "preact";
import { useState } from "preact/hooks";
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { Choice } from "../../../components/options/Choice";

afterEach(() => {
  render(null, document.body);
});

/** A section that looks anew at something else before its value is stored. */
function Section({ store }: { store(checked: boolean, done: () => void): void }) {
  const [stored, setStored] = useState(false);
  const [, lookAnew] = useState(0);
  return (
    <Choice
      text="Keep it"
      hint={null}
      checked={stored}
      onChange={(checked) => {
        store(checked, () => setStored(checked));
        lookAnew((looks) => looks + 1);
      }}
    />
  );
}

test("stays as chosen while it is being stored, whatever else the section does", async () => {
  let done: () => void = () => undefined;
  render(<Section store={(_, stored) => (done = stored)} />, document.body);
  const box = page.getByRole("checkbox", { name: "Keep it" });
  await box.click();
  await expect.element(box).toBeChecked();
  done();
  await expect.element(box).toBeChecked();
});

test("goes back to what is stored when the browser refuses", async () => {
  render(<Section store={() => undefined} />, document.body);
  const box = page.getByRole("checkbox", { name: "Keep it" });
  await box.click();
  await expect.element(box).not.toBeChecked();
});
