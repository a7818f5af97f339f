import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import formCss from "../../../components/form.css?inline";
import { PortalForm } from "../../../components/options/PortalForm";
import pageCss from "../../../components/page.css?inline";
import { newPortal, type Portal } from "../../../lib/settings/portal";
import { overflowing, problems, show, windowOf } from "./show";

const help = newPortal({ origin: "https://help.example.com", basePath: "" }, []);
async function edit(portal: Portal) {
  const onSave = vi.fn(async (_: Portal) => {});
  const view = (
    <PortalForm
      portal={portal}
      presets={[]}
      hasToken={async () => false}
      onRemoveToken={async () => {}}
      onSave={onSave}
      onCancel={() => {}}
    />
  );
  const { root } = await show(view, { css: pageCss + formCss, shadow: false });
  return { root, saved: () => onSave.mock.calls.at(-1)?.[0].note };
}
const offer = page.getByRole("checkbox", { name: "After a booking, offer to write a note to the ticket" });
const text = page.getByRole("textbox", { name: "Text of the note" });
const save = page.getByRole("button", { name: "Save" });

test("off until it is switched on; saved as it was where nothing is touched", async () => {
  const { saved } = await edit(help);
  await expect.element(offer).not.toBeChecked();
  await expect.element(text).not.toBeInTheDocument();
  await save.click();
  expect(saved()).toBeUndefined();
});

test("switched on, with a text; switched off again, the text stays", async () => {
  const { saved } = await edit(help);
  await offer.click();
  await text.fill("Call: {time}");
  await save.click();
  expect(saved()).toEqual({ offer: true, text: "Call: {time}" });
  await offer.click();
  await save.click();
  expect(saved()).toEqual({ offer: false, text: "Call: {time}" });
});

test("a text that is too long is said beside the field", async () => {
  const { saved } = await edit({ ...help, note: { offer: true } });
  await text.fill("x".repeat(2001));
  await save.click();
  await expect.element(page.getByText("At most 2,000 characters.")).toBeVisible();
  await expect.element(text).toHaveFocus();
  expect(saved()).toBeUndefined();
});

test("nothing is cut off on a narrow window, axe finds nothing", async () => {
  await windowOf(400, 900);
  const { root } = await edit({ ...help, note: { offer: true } });
  expect(overflowing(root)).toEqual([]);
  expect(await problems(root)).toEqual([]);
});
