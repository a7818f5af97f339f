import { expect, test } from "vitest";
import { peppermint } from "../../../../lib/ticket/presets/peppermint";
import { person } from "../read-page";
import { expectOwnPagesOnly, placeOn, readShape } from "./shapes";

const ID = "0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10";
const agent = (name: string) => readShape("peppermint", `agent-${name}`, `/issue/${ID}`);
const customer = (name: string) => readShape("peppermint", `customer-${name}`, `/portal/issue/${ID}`);
const TESS = person({ name: "Tess Tech" });
const ADA = person({ name: "Ada Visitor", email: "ada@example.com" });

test("an agent's ticket", () => {
  expect(agent("assigned")).toEqual({
    kind: "ticket",
    portal: "help.example.com",
    id: ID,
    number: "31",
    url: `https://help.example.com/issue/${ID}`,
    subject: "Printer on the second floor is offline",
    assignee: TESS,
    assignment: "assigned",
    requester: ADA,
    watchers: [],
    category: null,
    priority: "low",
    viewer: null,
    audience: "agent",
  });
  expect(agent("assigned-de")).toMatchObject({ assignee: TESS, assignment: "assigned" });
});

test.each(["unassigned", "unassigned-de"])("nobody: %s", (name) => {
  expect(agent(name)).toMatchObject({ assignee: null, assignment: "unassigned" });
});

test("a priority is no person while the people are still to come", () => {
  expect(agent("loading")).toMatchObject({ assignee: null, assignment: "unknown" });
});

test.each([
  ["hostile", person({ name: "Rob Remote" })],
  ["hostile-unassigned", null],
])("a message that imitates the page changes nothing: %s", (name, assignee) => {
  const ticket = agent(name);
  expect(ticket).toMatchObject({ number: "31", assignee, requester: ADA, priority: "low" });
  expect(JSON.stringify(ticket)).not.toMatch(/evil|666666/i);
});

test.each(["assigned", "assigned-de", "hostile"])("a customer's ticket: %s", (name) => {
  const ticket = customer(name);
  expect(ticket).toMatchObject({
    number: "31",
    subject: "Printer on the second floor is offline",
    assignee: TESS,
    assignment: "assigned",
    requester: { email: "ada@example.com" },
    audience: "customer",
  });
  expect(JSON.stringify(ticket)).not.toMatch(/evil|666666/i);
});

test.each(["unassigned", "hostile-unassigned"])("a customer's ticket with nobody: %s", (name) => {
  expect(customer(name)).toMatchObject({ assignee: null, assignment: "unassigned" });
});

test("the card stands in the right column", () => {
  const [customerPage, agentPage] = peppermint.pages;
  const agents = placeOn("peppermint", "agent-hostile", agentPage);
  expect(agents.anchor.matches("h2.sr-only + .space-y-1:not(:empty)")).toBe(true);
  const customers = placeOn("peppermint", "customer-hostile", customerPage);
  expect(customers.anchor.matches(".hidden:has(> h2.sr-only)")).toBe(true);
});

test("is recognised by its own pages only", () => expectOwnPagesOnly(peppermint));
