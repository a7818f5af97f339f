import { expect, test } from "vitest";
import { readHeaders, textHeaders } from "../../../../lib/ticket/lookup/read-headers";

type Meta = [attribute: "name" | "property", name: string, content: string];

/** A page with these elements in its head or body, and these cookies. */
function given(cookie: string, metas: Meta[], part: "head" | "body" = "head"): Document {
  const page = new DOMParser().parseFromString("", "text/html");
  for (const [attribute, name, content] of metas) {
    const meta = page.createElement("meta");
    meta.setAttribute(attribute, name);
    meta.content = content;
    page[part].append(meta);
  }
  Object.defineProperty(page, "cookie", { value: cookie });
  return page;
}

test("from the page's head, from cookies, from JSON in a cookie, and fixed", () => {
  const page = given(`plain=p%20q; session_info=${encodeURIComponent('{"access-token":"t","expiry":17}')}`, [
    ["name", "csrf-token", "abc"],
    ["property", "glpi:csrf_token", "def"],
  ]);
  const headers = {
    "X-CSRF": { meta: "csrf-token" },
    "X-GLPI": { meta: "glpi:csrf_token" },
    "X-Plain": { cookie: "plain" },
    "Access-Token": { cookie: "session_info", json: "/access-token" },
    Expiry: { cookie: "session_info", json: "/expiry" },
    "X-App": { text: "callcard" },
  };
  expect(readHeaders(headers, page)).toEqual({
    "X-CSRF": "abc",
    "X-GLPI": "def",
    "X-Plain": "p q",
    "Access-Token": "t",
    Expiry: "17",
    "X-App": "callcard",
  });
  expect(textHeaders(headers)).toEqual({ "X-App": "callcard" });
});

test("what is not there, not readable, or no header's value is left out", () => {
  const page = given("broken=%7Bnot", [["name", "csrf-token", "two\nlines"]]);
  const headers = {
    A: { meta: "nothing" },
    B: { cookie: "nothing" },
    C: { cookie: "broken", json: "/x" },
    D: { meta: "csrf-token" },
  };
  expect(readHeaders(headers, page)).toEqual({});
  expect(readHeaders(undefined, page)).toEqual({});
});

test("a message cannot bring a meta element of its own", () => {
  const page = given("", [["name", "csrf-token", "forged"]], "body");
  const headers = { "X-CSRF": { meta: "csrf-token" } };
  expect(readHeaders(headers, page)).toEqual({});
});
