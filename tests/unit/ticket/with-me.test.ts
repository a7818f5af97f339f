import { expect, test } from "vitest";
import { Me } from "../../../lib/settings/share";
import { withMe } from "../../../lib/ticket/with-me";
import { person, ticket } from "./given-ticket";

const TESS = Me.parse({ name: "Tess Tech", email: "tess@example.com", phone: "+49 30 1" });
const tess = person({ name: "Tess Tech", email: "tess@example.com", phone: "+49 30 1" });
const mine = ticket({ assignee: null, assignment: "self", viewer: null });

test("“Me” is the person of the settings", () => {
  expect(withMe(mine, TESS)).toEqual({ ...mine, assignee: tess, assignment: "assigned", viewer: tess });
});

test("without a person in the settings it stays open who “Me” is", () => {
  expect(withMe(mine, Me.parse({ phone: "+49 30 1" }))).toBe(mine);
});

test("a name or an address is enough", () => {
  expect(withMe(mine, Me.parse({ email: "tess@example.com" })).assignee).toEqual(
    person({ email: "tess@example.com" }),
  );
  expect(withMe(mine, Me.parse({ name: "Tess Tech" })).assignee).toEqual(person({ name: "Tess Tech" }));
});

test("a viewer whom the page does not name is that person, and changes nothing else", () => {
  const others = ticket({ viewer: null });
  expect(withMe(others, TESS)).toEqual({ ...others, viewer: tess });
});

test("what the page prints comes first", () => {
  const printed = ticket();
  expect(withMe(printed, TESS)).toBe(printed);
});

test.each(["unassigned", "unknown"] as const)("a ticket that is %s stays so", (assignment) => {
  const given = ticket({ assignee: null, assignment, viewer: null });
  expect(withMe(given, TESS)).toMatchObject({ assignee: null, assignment });
});
