import * as fc from "fast-check";
import { expect, test } from "vitest";
import { normaliseIdentity } from "../../../lib/offer/identity";

test.each<[string, string, string]>([
  ["case", "Tess@Example.COM", "tess@example.com"],
  ["outer white space", "  tess\t", "tess"],
  ["inner white space", "Tess \n  Tech", "tess tech"],
  ["no-break space", "Tess\u00a0Tech", "tess tech"],
  ["zero-width space", "te\u200bss", "tess"],
  ["byte order mark", "\ufefftess", "tess"],
  ["right-to-left marks", "\u202etess\u202c", "tess"],
  ["isolates", "\u2068Tess\u2069", "tess"],
  ["composed and decomposed", "Jo\u0308rg", "jörg"],
  ["full width", "ＴＥＳＳ", "tess"],
  ["ligature", "Steﬀen", "steffen"],
  ["Greek sigma at the end of a word", "ΟΔΥΣΣΕΥΣ", "οδυσσευς"],
  ["dotted capital I", "İ", "i̇"],
  ["Arabic", "علي", "علي"],
  ["empty", " \u200b ", ""],
])("%s", (_, text, spelling) => expect(normaliseIdentity(text)).toBe(spelling));

test("different letters stay different", () => {
  expect(normaliseIdentity("tеss")).not.toBe(normaliseIdentity("tess")); // a Cyrillic е
  expect(normaliseIdentity("jorg")).not.toBe(normaliseIdentity("jörg"));
});

test("a spelling is its own spelling", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 12 }), (text) => {
      const once = normaliseIdentity(text);
      expect(normaliseIdentity(once)).toBe(once);
    }),
    { numRuns: 20_000 },
  );
});

test("case and white space around make no difference to e-mail addresses", () => {
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      expect(normaliseIdentity(` ${email.toUpperCase()} `)).toBe(normaliseIdentity(email));
    }),
  );
});
