import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import formCss from "../../../components/form.css?inline";
import { PageForm } from "../../../components/options/PageForm";
import pageCss from "../../../components/page.css?inline";
import optionsCss from "../../../entrypoints/options/options.css?inline";
import { PageDefinition } from "../../../lib/ticket/page-definition";
import { overflowing, problems, show, windowOf } from "./show";

const definition = PageDefinition.parse({
  kind: "ticket",
  url: "/t/:id(\\d+)",
  exclude: ".messages",
  fields: {
    assignee: [{ label: "assignee" }, { css: ".owner" }],
    category: [{ css: ".category" }],
  },
  place: [{ at: ".sidebar", position: "append" }],
});
const showForm = (onSave = vi.fn(async () => undefined)) =>
  show(<PageForm page={definition} onSave={onSave} onCancel={vi.fn()} />, {
    css: pageCss + formCss + optionsCss,
    shadow: false,
  });
const save = () => page.getByRole("button", { name: "Save" }).click();

test("what the form does not show is kept", async () => {
  const onSave = vi.fn(async () => undefined);
  await showForm(onSave);
  await page.getByLabelText("Ticket number").fill('{"css": "h1", "match": "#(\\\\d+)"}\nurl id');
  await save();
  expect(onSave).toHaveBeenCalledWith({
    ...definition,
    fields: { ...definition.fields, number: [{ css: "h1", match: "#(\\d+)" }, { url: "id" }] },
  });
});

test.each([
  ["Address", "/t/7", "contain :id"],
  ["Address", "/t/:id(", "does not understand"],
  ["In charge", "label assignee\ncss ..", "Line 2 is no CSS selector: .."],
  ["In charge", "owner", "Line 1 begins with none of"],
  ["In charge", "label boss", "Line 1: the labels are"],
  ["Never read inside (CSS selector)", "..", "no CSS selector"],
  [/^Where the card goes/, "beside .x", "Line 1 does not begin with"],
])("%s “%s”: what is wrong, beside the field, with the focus", async (label, text, problem) => {
  const onSave = vi.fn(async () => undefined);
  await showForm(onSave);
  const field = page.getByLabelText(label, { exact: true });
  await field.fill(text);
  await save();
  await expect.element(page.getByText(problem)).toBeVisible();
  await expect.element(field).toHaveFocus();
  expect(onSave).not.toHaveBeenCalled();
});

test("for everybody", async () => {
  await windowOf(320, 640);
  const { root } = await showForm();
  await page.getByLabelText("In charge", { exact: true }).fill("owner");
  await save();
  expect(await problems(root)).toEqual([]);
  expect(overflowing(root)).toEqual([]);
});
