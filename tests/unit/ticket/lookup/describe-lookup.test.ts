import { expect, test } from "vitest";
import { newPortal } from "../../../../lib/settings/portal";
import { describeLookup } from "../../../../lib/ticket/lookup/describe-lookup";
import type { LookupState } from "../../../../lib/ticket/lookup/lookups";
import { recipeOf } from "../../../../lib/ticket/lookup/recipe";
import { requestTracker } from "../../../../lib/ticket/presets/request-tracker";

const portal = newPortal({ origin: "https://help.example.com", basePath: "" }, []);
const page = requestTracker.pages[0];
if (!page) throw new Error("no page");
const url = page.lookup?.url;
const answer = { kind: "answer", json: { secret: "MARKER" }, failure: null } as const;
const slow = { cause: "too-slow" } as const;

test.each<[LookupState | null, string, object | null]>([
  [null, "not-asked", null],
  [{ kind: "waiting" }, "waiting", null],
  [answer, "answered", null],
  [{ ...answer, failure: slow }, "half", slow],
  [{ kind: "failure", failure: slow }, "failed", slow],
])("%o is said to be %s, without what was answered", (lookup, state, failure) => {
  const report = describeLookup(portal, recipeOf(portal, page), lookup);
  expect(report).toEqual({ from: "preset", url, state, failure });
});

test("a portal's own lookup is told from the product's", () => {
  const own = { ...portal, lookup: { url: "/who/{id}" } };
  expect(describeLookup(own, recipeOf(own, page), answer)).toMatchObject({
    from: "portal",
    url: "/who/{id}",
  });
  expect(describeLookup(portal, null, null)).toBeNull();
});
