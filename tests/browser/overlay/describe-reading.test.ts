import { expect, test } from "vitest";
import { describeReading } from "../../../entrypoints/overlay.content/describe-reading";
import type { Reading } from "../../../entrypoints/overlay.content/read-page";
import { newPortal } from "../../../lib/settings/portal";
import { recipeOf } from "../../../lib/ticket/lookup/recipe";
import { PageDefinition } from "../../../lib/ticket/page-definition";

test("a portal's own page is told from the product's, also where its lookup is read by a copy of it", () => {
  const page = PageDefinition.parse({ kind: "ticket", url: "/acme/:id", fields: {} }) as PageDefinition;
  const portal = {
    ...newPortal({ origin: "https://help.example.com", basePath: "" }, []),
    pages: [page],
    lookup: { url: "/who/{id}" },
  };
  const recipe = recipeOf(portal, page);
  const reading: Reading = {
    portal,
    preset: null,
    page: recipe?.page ?? null,
    id: "7",
    recipe,
    ticket: null,
    lookup: { kind: "waiting" },
    calls: [],
    guess: null,
    me: { name: "", email: "", phone: "" },
  };
  expect(reading.page).not.toBe(page);
  const described = describeReading(reading, reading, new Map());
  expect(described.page).toEqual({ from: "portal", kind: "ticket", url: "/acme/:id", root: "none" });
  expect(described.lookup).toEqual({ from: "portal", url: "/who/{id}", state: "waiting", failure: null });
});
