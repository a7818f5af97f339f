import { describe, expect, test } from "vitest";
import { explainReading } from "../../../lib/ticket/explain-reading";
import type { FieldSource } from "../../../lib/ticket/page-definition";
import { readField, readFields, select, type Trace } from "../../../lib/ticket/read-field";

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const read = (html: string, ...sources: FieldSource[]) =>
  readField(sources, { root: parse(html), exclude: ".message", groups: { id: "7" } });

test.each<[string, string, FieldSource[], string | null]>([
  ["text", "<p>Tess</p>", [{ css: "p" }], "Tess"],
  ["folded", "<p> Tess \n\t Tech\u00a0</p>", [{ css: "p" }], "Tess Tech"],
  ["without invisible marks", "<p>Te\u200bss\u202e</p>", [{ css: "p" }], "Tess"],
  ["of the first match with a text", "<p></p><p>Tess</p>", [{ css: "p" }], "Tess"],
  ["of the first source that answers", "<b>Tess</b>", [{ css: "p" }, { css: "b" }, { url: "id" }], "Tess"],
  ["of the address", "<p></p>", [{ css: "p" }, { url: "id" }], "7"],
  ["of no group", "", [{ url: "number" }], null],
  ["of nothing", "<p>Tess</p>", [{ css: "b" }], null],
  ["attribute", "<p title=' a  b '>x</p>", [{ css: "p", attr: "title" }], "a b"],
  ["attribute that is missing", "<p>x</p>", [{ css: "p", attr: "title" }], null],
  ["expression", "<p>#7: Printer</p>", [{ css: "p", match: "^#\\d+: (.+)$" }], "Printer"],
  ["expression without a match", "<p>Printer</p>", [{ css: "p", match: "^#\\d+: (.+)$" }], null],
  ["expression with an optional group", "<p>#7</p>", [{ css: "p", match: "^#\\d+(: .+)?$" }], null],
  [
    "attribute that says more than the text",
    "<p title='Mail (Web)'>Mail (Web)</p><p title='Mail'>Tess</p><p title='x'></p><p title='Tess (t)'>Tess</p>",
    [{ css: "p", attr: "title", beyondText: true }],
    "Tess (t)",
  ],
  [
    "of the same text as another element",
    "<b>Tess</b><li title=r>Rob</li><li title=t>Tess</li><li title=t>Tess</li>",
    [{ css: "li", attr: "title", sameTextAs: "b" }],
    "t",
  ],
  [
    "of the same text as another element, with two answers",
    "<b>Tess</b><li title=t>Tess</li><li title=u>Tess</li>",
    [{ css: "li", attr: "title", sameTextAs: "b" }],
    null,
  ],
  [
    "of the same text as an element that is missing or in a message",
    "<div class=message><b>Tess</b></div><li title=t>Tess</li><li title=u></li>",
    [{ css: "li", attr: "title", sameTextAs: "b" }],
    null,
  ],
  ["input", "<input value='Tess'>", [{ css: "input" }], "Tess"],
  ["choice", "<select><option>a<option selected>b</select>", [{ css: "select" }], "b"],
  ["text area", "<textarea>Tess</textarea>", [{ css: "textarea" }], "Tess"],
  [
    "without buttons and scripts",
    "<p>Tess <button>Edit</button><script>1</script></p>",
    [{ css: "p" }],
    "Tess",
  ],
  ["without a message inside", "<p>Tess <span class=message>Evil</span></p>", [{ css: "p" }], "Tess"],
  ["in a message", "<div class=message><p>Evil</p></div>", [{ css: "p" }], null],
  ["the message itself", "<p class=message>Evil</p>", [{ css: "p" }], null],
])("%s", (_, html, sources, text) => expect(read(html, ...sources)).toBe(text));

test("long texts are cut", () => {
  expect(read(`<p>${"x".repeat(20_000)}</p>`, { css: "p" })).toHaveLength(500);
});

test("a field with several values has those of the first source that answers", () => {
  const scope = { root: parse("<li>a</li><li> </li><li>b</li><p>c</p>"), exclude: null, groups: {} };
  expect(readFields([{ css: "i" }, { css: "li" }, { css: "p" }], scope)).toEqual(["a", "b"]);
  expect(readFields(undefined, scope)).toEqual([]);
});

test("which source answered is told where it is asked for", () => {
  const trace: Trace = new Map();
  const scope = { root: parse("<b>Tess</b>"), exclude: null, groups: {}, trace };
  const [found, missed, many, unread]: FieldSource[][] = [
    [{ css: "p" }, { css: "b" }, { url: "id" }],
    [{ css: "p" }, { url: "id" }],
    [{ css: "i" }, { css: "b" }],
    [{ css: "b" }],
  ];
  readField(found, scope);
  readField(missed, scope);
  readFields(many, scope);
  const fields = { number: found, subject: missed, watchers: many, assignee: unread, category: undefined };
  expect(explainReading({ fields }, trace)).toEqual([
    {
      name: "number",
      answered: 1,
      sources: [
        { kind: "css", where: "p" },
        { kind: "css", where: "b" },
        { kind: "url", where: "id" },
      ],
    },
    {
      name: "subject",
      answered: null,
      sources: [
        { kind: "css", where: "p" },
        { kind: "url", where: "id" },
      ],
    },
    {
      name: "watchers",
      answered: 1,
      sources: [
        { kind: "css", where: "i" },
        { kind: "css", where: "b" },
      ],
    },
  ]);
});

describe("elements", () => {
  test("in messages are not selected", () => {
    const root = parse("<p id=a></p><div class=message><p></p></div><p id=b></p>");
    expect(select("p", { root, exclude: ".message" }).map(({ id }) => id)).toEqual(["a", "b"]);
  });
});
