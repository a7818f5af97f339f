import { expect, test } from "vitest";
import { glpi } from "../../../../lib/ticket/presets/glpi";
import { person } from "../read-page";
import { expectOwnPagesOnly, placeOn, readShape } from "./shapes";

const read = (name: string) => readShape("glpi", name, "/glpi/front/ticket.form.php?id=42");
const TESS = person({ name: "Tess Tech", email: "tess@example.com" });
const ROB = person({ name: "Rob Remote", email: "rob@example.com" });
const ADA = person({ name: "Ada Visitor", email: "ada@example.com" });

test("assigned to a group and two people: the first of them", () => {
  expect(read("assigned")).toEqual({
    kind: "ticket",
    portal: "help.example.com",
    id: "42",
    number: "42",
    url: "https://help.example.com/glpi/front/ticket.form.php?id=42",
    subject: "Printer on the second floor is offline",
    assignee: TESS,
    assignment: "assigned",
    requester: ADA,
    watchers: [person({ login: "rob@example.com", email: "rob@example.com" })],
    category: "Networking",
    priority: "High",
    viewer: person({ name: "Tess Tech" }),
    audience: "agent",
  });
});

test.each(["assigned-de", "assigned-11", "self-service"])("assigned: %s", (name) => {
  expect(read(name)).toMatchObject({ assignee: TESS, assignment: "assigned", requester: ADA });
});

test("a name never gets the address of the next one", () => {
  expect(read("assigned-without-address")).toMatchObject({ assignee: person({ name: "Tess Tech" }) });
});

test.each(["unassigned", "unassigned-de", "group-only"])("nobody who can be called: %s", (name) => {
  expect(read(name)).toMatchObject({ assignee: null, assignment: "unassigned" });
});

test("problems and changes", () => {
  for (const type of ["problem", "change"]) {
    expect(readShape("glpi", "assigned", `/front/${type}.form.php?id=42`)).toMatchObject({ assignee: TESS });
  }
});

test.each([
  ["hostile", ROB],
  ["hostile-unassigned", null],
])("a message that imitates the page changes nothing: %s", (name, assignee) => {
  const ticket = read(name);
  expect(ticket).toMatchObject({ number: "42", assignee, requester: ADA });
  expect(JSON.stringify(ticket)).not.toMatch(/evil|666666/i);
});

test("the card stands below the actors", () => {
  const place = placeOn("glpi", "hostile", glpi.pages[0]);
  expect(place.position).toBe("after");
  expect(place.anchor.matches('#itil-data > .accordion-item[aria-label="Actors"]')).toBe(true);
});

test("is recognised by its own pages only", () => expectOwnPagesOnly(glpi));
