import { expect, test } from "vitest";
import { PageDefinition } from "../../../lib/ticket/page-definition";
import { attributesOf } from "../../../lib/ticket/watched-attributes";

test("what a page definition looks at, in fields, tests, scope and places", () => {
  const page = PageDefinition.parse({
    kind: "ticket",
    url: "/tickets/:id",
    root: 'main[data-open="true"]:not([aria-busy])',
    exclude: "[data-message]",
    fields: {
      assignee: [
        { label: "assignee" },
        { css: ".who [data-user-id]", attr: "data-name", sameTextAs: "[ title ]" },
        { url: "id" },
      ],
    },
    unassigned: [{ css: "[data-unassigned]" }, { json: "/owner", equals: [null] }],
    place: [{ at: "aside[hidden] + .side", position: "append" }],
  });
  expect(attributesOf(page as PageDefinition)).toEqual(
    ["aria-busy", "data-name", "data-open", "data-unassigned", "data-user-id", "hidden", "title"].sort(),
  );
});
