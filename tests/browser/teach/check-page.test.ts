import { describe, expect, test } from "vitest";
import { specialValue } from "../../../lib/ticket/labels/words";
import { readTicket } from "../../../lib/ticket/read-ticket";
import { checkPage } from "../../../lib/ticket/teach/check-page";
import { type Draft, draftPage, newDraft } from "../../../lib/ticket/teach/draft";
import { suggest, suggestPlace } from "../../../lib/ticket/teach/suggest";
import { isInThread, threadSelectors } from "../../../lib/ticket/teach/thread";
import { parse, scopeOf } from "./page";

const HOST = "https://help.example.com";
const draft: Draft = {
  ...newDraft("help", 1),
  phase: "check",
  url: `${HOST}/t/41`,
  fields: {
    assignee: { sources: [{ css: ".owner" }], text: "Tess Tech" },
    number: { sources: [{ css: ".number" }], text: "41" },
    subject: { sources: [{ css: "h1" }], text: "Printer" },
  },
};
const html = (owner: string, number = "42", subject = "Phone") =>
  parse(`<main><h1>${subject}</h1><b class="number">${number}</b><b class="owner">${owner}</b></main>`);
const check = (document: Document, path = "/t/42") => checkPage(draft, document, new URL(HOST + path), "");
const problems = (document: Document) =>
  Object.fromEntries(check(document)?.fields.map(({ field, problem }) => [field, problem]) ?? []);

describe("a second ticket", () => {
  test("reads other values: it may be saved", () => {
    const checked = check(html("Rob Remote"));
    expect(checked).toMatchObject({ ok: true, url: "/t/:id(\\d+)" });
    expect(checked?.fields.map(({ now }) => now)).toEqual(["Rob Remote", "42", "Phone"]);
  });
  test("of the same person is fine", () => expect(check(html("Tess Tech"))?.ok).toBe(true));
  test.each<[string, Document, object]>([
    ["empty", html(""), { assignee: "empty" }],
    ["nobody", html("Unassigned"), { assignee: "nobody" }],
    ["me", html("Me"), { assignee: "self" }],
    ["the same number", html("Rob Remote", "41"), { number: "same" }],
    ["no number", html("Rob Remote", ""), { number: "empty" }],
    ["the same subject", html("Rob Remote", "42", "Printer"), { subject: "same" }],
  ])("%s is called out, and not saved", (_, document, expected) => {
    expect(problems(document)).toMatchObject(expected);
    expect(check(document)?.ok).toBe(false);
  });
  test.each(["/t/41", "/t", "/articles/42"])("%s is none", (path) => {
    expect(check(html("Rob Remote"), path)).toBeNull();
  });
});

test("a taught page reads nobody as nobody, in any language", () => {
  const page = draftPage(draft, "/t/:id(\\d+)");
  const read = (owner: string) =>
    readTicket(html(owner), new URL(`${HOST}/t/42`), "help", page, { id: "42" }, undefined, { specialValue });
  expect(read("Rob Remote")).toMatchObject({ assignment: "assigned", assignee: { name: "Rob Remote" } });
  for (const nobody of ["Unassigned", "Nicht zugewiesen", "—"]) {
    expect(read(nobody)).toMatchObject({ assignment: "unassigned", assignee: null });
  }
});

describe("what is never read", () => {
  const page = parse(`<div class="layout-with-messages"><main>
    <div class="css-1 comment-list"><p id="a">x</p></div>
    <div class="MessageBody_root__x1Y2z"><p id="b">x</p></div>
    <div data-testid="ticket-conversation"><p id="c">x</p></div>
    <section id="history"><p id="d">x</p></section>
    <p id="e">Tess Tech</p></main></div>`);
  test("messages, by class, part of a class, test id, id", () => {
    const found = threadSelectors(page, []);
    expect(found).toEqual(
      expect.arrayContaining([
        ".comment-list",
        '[class*="MessageBody_root"]',
        '[data-testid="ticket-conversation"]',
        "#history",
        "blockquote",
      ]),
    );
    const exclude = found.join(", ");
    for (const id of "abcd") expect(page.getElementById(id)?.closest(exclude)).not.toBeNull();
    expect(exclude.length).toBeLessThan(500);
  });
  test("a frame around the whole page is no thread, whatever it is called", () => {
    const element = page.getElementById("e") as Element;
    expect(isInThread(element)).toBe(false);
    expect(element.closest(threadSelectors(page, [element]).join(", "))).toBeNull();
    for (const id of "abcd") expect(isInThread(page.getElementById(id) as Element)).toBe(true);
  });
});

describe("what is found without pointing", () => {
  const page = parse(`<main><h1>Printer on fire</h1><p class="crumb">Ticket #42</p>
    <section class="card details"><dl><dt>Assigned to</dt><dd>Tess Tech</dd><dt>Requester</dt><dd>Ada</dd></dl></section>
    <div class="comments"><p>Assigned to: Eve</p></div></main>`);
  const found = (field: "assignee" | "number" | "subject" | "priority") =>
    suggest(field, page, scopeOf(page), "42")?.choice.text ?? null;
  test("by its label, by the id of the address, by the heading", () => {
    expect(["assignee", "number", "subject", "priority"].map((field) => found(field as "assignee"))).toEqual([
      "Tess Tech",
      "42",
      "Printer on fire",
      null,
    ]);
  });
  test("the place is behind the block of the person in charge", () => {
    const place = suggestPlace(page.querySelector("dd"), "42");
    expect([place?.element.className, place?.position]).toEqual(["card details", "after"]);
  });
});
