import { expect, test } from "vitest";
import { reconcile } from "../../../lib/ticket/reconcile";
import { person } from "./given-ticket";

const TESS = person({ name: "Tess Tech", login: "ttech", email: "tess@example.com" });

test("one alone is that one", () => {
  expect(reconcile(null, null)).toBeNull();
  expect(reconcile(TESS, null)).toEqual(TESS);
  expect(reconcile(null, TESS)).toEqual(TESS);
});

test.each([
  ["a name", person({ name: "Tess Tech" })],
  ["another order", person({ name: "Tech, Tess" })],
  ["a login", person({ name: "ttech", login: "ttech" })],
  ["the address before its @", person({ name: "TESS", login: "TESS" })],
])("%s is completed", (_, printed) => {
  expect(reconcile(printed, TESS)).toEqual({ ...TESS, name: printed.name });
});

test.each([
  ["somebody else", person({ name: "Rob Remote", login: "rob" })],
  ["another address", person({ name: "Tess Tech", email: "tess@elsewhere.example" })],
  ["one letter in common", person({ name: "T. Other" })],
])("%s stands alone", (_, printed) => expect(reconcile(printed, TESS)).toEqual(printed));
