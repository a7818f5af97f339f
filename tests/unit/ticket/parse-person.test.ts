import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isEmail, parsePerson } from "../../../lib/ticket/parse-person";

type Parts = { name?: string; login?: string; email?: string };

test.each<[string, Parts]>([
  ["tess (Tess Tech)", { name: "Tess Tech", login: "tess" }], // Request Tracker
  ["tess (Tess)", { name: "Tess", login: "tess" }],
  ["Tess Tech (tess)", { name: "Tess Tech", login: "tess" }], // Znuny
  ["Tess Tech (Support)", { name: "Tess Tech", login: "Support" }],
  ["Tess Tech <tess@example.com>", { name: "Tess Tech", email: "tess@example.com" }],
  ["Tess Tech (tess@example.com)", { name: "Tess Tech", email: "tess@example.com" }], // MyPortal
  [
    "tess@example.com (Tess Tech)",
    { name: "Tess Tech", login: "tess@example.com", email: "tess@example.com" },
  ],
  ["tess@example.com", { login: "tess@example.com", email: "tess@example.com" }],
  ["  tess@example.com ", { login: "tess@example.com", email: "tess@example.com" }],
  ["<tess@example.com>", { name: "<tess@example.com>" }],
  ["Tess Tech", { name: "Tess Tech" }],
  ["Tess", { name: "Tess", login: "Tess" }],
  ["Tess Tech (Second Line Support)", { name: "Tess Tech (Second Line Support)" }],
  ["Tess ((tess))", { name: "Tess ((tess))" }],
  ["tess (Tess (Tech))", { name: "tess (Tess (Tech))" }],
  ["Tess Tech ()", { name: "Tess Tech ()" }],
  ["Tess Tech <tess", { name: "Tess Tech <tess" }],
  ["tess@example", { name: "tess@example", login: "tess@example" }],
  ["tess@example.", { name: "tess@example.", login: "tess@example." }],
  ["tess@evil.example <tess@example.com>", { name: "tess@evil.example", email: "tess@example.com" }],
  ["tess@example.com, ada@example.com", { name: "tess@example.com, ada@example.com" }],
  ["Tech, Tess", { name: "Tech, Tess" }],
  ["Ärzte (jürgen)", { name: "jürgen", login: "Ärzte" }],
  ["علي (Ali Hassan)", { name: "Ali Hassan", login: "علي" }],
])("%s", (printed, parts) => {
  expect(parsePerson(printed)).toEqual({ name: null, login: null, email: null, phone: null, ...parts });
});

test.each([null, "", "   ", "\n\t"])("nobody: %j", (printed) => expect(parsePerson(printed)).toBeNull());

test.each<[string, boolean]>([
  ["tess@example.com", true],
  ["tess.tech+call@sub.example.co.uk", true],
  ["tess@@example.com", false],
  ["tess@example", false],
  ["@example.com", false],
  ["tess @example.com", false],
  ["mailto:tess@example.com", false],
  ["tess@example.com ada@example.com", false],
])("%s is an e-mail address: %s", (text, expected) => expect(isEmail(text)).toBe(expected));

test("an address is never made up: it is one, and stands in the text", () => {
  const part = fc.oneof(
    fc.string(),
    fc.emailAddress(),
    fc.constantFrom(" ", "(", ")", "<", ">", "@", ".", ",", "tess", "tess@example.com"),
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 6 }).map((parts) => parts.join("")),
      (printed) => {
        const person = parsePerson(printed);
        if (person?.email) {
          expect(isEmail(person.email)).toBe(true);
          expect(printed).toContain(person.email);
        }
        if (person?.login) expect(printed).toContain(person.login);
      },
    ),
    { numRuns: 2000 },
  );
});

test("a long field of brackets is read at once", () => {
  const started = performance.now();
  parsePerson(`${"a ".repeat(250)}(`.slice(0, 500));
  parsePerson(" (".repeat(250));
  expect(performance.now() - started).toBeLessThan(1000);
});
