import fc from "fast-check";
import { expect, test } from "vitest";
import type { FieldSource } from "../../../../lib/ticket/page-definition";
import {
  parsePlaces,
  parseSources,
  placesToText,
  sourcesToText,
} from "../../../../lib/ticket/teach/source-text";

test("simple sources are words, others JSON", () => {
  const sources: FieldSource[] = [
    { label: "assignee" },
    { css: ".owner > b" },
    { css: "h1", match: "#(\\d+)" },
    { url: "id" },
  ];
  const text = 'label assignee\ncss .owner > b\n{"css":"h1","match":"#(\\\\d+)"}\nurl id';
  expect(sourcesToText(sources)).toBe(text);
  expect(parseSources(text)).toEqual({ ok: true, value: sources });
});

test.each([
  ["nonsense", 1, "kind"],
  ["css .a\n\nlabel boss", 3, "label"],
  ["{css: 1}", 1, "json"],
  ['{"css": ".a", "match": "no group"}', 1, "regex"],
  ['{"what": 1}', 1, "source"],
  [Array.from({ length: 21 }, () => "css .a").join("\n"), 21, "many"],
])("%s: what is wrong, and in which line", (text, line, code) => {
  expect(parseSources(text)).toMatchObject({ ok: false, problem: { line, code } });
});

test("places", () => {
  const text = "after .sidebar > section\nappend aside";
  const parsed = parsePlaces(text);
  expect(parsed.ok && placesToText(parsed.value)).toBe(text);
  expect(parsePlaces("beside .x")).toMatchObject({ problem: { line: 1, code: "position" } });
});

test("nothing is lost between sources and text", () => {
  const css = fc.stringMatching(/^[a-z.#>\][ "=-]{1,30}$/).filter((text) => text.trim() !== "");
  const source = fc.oneof(
    fc.record({ label: fc.constantFrom("assignee", "number") }),
    fc.record({ url: fc.stringMatching(/^\w{1,10}$/) }),
    fc.record({ css }),
    fc.record({ css, attr: fc.constantFrom("title", "data-email") }),
    fc.record({ json: fc.constantFrom("/a/b", "/a") }),
  ) as fc.Arbitrary<FieldSource>;
  fc.assert(
    fc.property(fc.array(source, { maxLength: 5 }), (sources) => {
      expect(parseSources(sourcesToText(sources))).toEqual({ ok: true, value: sources });
    }),
  );
});
