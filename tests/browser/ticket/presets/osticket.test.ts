import { describe, expect, test } from "vitest";
import { osTicket } from "../../../../lib/ticket/presets/osticket";
import { person } from "../read-page";
import { expectOwnPagesOnly, placeOn, readShape } from "./shapes";

const agent = (name: string) => readShape("osticket", `agent-${name}`, "/scp/tickets.php?id=17");
const customer = (name: string) => readShape("osticket", name, "/support/tickets.php?id=17");
const TESS = person({ name: "Tess Tech" });
const ROB = person({ name: "Rob Remote" });

describe("agents", () => {
  test("assigned to an agent and a team", () => {
    expect(agent("assigned")).toEqual({
      kind: "ticket",
      portal: "help.example.com",
      id: "17",
      number: "482913",
      url: "https://help.example.com/scp/tickets.php?id=17",
      subject: "Printer on the second floor is offline",
      assignee: TESS,
      assignment: "assigned",
      requester: person({ name: "Ada Visitor", email: "ada@example.com", phone: "+1 555 0100" }),
      watchers: [],
      category: "Networking",
      priority: "High",
      viewer: person({ name: "Tess", login: "Tess" }),
      audience: "agent",
    });
  });

  test("by number", () => {
    expect(readShape("osticket", "agent-assigned", "/scp/tickets.php?number=482913")).toMatchObject({
      id: "482913",
      assignee: TESS,
    });
  });

  test("in German", () => {
    expect(agent("assigned-de")).toMatchObject({
      number: "482913",
      assignee: TESS,
      assignment: "assigned",
      category: "Networking",
      priority: "Hoch",
    });
  });

  test("without the right to assign", () => {
    expect(agent("without-right-assigned")).toMatchObject({ assignee: TESS, assignment: "assigned" });
  });

  test.each(["unassigned", "unassigned-de", "without-right-unassigned"])("nobody: %s", (name) => {
    expect(agent(name)).toMatchObject({ assignee: null, assignment: "unassigned" });
  });

  test("who closed a ticket is not in charge of it", () => {
    expect(agent("closed")).toMatchObject({ assignee: null, assignment: "unknown" });
  });

  test.each([
    ["hostile", ROB],
    ["hostile-unassigned", null],
  ])("a message and a custom field that imitate the page change nothing: %s", (name, assignee) => {
    const ticket = agent(name);
    expect(ticket).toMatchObject({ number: "482913", assignee, requester: { name: "Ada Visitor" } });
    expect(JSON.stringify(ticket)).not.toMatch(/evil|666666/i);
  });
});

describe("customers do not see who is in charge", () => {
  test.each(["customer", "customer-de", "customer-hostile"])("%s", (name) => {
    expect(customer(name)).toMatchObject({
      number: "482913",
      subject: "Printer on the second floor is offline",
      assignee: null,
      assignment: "unknown",
      requester: person({ name: "John Doe", email: "john@example.com", phone: "+1 555 0101" }),
      category: "Support",
      viewer: { name: "John Doe" },
      audience: "customer",
    });
  });
});

test("the card stands below the summary", () => {
  const [agents, , customers] = osTicket.pages;
  const below = placeOn("osticket", "agent-hostile", agents);
  expect(below.position).toBe("after");
  expect(below.anchor.textContent).toContain("Assigned To:");
  expect(below.anchor.matches(".custom-data")).toBe(false);
  expect(placeOn("osticket", "customer", customers).anchor.id).toBe("ticketInfo");
});

test("is recognised by its own pages only", () => expectOwnPagesOnly(osTicket));
