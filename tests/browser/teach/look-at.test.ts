import { describe, expect, test } from "vitest";
import { readField } from "../../../lib/ticket/read-field";
import type { TaughtField } from "../../../lib/ticket/teach/draft";
import { parse, pointAt, recorded, scopeOf } from "./page";

describe("taught on one page, right on another one", () => {
  test.each<[from: string, to: string, field: TaughtField, css: string, read: string, there: string]>([
    [
      "redmine/recorded/assigned",
      "redmine/recorded/assigned-german",
      "assignee",
      ".assigned-to .value a",
      "Tess Tech",
      "Tess Tech",
    ],
    [
      "redmine/recorded/assigned",
      "redmine/recorded/hostile",
      "assignee",
      ".assigned-to .value a",
      "Tess Tech",
      "Tess Tech",
    ],
    [
      "request-tracker/recorded/agent-assigned",
      "request-tracker/recorded/agent-hostile",
      "assignee",
      ".form-row.owner .value",
      "tess (Tess Tech)",
      "tess (Tess Tech)",
    ],
    [
      "shapes/freescout/assigned",
      "shapes/freescout/assigned-de",
      "assignee",
      "#conv-assignee .conv-info-val span",
      "Rob Remote",
      "Rob Remote",
    ],
    [
      "shapes/freescout/assigned",
      "shapes/freescout/assigned-outside",
      "number",
      ".conv-numnav strong",
      "1031",
      "1031",
    ],
    [
      "shapes/uvdesk/agent-assigned",
      "shapes/uvdesk/agent-hostile",
      "assignee",
      ".agent-info .name",
      "Tess Tech",
      "Rob Remote",
    ],
    [
      "shapes/znuny/agent-assigned",
      "shapes/znuny/agent-assigned-de",
      "assignee",
      "p.Value[title='Tess Tech (tess)']",
      "Tess Tech",
      "Tess Tech",
    ],
    [
      "shapes/znuny/agent-assigned",
      "shapes/znuny/agent-hostile",
      "number",
      ".Headline h1",
      "2026112110000015",
      "2026112110000015",
    ],
    [
      "shapes/osticket/agent-assigned",
      "shapes/osticket/agent-assigned-de",
      "assignee",
      "#field_assign",
      "Tess Tech",
      "Tess Tech",
    ],
    [
      "shapes/jira/cloud-assigned",
      "shapes/jira/cloud-assigned-german",
      "assignee",
      "[data-testid='issue.views.field.user.assignee'] ._1wyb1crf",
      "Tess Tech",
      "Tess Tech",
    ],
    [
      "shapes/jira/cloud-assigned",
      "shapes/jira/cloud-hostile",
      "assignee",
      "[data-testid='issue.views.field.user.assignee'] ._1wyb1crf",
      "Tess Tech",
      "Tess Tech",
    ],
    [
      "shapes/freshdesk/assigned",
      "shapes/freshdesk/hostile",
      "assignee",
      "[data-test-id='Agent'] .ember-power-select-selected-item",
      "Tess Tech",
      "Tess Tech",
    ],
  ])("%s → %s: %s", (from, to, field, css, read, there) => {
    const looked = pointAt(recorded(from), field, css);
    expect(looked).toMatchObject({ ok: true, choice: { text: read } });
    if (looked.ok) expect(readField(looked.choice.sources, scopeOf(recorded(to)))).toBe(there);
  });
});

