import { describe, expect, test } from "vitest";
import { uvDesk } from "../../../../lib/ticket/presets/uvdesk";
import { person } from "../read-page";
import { expectOwnPagesOnly, placeOn, readShape } from "./shapes";

const agent = (name: string) => readShape("uvdesk", `agent-${name}`, "/en/member/ticket/view/12");
const customer = (name: string) => readShape("uvdesk", `customer-${name}`, "/en/customer/ticket/view/12");
const TESS = person({ name: "Tess Tech", email: "tess@example.com" });
const ROB = person({ name: "Rob Remote", email: "rob@example.com" });

describe("agents", () => {
  test("an assigned ticket", () => {
    expect(agent("assigned")).toEqual({
      kind: "ticket",
      portal: "help.example.com",
      id: "12",
      number: "12",
      url: "https://help.example.com/en/member/ticket/view/12",
      subject: "Printer on the second floor is offline",
      assignee: TESS,
      assignment: "assigned",
      requester: person({ name: "Ada Visitor", email: "ada@example.com", phone: "+1 555 0100" }),
      watchers: [],
      category: "Networking",
      priority: "High",
      viewer: person({ name: "Nora Newcomer" }),
      audience: "agent",
    });
  });

  test("in German", () => {
    expect(agent("assigned-de")).toMatchObject({ assignee: TESS, category: "Networking", priority: "Hoch" });
  });

  test("without the right to assign", () => {
    expect(agent("without-right-assigned")).toMatchObject({ assignee: TESS, assignment: "assigned" });
  });

  test("of two agents of one name, neither's address", () => {
    expect(agent("two-of-one-name")).toMatchObject({ assignee: person({ name: "Tess Tech" }) });
  });

  test.each(["unassigned", "unassigned-de", "without-right-unassigned-de"])("nobody: %s", (name) => {
    expect(agent(name)).toMatchObject({ assignee: null, assignment: "unassigned" });
  });

  test.each([
    ["hostile", ROB],
    ["hostile-unassigned", null],
  ])("a message that imitates the page changes nothing: %s", (name, assignee) => {
    const ticket = agent(name);
    expect(ticket).toMatchObject({ number: "12", assignee, requester: { name: "Ada Visitor" } });
    expect(JSON.stringify(ticket)).not.toMatch(/evil|666666/i);
  });
});

describe("customers", () => {
  test("see the agent's name", () => {
    expect(customer("assigned")).toMatchObject({
      number: "12",
      subject: "Printer on the second floor is offline",
      assignee: person({ name: "Tess Tech" }),
      assignment: "assigned",
      category: "Support",
      viewer: { name: "Ada Visitor" },
      audience: "customer",
    });
  });

  test("nobody, or a label in another language", () => {
    expect(customer("unassigned")).toMatchObject({ assignee: null, assignment: "unknown" });
  });

  test.each([
    ["hostile", person({ name: "Rob Remote" })],
    ["hostile-unassigned", null],
  ])("a message that imitates the page changes nothing: %s", (name, assignee) => {
    const ticket = customer(name);
    expect(ticket).toMatchObject({ number: "12", assignee });
    expect(JSON.stringify(ticket)).not.toMatch(/evil|666666/i);
  });
});

test("the card stands in the sidebar", () => {
  const [agents, customers] = uvDesk.pages;
  const place = placeOn("uvdesk", "agent-hostile", agents);
  expect(place.position).toBe("after");
  expect(place.anchor.matches(".uv-aside > .uv-aside-brick")).toBe(true);
  expect(
    placeOn("uvdesk", "customer-hostile", customers).anchor.matches(".uv-thread > .uv-thread-lt > aside"),
  ).toBe(true);
});

test("is recognised by its own pages only", () => expectOwnPagesOnly(uvDesk));
