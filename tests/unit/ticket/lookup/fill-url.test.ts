import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillUrl, type Placeholders } from "../../../../lib/ticket/lookup/fill-url";
import { foreignOrigins, Lookup } from "../../../../lib/ticket/lookup/lookup";

const ORIGIN = "https://help.example.com";
const given = (changed: Partial<Placeholders> = {}): Placeholders => ({
  origin: ORIGIN,
  basePath: "/rt",
  groups: { id: "7", product: "a b/c?d#e" },
  number: "T-7",
  ...changed,
});
const fill = (template: string, changed?: Partial<Placeholders>) => fillUrl(template, given(changed))?.href;

test.each([
  ["/api/{id}", `${ORIGIN}/rt/api/7`],
  ["{origin}/api/{number}", `${ORIGIN}/api/T-7`],
  ["/x/{product}?q={product}", `${ORIGIN}/rt/x/a%20b%2Fc%3Fd%23e?q=a%20b%2Fc%3Fd%23e`],
  ["https://who.example/{id}?of={origin}", "https://who.example/7?of=https%3A%2F%2Fhelp.example.com"],
  ["/users/{/ticket/assignee_id}", `${ORIGIN}/rt/users/42`],
])("%s", (template, filled) => {
  expect(fill(template, { first: { ticket: { assignee_id: 42 } } })).toBe(filled);
});

test.each([
  ["an unknown group", "/api/{nothing}", {}],
  ["a group of every object", "/api/{constructor}", {}],
  ["a pointer to nothing", "/users/{/owner}", { first: { owner: null } }],
  ["a folder up", "/api/{id}/x", { groups: { id: ".." } }],
  ["two halves of a folder up", "/api/{id}{number}", { groups: { id: "." }, number: "." }],
])("%s gives no address", (_, template, changed) => expect(fill(template, changed)).toBeUndefined());

const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)); // halves of characters, too
const text = fc.oneof(fc.string({ minLength: 1, unit }), fc.stringMatching(/^[./%2e\\?#@:]{1,8}$/));

test("whatever a page says, host and folder stay", () => {
  fc.assert(
    fc.property(text, text, (id, number) => {
      const url = fillUrl("https://who.example/a/{id}/b/{number}", given({ groups: { id }, number }));
      if (!url) return;
      expect(url.origin).toBe("https://who.example");
      expect(url.pathname).toMatch(/^\/a\/[^/]*\/b\/[^/]*$/);
      expect(url.search + url.hash).toBe("");
    }),
  );
});

describe("addresses of a lookup", () => {
  test.each([
    "/api/{id}",
    "{origin}/api/{id}",
    "https://who.example/{id}",
    "http://127.0.0.1:8080/{id}",
    "http://localhost/{id}",
  ])("%s", (url) => expect(Lookup.safeParse({ url }).success).toBe(true));

  test.each([
    "api/{id}",
    "//evil.example/{id}",
    "/\\evil.example/{id}",
    "http://who.example/{id}",
    "https://{id}.example/x",
    "https://user:secret@who.example/x",
    "https://who.example\\@evil.example/",
    "https://who.example",
    "javascript:alert(1)",
    "data:text/plain,x",
  ])("%s is refused", (url) => expect(Lookup.safeParse({ url }).success).toBe(false));

  test("other sites than the portal's, in both hops", () => {
    const lookup = {
      url: "/api/{id}",
      // biome-ignore lint/suspicious/noThenProperty: the name in the configuration document
      then: { url: "https://who.example/{/id}" },
    };
    expect(foreignOrigins(lookup, ORIGIN)).toEqual(["https://who.example"]);
    expect(foreignOrigins({ url: `${ORIGIN}/api/{id}` }, ORIGIN)).toEqual([]);
    expect(foreignOrigins(undefined, ORIGIN)).toEqual([]);
  });
});
