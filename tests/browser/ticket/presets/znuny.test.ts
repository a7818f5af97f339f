import { describe, expect, test } from "vitest";
import { znuny } from "../../../../lib/ticket/presets/znuny";
import { person } from "../read-page";
import { expectOwnPagesOnly, placeOn, readShape } from "./shapes";

const agent = (name: string) =>
  readShape("znuny", name, "/znuny/index.pl?Action=AgentTicketZoom;TicketID=9;ArticleID=12");
const customer = (name: string) =>
  readShape("znuny", name, "/znuny/customer.pl?Action=CustomerTicketZoom;TicketNumber=2026112110000015");
const TESS = person({ name: "Tess Tech", login: "tess" });
const ROB = person({ name: "Rob Remote", email: "rob@example.com" });

describe("agents", () => {
  test("an owned ticket", () => {
    expect(agent("agent-assigned")).toEqual({
      kind: "ticket",
      portal: "help.example.com",
      id: "9",
      number: "2026112110000015",
      url: "https://help.example.com/znuny/index.pl?Action=AgentTicketZoom;TicketID=9;ArticleID=12",
      subject: "Printer on the second floor is offline",
      assignee: TESS,
      assignment: "assigned",
      requester: null,
      watchers: [],
      category: "Networking",
      priority: "3 normal",
      viewer: person({ name: "Tess Tech" }),
      audience: "agent",
    });
  });

  test.each(["agent-assigned-de", "agent-responsible-root", "otrs-agent-assigned"])("owned: %s", (name) => {
    expect(agent(name)).toMatchObject({ assignee: TESS, assignment: "assigned", category: "Networking" });
  });

  test("a login that is an address", () => {
    expect(agent("agent-login-is-address")).toMatchObject({ assignee: ROB });
  });

  test.each(["agent-unassigned", "agent-unassigned-de", "otrs-agent-unassigned"])(
    "root@localhost is nobody, and the responsible agent does not take its place: %s",
    (name) => expect(agent(name)).toMatchObject({ assignee: null, assignment: "unassigned" }),
  );

  test.each(["agent-invalid", "otrs-agent-invalid"])(
    "an agent who is disabled cannot be called, nor the next row's: %s",
    (name) => expect(agent(name)).toMatchObject({ assignee: null, assignment: "unknown" }),
  );

  test.each([
    ["agent-hostile", ROB],
    ["agent-hostile-unassigned", null],
  ])("a message that imitates the page changes nothing: %s", (name, assignee) => {
    const ticket = agent(name);
    expect(ticket).toMatchObject({ number: "2026112110000015", assignee, priority: "3 normal" });
    expect(JSON.stringify(ticket)).not.toMatch(/evil|666666/i);
  });

  test.each([
    "/otrs/index.pl?TicketID=9&Action=AgentTicketZoom",
    "/otobo/index.pl?Action=AgentTicketZoom;TicketNumber=2026112110000015",
  ])("at %s", (path) => {
    expect(readShape("znuny", "agent-assigned", path)).toMatchObject({
      assignee: TESS,
      number: "2026112110000015",
    });
  });

  test("a popup is no ticket page", () => {
    expect(
      readShape("znuny", "agent-assigned", "/znuny/index.pl?Action=AgentTicketNote;TicketID=9"),
    ).toBeNull();
  });
});

describe("customers", () => {
  test.each(["customer-assigned", "customer-assigned-de"])("where the owner is shown: %s", (name) => {
    expect(customer(name)).toMatchObject({
      number: "2026112110000015",
      subject: "Printer on the second floor is offline",
      assignee: person({ name: "Tess Tech" }),
      assignment: "assigned",
      category: "Networking",
      priority: "3 normal",
      audience: "customer",
    });
  });

  test("where it is not", () => {
    expect(customer("customer-without-owner")).toMatchObject({ assignee: null, assignment: "unknown" });
  });

  test.each([
    ["customer-hostile", person({ name: "Rob Remote" })],
    ["customer-hostile-without-owner", null],
  ])("a message that imitates the page changes nothing: %s", (name, assignee) => {
    const ticket = customer(name);
    expect(ticket).toMatchObject({ number: "2026112110000015", assignee });
    expect(JSON.stringify(ticket)).not.toMatch(/evil|666666/i);
  });
});

test("the card stands in the sidebar", () => {
  const [agents, , customers] = znuny.pages;
  const place = placeOn("znuny", "agent-hostile", agents);
  expect(place.position).toBe("prepend");
  expect(place.anchor.matches(".TicketZoom > .SidebarColumn")).toBe(true);
  expect(placeOn("znuny", "customer-hostile", customers).anchor.matches("form > #ZoomSidebar")).toBe(true);
});

test("is recognised by its own pages only", () => expectOwnPagesOnly(znuny));
