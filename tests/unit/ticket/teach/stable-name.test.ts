import { describe, expect, test } from "vitest";
import { isStableName, isTellingClass, stablePart } from "../../../../lib/ticket/teach/stable-name";

describe("names that people gave", () => {
  test.each([
    "assignee",
    "ticket-assignee",
    "issue-details__value",
    "assigned-to",
    "ownerName",
    "field_assign",
    "panel2",
    "conv-assignee",
  ])("%s stays", (name) => expect(isStableName(name)).toBe(true));
});

describe("names that the next build, state or ticket changes", () => {
  test.each([
    "css-1q2w3e",
    "sc-bdVaJa",
    "Ticket_assignee__3fK2a",
    "jss12",
    "ng-tns-c12-3",
    "svelte-1abc",
    "_3xKz9",
    "eVIXkT",
    "ember1234",
    "issue-4711",
    "is-active",
    "status-open",
    "priority-high",
    "unassigned",
    "a",
    "",
    "7",
  ])("%s goes", (name) => expect(isStableName(name)).toBe(false));
});

test("what belongs to this ticket alone is no name", () => {
  expect(isStableName("user-tess")).toBe(true);
  expect(isStableName("user-tess", ["Tess"])).toBe(false);
});

test.each(["text-sm", "mt-4", "flex", "col-md-6", "bold"])("%s tells only how something looks", (name) => {
  expect(isTellingClass(name)).toBe(false);
});

test.each([
  ["MessageBody_root__x1Y2z", "MessageBody_root"],
  ["comment-list-9fK2x", "comment-list"],
  ["css-1q2w3e", null],
  ["x1Y2z", null],
])("of %s, people gave %s", (name, part) => expect(stablePart(name)).toBe(part));
