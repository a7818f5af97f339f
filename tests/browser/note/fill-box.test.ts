import { afterEach, expect, test } from "vitest";
import { fillBox } from "../../../lib/note/fill-box";
import { presetById } from "../../../lib/ticket/presets";

const root = document.createElement("div");
document.body.append(root);
afterEach(() => root.replaceChildren());

function fill(preset: string, html: string, visibility: "internal" | "public" = "internal") {
  root.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  const recipe = presetById(preset)?.pages[0]?.note;
  if (!recipe || !("box" in recipe)) throw new Error("no box");
  return fillBox(document, recipe, "One\n<b>Two</b>", visibility);
}
const redmine = (tick: string) =>
  `<form id="issue-form"><textarea id="issue_notes"></textarea>${tick}</form>`;
const tick = (checked = "") => `<input type="checkbox" id="issue_private_notes" ${checked}>`;
const find = <E extends Element>(css: string) => root.querySelector<E>(css) as E;

test("Redmine: text and tick, and the page's scripts learn of both", () => {
  const told: string[] = [];
  for (const type of ["input", "change"]) root.addEventListener(type, () => told.push(type), { once: true });
  expect(fill("redmine", redmine(tick()))).toEqual({ kind: "filled", internal: true });
  expect(find<HTMLTextAreaElement>("#issue_notes").value).toBe("One\n<b>Two</b>");
  expect(find<HTMLInputElement>("#issue_private_notes").checked).toBe(true);
  expect(told).toEqual(["input", "change"]);
});

test("Redmine: a tick that is set stays set; for a public note it goes", () => {
  expect(fill("redmine", redmine(tick("checked")))).toEqual({ kind: "filled", internal: true });
  expect(fill("redmine", redmine(tick("checked")), "public")).toEqual({ kind: "filled", internal: false });
});

test("Redmine: without the right to private notes it is said that it is public", () => {
  expect(fill("redmine", redmine(""))).toEqual({ kind: "filled", internal: false });
});

test("Redmine: without the right to write there is no box", () => {
  expect(fill("redmine", "<p>No form here</p>")).toEqual({ kind: "no-box" });
});

test("osTicket: text field and editor, as text, always internal", () => {
  const editor = '<div class="redactor-box"><div class="redactor-in" contenteditable></div></div>';
  const html = `<form id="note">${editor}<textarea id="internal_note"></textarea></form>`;
  expect(fill("osticket", html)).toEqual({ kind: "filled", internal: true });
  expect([...find(".redactor-in").children].map(({ textContent }) => textContent)).toEqual([
    "One",
    "<b>Two</b>",
  ]);
  expect(find<HTMLTextAreaElement>("#internal_note").value).toBe("One\n<b>Two</b>");
});
