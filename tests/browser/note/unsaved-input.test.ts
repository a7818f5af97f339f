import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { watchUnsavedInput } from "../../../lib/note/unsaved-input";

const watch = watchUnsavedInput(document);
const root = document.createElement("div");
document.body.append(root);
afterEach(() => root.replaceChildren());

/** Puts markup into the page. @returns the element with the id `x` */
function given<E extends HTMLElement = HTMLElement>(html: string): E {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  root.replaceChildren(...parsed.body.childNodes);
  return root.querySelector<E>("#x") as E;
}

test.each([
  '<textarea id="x">As it came.</textarea>',
  '<input id="x" value="As it came">',
  '<input id="x" value="0" type="number">',
])("%s: nothing, until somebody types; nothing again once it is as it was", async (html) => {
  const field = given<HTMLInputElement>(html);
  const before = field.value;
  expect(watch.hasUnsaved()).toBe(false);
  await userEvent.fill(field, "12");
  expect(watch.hasUnsaved()).toBe(true);
  await userEvent.fill(field, before);
  expect(watch.hasUnsaved()).toBe(false);
});

test.each([
  '<form role="search"><input id="x"></form>',
  '<input id="x" type="search">',
  '<input id="x" name="q">',
  '<form action="/search"><input id="x"></form>',
  '<input id="x" name="query">',
])("%s: a search is no input", async (html) => {
  await userEvent.fill(given(html), "printer");
  expect(watch.hasUnsaved()).toBe(false);
});

test("what a browser has brought back counts without typing", () => {
  given<HTMLTextAreaElement>('<textarea id="x"></textarea>').value = "Half a reply";
  expect(watch.hasUnsaved()).toBe(true);
});

test("what a script keeps in a field, or in one that is hidden, does not", () => {
  given<HTMLInputElement>('<input id="x">').value = "Subject of a single-page application";
  expect(watch.hasUnsaved()).toBe(false);
  given<HTMLTextAreaElement>('<textarea id="x" hidden></textarea>').value = "A copy for the server";
  expect(watch.hasUnsaved()).toBe(false);
});

test("an editor in the page counts once somebody has typed into it", async () => {
  const editor = given('<div id="x" contenteditable>Printed by the page</div>');
  expect(watch.hasUnsaved()).toBe(false);
  await userEvent.type(editor, "!");
  expect(watch.hasUnsaved()).toBe(true);
  editor.textContent = "";
  expect(watch.hasUnsaved()).toBe(false);
});

test("a field in a shadow root", async () => {
  const host = given('<div id="x"></div>');
  const field = document.createElement("textarea");
  host.attachShadow({ mode: "open" }).append(field);
  await userEvent.fill(field, "x");
  expect(watch.hasUnsaved()).toBe(true);
});

test.each([
  [
    "TinyMCE",
    '<textarea id="reply" hidden>&lt;p&gt;Regards, Tess&lt;/p&gt;</textarea><iframe id="reply_ifr"></iframe>',
  ],
  [
    "CKEditor",
    '<textarea id="reply" hidden>&lt;p&gt;Regards, Tess&lt;/p&gt;</textarea><div id="cke_reply" class="cke"><iframe></iframe></div>',
  ],
])("%s: a signature that was there is no input, a sentence is", (_, html) => {
  given(html);
  const body = root.querySelector("iframe")?.contentDocument?.body as HTMLElement;
  body.contentEditable = "true";
  body.textContent = "Regards,\u00a0Tess ";
  expect(watch.hasUnsaved()).toBe(false);
  body.textContent = "Hello. Regards, Tess";
  expect(watch.hasUnsaved()).toBe(true);
});
