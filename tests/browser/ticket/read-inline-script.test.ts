import { expect, test } from "vitest";
import { Lookup } from "../../../lib/ticket/lookup/lookup";
import { readInlineScript } from "../../../lib/ticket/lookup/read-inline-script";

const read = (html: string) =>
  readInlineScript("\\btoken = '(\\w+)'", new DOMParser().parseFromString(html, "text/html"));

test.each<[string, string, string | null]>([
  ["the variable of an inline script", "<script>var a; var token = 'abc';</script>", "abc"],
  ["the first one", "<script>token = 'a'</script><script>token = 'b'</script>", "a"],
  ["no script", "<p>token = 'abc'</p>", null],
  ["a script elsewhere", "<script src=/x.js>token = 'abc'</script>", null],
  ["a script without it", "<script>var other = 'abc'</script>", null],
  ["a huge script", `<script>${"x".repeat(300_000)}; token = 'abc'</script>`, null],
])("%s", (_, html, value) => expect(read(html)).toBe(value));

test.each<[string, boolean]>([
  ["token = '(\\w+)'", true],
  ["token", false],
  ["(a)(b)", false],
  ["(", false],
])("%s may stand in a lookup: %s", (script, valid) => {
  expect(Lookup.safeParse({ url: "/api", headers: { "X-Token": { script } } }).success).toBe(valid);
});
