import { expect, test } from "vitest";
import { zammad } from "../../../../lib/ticket/presets/zammad";
import { person } from "../read-page";
import { expectOwnPagesOnly, placeOn, readShape } from "./shapes";

const legacy = (name: string) => readShape("zammad", `legacy-${name}`, "/#ticket/zoom/5");
const TESS = person({ name: "Tess Tech" });
const ROB = person({ name: "Rob Remote" });
const ADA = person({ name: "Ada Visitor", email: "ada@example.com" });

test("an owned ticket", () => {
  expect(legacy("assigned")).toEqual({
    kind: "ticket",
    portal: "help.example.com",
    id: "5",
    number: "31005",
    url: "https://help.example.com/#ticket/zoom/5",
    subject: "Printer on the second floor is offline",
    assignee: TESS,
    assignment: "assigned",
    requester: ADA,
    watchers: [],
    category: "Networking",
    priority: "2 normal",
    viewer: null,
    audience: "agent",
  });
});

test("an owned ticket in German", () => {
  expect(legacy("assigned-de")).toMatchObject({ assignee: TESS, assignment: "assigned", requester: ADA });
});

test.each(["unassigned", "unassigned-de"])("nobody: %s", (name) => {
  expect(legacy(name)).toMatchObject({ assignee: null, assignment: "unassigned" });
});

test("customers do not see the owner", () => {
  expect(legacy("customer")).toMatchObject({ number: "31005", assignee: null, assignment: "unknown" });
});

test("of several tickets in one document, the one that is shown", () => {
  expect(legacy("several")).toMatchObject({ number: "31005", assignee: TESS, requester: ADA });
});

test.each([
  ["hostile", ROB],
  ["hostile-unassigned", null],
])("a message that imitates the page changes nothing: %s", (name, assignee) => {
  const ticket = legacy(name);
  expect(ticket).toMatchObject({ number: "31005", assignee, requester: ADA, category: "Networking" });
  expect(JSON.stringify(ticket)).not.toMatch(/evil|666666/i);
});

test.each(["/desktop/tickets/5", "/desktop/ticket/zoom/5"])("the desktop view at %s names nobody", (path) => {
  expect(readShape("zammad", "desktop", path)).toMatchObject({
    id: "5",
    subject: "Printer on the second floor is offline",
    assignee: null,
    assignment: "unknown",
  });
});

test("other pages of Zammad are not read", () => {
  expect(readShape("zammad", "legacy-assigned", "/#dashboard")).toBeNull();
});

test("the card stands in the sidebar of the ticket that is shown", () => {
  const [legacyPage, desktopPage] = zammad.pages;
  const place = placeOn("zammad", "legacy-several", legacyPage);
  expect(place.position).toBe("after");
  expect(place.anchor.matches('.content.active .sidebar[data-tab="ticket"] form')).toBe(true);
  expect(place.anchor.nextElementSibling?.matches(".js-tags")).toBe(true);
  expect(placeOn("zammad", "desktop", desktopPage).anchor.id).toBe("ticket-attributes");
});

test("is recognised by its own pages only", () => expectOwnPagesOnly(zammad));
