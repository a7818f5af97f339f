import { expect, test } from "vitest";
import { newPortal, type Portal } from "../../../../lib/settings/portal";
import { recipeOf } from "../../../../lib/ticket/lookup/recipe";
import { PageDefinition } from "../../../../lib/ticket/page-definition";

const page = (given: object = {}): PageDefinition =>
  PageDefinition.parse({ kind: "ticket", url: "/t/:id", fields: {}, ...given });
const portal = (given: Partial<Portal>): Portal => ({
  ...newPortal({ origin: "https://help.example.com", basePath: "" }, []),
  ...given,
});
const mapped = { fields: { assigneeEmail: [{ css: ".a" }, { json: "/owner/mail" }] } };
const OWN = { url: "/own/{id}" };
const OF_PORTAL = { url: "/portal/{id}" };

test("without a lookup there is nothing to ask", () => {
  const plain = page(mapped);
  expect(recipeOf(portal({ pages: [plain] }), plain)).toBeNull();
  expect(recipeOf(portal({}), plain)).toBeNull();
});

test("a preset's page has the preset's lookup and pointers", () => {
  const preset = page({ ...mapped, lookup: OWN });
  expect(recipeOf(portal({}), preset)).toEqual({ lookup: OWN, page: preset, generic: false });
});

test("a page of one's own: its own lookup comes before the portal's", () => {
  const own = page({ ...mapped, lookup: OWN });
  const plain = page(mapped);
  const both = portal({ pages: [own, plain], lookup: OF_PORTAL });
  expect(recipeOf(both, own)).toEqual({ lookup: OWN, page: own, generic: false });
  expect(recipeOf(both, plain)).toEqual({ lookup: OF_PORTAL, page: plain, generic: false });
});

test("a portal's lookup comes before the preset's, whose pointers are for another answer", () => {
  const preset = page({
    ...mapped,
    lookup: OWN,
    unassigned: [{ css: ".n" }, { json: "/owner", equals: [1] }],
  });
  const recipe = recipeOf(portal({ lookup: OF_PORTAL }), preset);
  expect(recipe).toMatchObject({ lookup: OF_PORTAL, generic: true });
  expect(recipe?.page.fields.assigneeEmail).toEqual([{ css: ".a" }, { json: "/assignee/email" }]);
  expect(recipe?.page.unassigned).toEqual([{ css: ".n" }, { json: "/assignee", equals: [null] }]);
});

test("pages that name no pointer take the lookup API's; not beside pages that map the same answer", () => {
  const plain = page({ fields: { assignee: [{ css: ".a" }] } });
  const generic = recipeOf(portal({ pages: [plain], lookup: OF_PORTAL }), plain);
  expect(generic).toMatchObject({ lookup: OF_PORTAL, generic: true });
  expect(generic?.page.fields.assignee).toEqual([{ css: ".a" }, { json: "/assignee/name" }]);
  expect(recipeOf(portal({ pages: [plain, page(mapped)], lookup: OF_PORTAL }), plain)).toBeNull();
});
