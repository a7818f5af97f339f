import { describe, expect, test } from "vitest";
import { frappeHelpdesk } from "../../../../lib/ticket/presets/frappe-helpdesk";
import { person } from "../read-page";
import { expectOwnPagesOnly, lookupUrls, placeOn, readAnswered, readShape, twoHops } from "./shapes";

const AGENT = "https://help.example.com/helpdesk/tickets/7";
const CUSTOMER = "https://help.example.com/helpdesk/my-tickets/7";
const data = {
  name: 7,
  subject: "Printer on the second floor is offline",
  raised_by: "ada@example.com",
  agent_group: "Networking",
  priority: "High",
};
/** What agents are told; customers get the names (that is: addresses) only. */
const toAgent = twoHops(
  {
    message: [
      { name: "tess@example.com", agent_name: "Tess Tech", availability: "Active" },
      { name: "rob@example.com", agent_name: "Rob Remote" },
    ],
  },
  { data },
);
const toCustomer = twoHops({ message: [{ name: "tess@example.com" }] }, { data });
const nobody = twoHops({ message: [] }, { data });
const agents = (name: string, json: unknown) => readAnswered(frappeHelpdesk, name, AGENT, json);
const customers = (name: string, json: unknown) => readAnswered(frappeHelpdesk, name, CUSTOMER, json);

test.each(["agent", "agent-de", "agent-hostile"])("an agent's ticket: the first of several, %s", (name) => {
  expect(agents(name, toAgent)).toEqual({
    kind: "ticket",
    portal: "help",
    id: "7",
    number: "7",
    url: AGENT,
    subject: "Printer on the second floor is offline",
    assignee: person({ name: "Tess Tech", email: "tess@example.com" }),
    assignment: "assigned",
    requester: person({ email: "ada@example.com" }),
    watchers: [],
    category: "Networking",
    priority: "High",
    viewer: null,
    audience: "agent",
  });
});

test.each(["customer", "customer-de", "customer-hostile"])("a customer's ticket: %s", (name) => {
  expect(customers(name, toCustomer)).toMatchObject({
    assignee: { email: "tess@example.com" },
    assignment: "assigned",
    audience: "customer",
  });
});

describe("nobody", () => {
  test.each(["agent", "agent-hostile"])("on %s", (name) =>
    expect(agents(name, nobody)).toMatchObject({ assignee: null, assignment: "unassigned" }),
  );
  test.each(["customer", "customer-hostile"])("on %s", (name) =>
    expect(customers(name, nobody)).toMatchObject({ assignee: null, assignment: "unassigned" }),
  );
});

test.each(["agent", "agent-de", "agent-hostile"])("%s tells nothing by itself", (name) => {
  const ticket = readShape("frappe-helpdesk", name, "/helpdesk/tickets/7");
  expect(ticket).toMatchObject({ number: "7", assignee: null, assignment: "unknown" });
});

test("asks who is assigned, then for the ticket", () => {
  expect(lookupUrls(frappeHelpdesk).slice(0, 2)).toEqual([
    "/api/method/helpdesk.helpdesk.doctype.hd_ticket.api.get_ticket_assignees?ticket={id}",
    "/api/resource/HD%20Ticket/{id}",
  ]);
});

test("the card stands in the right column", () => {
  const [agentPage, customerPage] = frappeHelpdesk.pages;
  const agent = placeOn("frappe-helpdesk", "agent-hostile", agentPage);
  expect(agent.anchor.matches(".border-s > div > .shrink-0")).toBe(true);
  expect(placeOn("frappe-helpdesk", "customer-hostile", customerPage).anchor.matches(".border-l")).toBe(true);
});

test("is recognised by its own pages only", () => expectOwnPagesOnly(frappeHelpdesk));
