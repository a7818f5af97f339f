import { expect, test } from "vitest";
import { presetByHost } from "../../../../lib/ticket/presets";
import { autotask } from "../../../../lib/ticket/presets/autotask";
import { person } from "../read-page";
import { expectOwnPagesOnly, placeOn, readShape } from "./shapes";

const ADDRESS = "/Mvc/ServiceDesk/TicketDetail.mvc?workspace=False&ticketId=111";
const read = (name: string) => readShape("autotask", name, ADDRESS);
const TESS = person({ name: "Tess Tech" });

test("its own pages, and no others, carry its fingerprint", () => expectOwnPagesOnly(autotask));

test.each<[string, boolean]>([
  ["ww5.autotask.net", true],
  ["autotask.net", false],
  ["ww5.autotask.net.evil.example", false],
])("%s is one of its hosts: %s", (host, is) => expect(presetByHost(host) === autotask).toBe(is));

test("an assigned ticket: its number is not the id in the address, and the role is no part of the name", () => {
  expect(read("assigned")).toMatchObject({
    id: "111",
    number: "T20261120.0001",
    subject: "Customer is experiencing network issues",
    assignee: TESS,
    assignment: "assigned",
    requester: person({ name: "Ada Visitor" }),
    watchers: [],
    category: "Level 1",
    priority: "High",
    viewer: null,
    audience: "agent",
  });
});

test("with German labels the resource is found by its mark-up, what only a label tells is not", () => {
  expect(read("assigned-de")).toMatchObject({
    assignee: TESS,
    requester: null,
    category: null,
    priority: "High",
  });
});

test("a resource as plain text is found by its English label", () => {
  expect(read("assigned-plain")?.assignee).toEqual(TESS);
});

test("nobody: the row is empty, which is not told from a row that is missing", () => {
  expect(read("unassigned")).toMatchObject({ assignee: null, assignment: "unknown" });
});

test.each([
  ["hostile", TESS],
  ["hostile-unassigned", null],
] as const)("%s: a note that imitates the page changes nothing", (name, assignee) => {
  const ticket = read(name);
  expect(ticket?.assignee).toEqual(assignee);
  expect(ticket?.number).toBe("T20261120.0001");
  expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
});

test.each(["assigned", "hostile", "hostile-unassigned"])(
  "%s: the card's place is in the left column",
  (name) => {
    const { anchor } = placeOn("autotask", name, autotask.pages[0]);
    expect(anchor.matches("body > .Columns > .SecondaryContainer > .DetailsSection")).toBe(true);
  },
);
