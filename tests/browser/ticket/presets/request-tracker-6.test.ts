import { expect, test } from "vitest";
import { requestTracker } from "../../../../lib/ticket/presets/request-tracker";
import { person } from "../read-page";
import { placeOn, readShape } from "./shapes";

const agent = (name: string) => readShape("request-tracker", `agent-6-${name}`, "/Ticket/Display.html?id=7");
const customer = (name: string) =>
  readShape("request-tracker", `customer-6-${name}`, "/SelfService/Display.html?id=7");
const [agentPage, customerPage] = requestTracker.pages;
const ADA = person({ name: "Ada Visitor", email: "ada@example.com" });

test.each(["assigned", "assigned-de", "hostile"])("an agent's ticket with an owner: %s", (name) => {
  expect(agent(name)).toEqual({
    kind: "ticket",
    portal: "help.example.com",
    id: "7",
    number: "7",
    url: "https://help.example.com/Ticket/Display.html?id=7",
    subject: "Printer on the second floor is offline",
    assignee: person({ name: "Tess Tech", login: "tess" }),
    assignment: "assigned",
    requester: ADA,
    watchers: [person({ name: "Rob Remote", login: "rob" })],
    category: "General",
    priority: name === "assigned-de" ? "Mittel" : "Medium",
    viewer: person({ name: "tess", login: "tess" }),
    audience: "agent",
  });
});

test.each(["unowned", "hostile-unowned"])("an agent's ticket without: %s", (name) => {
  expect(agent(name)).toMatchObject({ assignee: null, assignment: "unassigned", requester: ADA });
});

test.each(["assigned", "assigned-de", "hostile"])("a customer's ticket with an owner: %s", (name) => {
  const ticket = customer(name);
  expect(ticket).toMatchObject({
    number: "7",
    assignee: person({ name: "Tess Tech" }),
    assignment: "assigned",
    category: "General",
    viewer: { login: "ada" },
    audience: "customer",
  });
  expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
});

test.each(["unowned", "hostile-unowned"])("a customer's ticket without: %s", (name) => {
  expect(customer(name)).toMatchObject({ assignee: null, assignment: "unassigned" });
});

test("a Nobody with another id is nobody's name", () => {
  expect(customer("other-nobody")).toMatchObject({ assignee: null, assignment: "unknown" });
});

test("the card stands beside what is swapped, not in it, and in no message", () => {
  const agents = placeOn("request-tracker", "agent-6-hostile", agentPage);
  expect(agents.position).toBe("after");
  expect(agents.anchor.matches(".htmx-load-widget")).toBe(true);
  expect(agents.anchor.closest("[hx-get]")).toBeNull();
  const customers = placeOn("request-tracker", "customer-6-hostile", customerPage);
  expect(customers.anchor.matches(".ticket-summary > .boxcontainer:last-child")).toBe(true);
});
