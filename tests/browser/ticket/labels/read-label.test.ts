import { describe, expect, test } from "vitest";
import { fold } from "../../../../lib/ticket/labels/fold";
import { readLabel } from "../../../../lib/ticket/labels/read-label";
import { type LabelField, labelMeanings } from "../../../../lib/ticket/labels/words";
import { readField } from "../../../../lib/ticket/read-field";
import { languages, patterns, ticketPage, withStatus, words } from "./markup";

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const read = (html: string, field: LabelField = "assignee", exclude: string | null = null) =>
  readLabel(field, { root: parse(html), exclude });
const value = (text: string) => ({ kind: "value", text });
const NONE = { kind: "none" };
const TESS = "Tess Tech";

const markups = Object.entries(patterns);
const isStrong = (word: string) =>
  labelMeanings(word).some(({ field, strong }) => field === "assignee" && strong);

describe.each(languages.map(([code]) => code))("%s", (code) => {
  const strong = words(code, "assignee").filter(isStrong);
  const weak = [...words(code, "assigneeWeak"), ...words(code, "assignee")].filter((word) => !isStrong(word));

  test.each(markups)("assignee, %s", (_, pattern) => {
    for (const word of strong) {
      for (const label of [word, `${word}:`, `${word}\u00a0:`]) {
        const page = ticketPage(pattern(fold(label) ? label.replace(/[\s:]+$/, "") : "", TESS, "x"), code);
        expect([word, read(page)]).toEqual([word, value(TESS)]);
      }
    }
  });

  test("a weak label alone is not read, with status and priority beside it it is", () => {
    for (const word of weak) {
      for (const [name, pattern] of markups) {
        const inside = pattern(word, TESS, "x");
        expect([word, name, read(ticketPage(inside, code))]).toEqual([word, name, NONE]);
        expect([word, name, read(ticketPage(withStatus(inside, code), code))]).toEqual([
          word,
          name,
          value(TESS),
        ]);
      }
    }
  });

  test("requester, number, subject", () => {
    for (const [field, printed] of [
      ["requester", "Ada Visitor"],
      ["number", "HELP-12"],
      ["subject", "Printer on fire: again"],
    ] as const) {
      for (const word of words(code, field)) {
        if (!labelMeanings(word).some((meaning) => meaning.field === field && meaning.strong)) continue;
        const page = ticketPage(`<dl><dt>${word}:</dt><dd>${printed}</dd></dl>`, code);
        expect([word, read(page, field)]).toEqual([word, value(printed)]);
      }
    }
  });

  test("nobody, and the viewer, are not names", () => {
    const [label = ""] = strong;
    for (const word of words(code, "nobody")) {
      const page = ticketPage(`<dl><dt>${label}</dt><dd>${word}</dd></dl>`, code);
      expect([word, read(page)]).toEqual([word, { kind: "nobody" }]);
    }
    for (const word of words(code, "self")) {
      const page = ticketPage(`<dl><dt>${label}</dt><dd>${word}</dd></dl>`, code);
      expect([word, read(page)]).toEqual([word, { kind: "self" }]);
    }
    for (const word of words(code, "yesNo")) {
      const { kind } = read(ticketPage(`<dl><dt>${label}</dt><dd>${word}</dd></dl>`, code));
      expect([word, kind]).not.toEqual([word, "value"]);
    }
  });
});

const row = (label: string, inside: string) => `<dl><dt>${label}</dt><dd>${inside}</dd></dl>`;

describe("values", () => {
  test.each([
    ["a login and a name", "tess (Tess Tech)", "tess (Tess Tech)"],
    [
      "a name and an address",
      "Tess Tech <a href=mailto:t@example.com>t@example.com</a>",
      "Tess Tech <t@example.com>",
    ],
    ["a name and a linked login", "Tess Tech (<a href=/u/tess>tess</a>)", "Tess Tech (tess)"],
    ["an agent and a team", "Tess Tech / Networking", TESS],
    ["a picture", "<img alt='TT'><span class=avatar>TT</span> Tess Tech", TESS],
    ["a button", "Tess Tech <button>Zuweisen</button>", TESS],
    ["a link to assign", "Tess Tech <a href='#'>Zuweisen</a>", TESS],
    ["another", "<a href=/users/3>Tess Tech</a> <a href=/tickets/7/assign>Zuweisen</a>", TESS],
    ["edit in place", "<a href=#assign>Tess Tech</a>", null],
    ["two people", "<a href=/users/3>Tess Tech</a>, <a href=/users/4>Rob Remote</a>", null],
    ["a list", "<ul><li>Tess Tech<li>Rob Remote</ul>", null],
    ["a change", "<s>Rob Remote</s> Tess Tech", null],
    ["nothing", " ", null],
    ["a paragraph", "<p>Tess Tech</p>", null],
  ])("%s", (_, inside, text) =>
    expect(read(ticketPage(row("Assignee", inside)))).toEqual(text === null ? NONE : value(text)),
  );

  test("a choice that nobody has made is none", () => {
    const select = (options: string) => ticketPage(`<label>Assignee <select>${options}</select></label>`);
    expect(read(select("<option>Tess Tech<option>Rob Remote"))).toEqual(NONE);
    expect(read(select("<option selected>Tess Tech<option>Rob Remote"))).toEqual(value(TESS));
    expect(read(select("<option value=''>Unassigned<option>Rob Remote"))).toEqual({ kind: "nobody" });
  });
});

describe("several answers", () => {
  test("the same one is one, in its longest form", () => {
    const page = row("Assignee", "Tess Tech") + row("Assigned to", "tess (Tess Tech)");
    expect(read(ticketPage(page))).toEqual(value("tess (Tess Tech)"));
  });
  test.each([
    ["two people", row("Assignee", TESS) + row("Assigned to", "Rob Remote")],
    ["somebody and nobody", row("Assignee", TESS) + row("Assignee", "Unassigned")],
    ["a list", row("Assignee", TESS).repeat(4)],
    ["people of one first name", row("Assignee", "Tess Tech") + row("Assignee", "Tess Other")],
  ])("%s are none", (_, inside) => expect(read(ticketPage(inside))).toEqual(NONE));
  test("a strong label goes before a weak one", () => {
    const page = row("Owner", "Ada Visitor") + row("Assignee", TESS);
    expect(read(ticketPage(withStatus(page, "en")))).toEqual(value(TESS));
  });
});

test("a known value is a second signal", () => {
  const root = parse(ticketPage(row("Owner", TESS)));
  const known = (name: string) =>
    readLabel("assignee", { root, exclude: null, isKnown: (text) => text === name });
  expect(known("Rob Remote")).toEqual(NONE);
  expect(known(TESS)).toEqual(value(TESS));
});

test("the page's own exclusion counts", () => {
  const page = ticketPage(`<div class="own">${row("Assignee", TESS)}</div>`);
  expect(read(page)).toEqual(value(TESS));
  expect(read(page, "assignee", ".own")).toEqual(NONE);
});

test("as a source of a field; another source may follow", () => {
  const root = parse(ticketPage(row("Assignee", TESS)));
  const scope = { root, exclude: null, groups: { id: "7" }, labels: readLabel };
  expect(readField([{ label: "assignee" }], scope)).toBe(TESS);
  expect(readField([{ label: "number" }, { url: "id" }], scope)).toBe("7");
  expect(readField([{ label: "requester" }], scope)).toBeNull();
  expect(readField([{ label: "assignee" }], { ...scope, labels: undefined })).toBeNull();
});