describe("the selector is made of what will be there tomorrow", () => {
  const page = (value: string) =>
    parse(`<main><section class="css-1x2y3z ticket-panel"><div class="sc-bdVaJa">
      <i class="css-99zz1">x</i>${value}</div></section><p class="css-99zz1">y</p></main>`);
  test.each([
    ['<b data-testid="owner" class="css-5k1" id="u4711">Tess Tech</b>', '[data-testid="owner"]'],
    ['<b class="css-5k1 ticket-owner is-active">Tess Tech</b>', ".ticket-owner"],
    ['<b id="owner_name" class="css-5k1">Tess Tech</b>', "#owner_name"],
    ['<b class="css-5k1" data-user="tess" title="Tess Tech">Tess Tech</b>', ".ticket-panel b"],
    ['<b id="ticket-42-owner" class="user-tess">Tess Tech</b>', ".ticket-panel b"],
    ['<input name="owner" value="Tess Tech">', '[name="owner"]'],
  ])("%s → %s", (value, css) => {
    const looked = pointAt(page(value), "assignee", "b, input");
    expect(looked).toMatchObject({ ok: true, choice: { sources: [{ css }], text: "Tess Tech" } });
  });

  test("a label that says the same comes first", () => {
    const html = (name: string, more = "") =>
      parse(`<main><dl class="css-1x2">${more}<dt>Assigned to</dt><dd>${name}</dd></dl></main>`);
    const looked = pointAt(html("Tess Tech"), "assignee", "dd");
    if (!looked.ok) throw new Error(looked.problem);
    expect(looked.choice.sources).toEqual([
      { label: "assignee" },
      expect.objectContaining({ css: expect.any(String) }),
    ]);
    const other = html("Rob Remote", "<dt>Priority</dt><dd>High</dd>");
    expect(readField(looked.choice.sources, scopeOf(other))).toBe("Rob Remote");
  });

  test("a mail link gives the address as well", () => {
    const document = parse(
      '<main><p class="owner"><a href="mailto:tess@example.com?subject=x">Tess Tech</a></p></main>',
    );
    const looked = pointAt(document, "assignee", "a");
    if (!looked.ok) throw new Error(looked.problem);
    expect(readField(looked.choice.email, scopeOf(document))).toBe("tess@example.com");
  });

  test.each([
    ["Ticket #42: Printer", "42"],
    ["HD-42 – Printer", "HD-42"],
    ["Case 42 (3 replies)", "42"],
  ])("a number among other words: %s", (text, number) => {
    const looked = pointAt(parse(`<main><h1>${text}</h1></main>`), "number", "h1");
    expect(looked).toMatchObject({ ok: true, choice: { text: number } });
  });

  test("a name behind its label in one element", () => {
    const document = parse("<main><p class='owner'>Assigned to: Tess Tech</p></main>");
    expect(pointAt(document, "assignee", "p")).toMatchObject({ ok: true, choice: { text: "Tess Tech" } });
  });
});

describe("what cannot be taken says why", () => {
  test.each<[string, TaughtField, string]>([
    ['<div class="message"><p><b>Tess Tech</b></p></div>', "assignee", "thread"],
    ['<div data-testid="issue.activity.comments-list"><b>Tess Tech</b></div>', "assignee", "thread"],
    ["<b>Nobody</b>", "assignee", "nobody"],
    ["<b>Nicht zugewiesen</b>", "assignee", "nobody"],
    ["<b>Me</b>", "assignee", "self"],
    ["<b>Assigned to</b>", "assignee", "label"],
    ["<b> </b>", "assignee", "empty"],
    ["<b>The printer is on fire. Please come.</b>", "assignee", "not-a-person"],
    [`<b>${"Tess Tech ".repeat(40)}</b>`, "assignee", "too-much"],
    ["<b>Printer</b>", "number", "not-a-number"],
    ["<b><canvas></canvas></b>", "assignee", "empty"],
  ])("%s as %s: %s", (html, field, problem) => {
    expect(pointAt(parse(`<main>${html}</main>`), field, "b")).toEqual({ ok: false, problem });
  });
  test.each(["iframe", "img", "canvas", "script"])("<%s>: no text", (name) => {
    expect(pointAt(parse(`<main><${name}></${name}></main>`), "assignee", name)).toEqual({
      ok: false,
      problem: "no-text",
    });
  });
  test("our own card", () => {
    const document = parse("<main><callcard-card>x</callcard-card></main>");
    expect(pointAt(document, "assignee", "callcard-card")).toEqual({ ok: false, problem: "own" });
  });
});
