import { describe, expect, test } from "vitest";
import { findPlace } from "../../../../lib/ticket/find-place";
import { recognisePreset } from "../../../../lib/ticket/presets";
import { zendesk } from "../../../../lib/ticket/presets/zendesk";
import assigned from "../../../portals/shapes/zendesk/agent-assigned.html?raw";
import group from "../../../portals/shapes/zendesk/agent-group.html?raw";
import hostile from "../../../portals/shapes/zendesk/agent-hostile.html?raw";
import unassigned from "../../../portals/shapes/zendesk/agent-unassigned.html?raw";
import customer from "../../../portals/shapes/zendesk/customer-assigned.html?raw";
import customerGerman from "../../../portals/shapes/zendesk/customer-assigned-german.html?raw";
import customerHostile from "../../../portals/shapes/zendesk/customer-hostile.html?raw";
import customerUnassigned from "../../../portals/shapes/zendesk/customer-unassigned.html?raw";
import { person, readPage } from "../read-page";

const SITE = "https://example.zendesk.com";
const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const serialise = (document: Document) => document.documentElement.outerHTML;
const [agentPage, customerPage] = zendesk.pages;
if (!agentPage || !customerPage) throw new Error("Zendesk has not its two pages");

const TESS = person({ name: "Tess Tech" });
const ROB = person({ name: "Rob Remote" });
const ADA = person({ name: "Ada Visitor" });
const JOHN = person({ name: "John Doe" });
const ASSIGNEE = /<dt>Assignee<\/dt>\s*<dd>\s*Tess Tech\s*<\/dd>/;

const own = import.meta.glob<string>("../../../portals/shapes/zendesk/*.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const others = import.meta.glob<string>(
  ["../../../portals/**/*.html", "!../../../portals/shapes/zendesk/**"],
  { query: "?raw", import: "default", eager: true },
);

test.each(Object.entries(own))("%s is Zendesk's", (_, html) => {
  expect(recognisePreset(parse(html))).toBe(zendesk);
});
test.each(Object.entries(others))("%s is not", (_, html) =>
  expect(zendesk.recognise(parse(html))).toBe(false),
);

describe("agent", () => {
  test("an assigned ticket: the agent, not the group", () => {
    expect(readPage(assigned, `${SITE}/agent/tickets/42`)).toEqual({
      kind: "ticket",
      portal: "example.zendesk.com",
      id: "42",
      number: "42",
      url: `${SITE}/agent/tickets/42`,
      subject: "Customer is experiencing network issues",
      assignee: TESS,
      assignment: "assigned",
      requester: ADA,
      watchers: [],
      category: null,
      priority: null,
      viewer: null,
      audience: "agent",
    });
  });

  test("the active pane is read, whichever it is", () => {
    const document = parse(assigned);
    for (const pane of document.querySelectorAll(".ticket-panes-grid-layout")) {
      const isActive = pane.getAttribute("data-is-active") === "true";
      pane.setAttribute("data-is-active", String(!isActive));
    }
    expect(readPage(serialise(document), `${SITE}/agent/tickets/41`)).toMatchObject({
      subject: "Please look at my quote",
      assignee: ROB,
      requester: JOHN,
    });
    const inside = findPlace(document, agentPage)?.anchor.closest(".ticket-panes-grid-layout");
    expect(inside?.getAttribute("data-test-id")).toBe("ticket-41-standard-layout");
  });

  test("no pane is active", () => {
    const html = assigned.replace('data-is-active="true"', 'data-is-active="false"');
    expect(readPage(html, `${SITE}/agent/tickets/42`)).toBeNull();
  });

  test.each([
    ["nobody", unassigned],
    ["a group only", group],
  ])("a ticket of %s", (_, html) => {
    expect(readPage(html, `${SITE}/agent/tickets/43`)).toMatchObject({
      assignee: null,
      assignment: "unassigned",
      requester: ADA,
    });
  });

  test("an agent without a group is not guessed", () => {
    const html = assigned.replace('<span title="Support">Support</span>', "");
    expect(readPage(html, `${SITE}/agent/tickets/42`)).toMatchObject({
      assignee: null,
      assignment: "unknown",
    });
  });

  test("messages that imitate a pane change nothing, in this ticket or in another", () => {
    expect(hostile).toContain("evil@example.com");
    const ticket = readPage(hostile, `${SITE}/agent/tickets/42`);
    expect(ticket).toMatchObject({ assignee: TESS, requester: ADA });
    expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
  });

  test.each([assigned, hostile])("the card's place is below the properties of the active pane", (html) => {
    const place = findPlace(parse(html), agentPage);
    expect(place?.position).toBe("append");
    expect(place?.anchor.parentElement?.getAttribute("data-test-id")).toBe("ticket-42-standard-layout");
    expect(place?.anchor.querySelector('[data-test-id="assignee-field"]')).not.toBeNull();
  });
});

describe("customer", () => {
  test.each([
    ["English", customer, "Customer is experiencing network issues"],
    ["German", customerGerman, "Netzwerk fällt aus"],
  ])("an assigned request in %s", (_, html, subject) => {
    expect(readPage(html, `${SITE}/hc/de/requests/42`)).toMatchObject({
      number: "42",
      subject,
      assignee: TESS,
      assignment: "assigned",
      requester: ADA,
      watchers: [JOHN, person({ name: "Nora Newcomer" })],
      audience: "customer",
    });
  });

  test("a request that nobody is assigned to; its group is not taken for a person", () => {
    expect(readPage(customerUnassigned, `${SITE}/hc/en-us/requests/43`)).toMatchObject({
      assignee: null,
      assignment: "unassigned",
      requester: ADA,
    });
  });

  test("the same with no white space between the rows", () => {
    const html = customer.replace(/>\s+</g, "><").replace(/\s*Tess Tech\s*/, "Tess Tech");
    expect(readPage(html, `${SITE}/hc/en-us/requests/42`)).toMatchObject({ assignee: TESS });
  });

  test("a theme that shows neither assignee nor number names nobody", () => {
    const html = customer.replace(ASSIGNEE, "").replace(/<dt>ID<\/dt>\s*<dd>#42<\/dd>/, "");
    expect(readPage(html, `${SITE}/hc/en-us/requests/42`)?.assignee).toBeNull();
  });

  test("a theme with another sidebar is not read", () => {
    const html = customer.replaceAll("status-label", "state");
    expect(readPage(html, `${SITE}/hc/en-us/requests/42`)).toBeNull();
  });

  test("a comment that imitates the page changes nothing", () => {
    expect(customerHostile).toContain("evil@example.com");
    const ticket = readPage(customerHostile, `${SITE}/hc/en-us/requests/42`);
    expect(ticket).toMatchObject({ subject: "Please look at my quote", assignee: TESS, requester: ADA });
    expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
  });

  test.each([customer, customerHostile])("the card's place is the end of the sidebar", (html) => {
    const place = findPlace(parse(html), customerPage);
    expect(place?.position).toBe("append");
    expect(place?.anchor.closest(".comment-list")).toBeNull();
    expect(place?.anchor.matches("section.request-sidebar > .collapsible-sidebar-body")).toBe(true);
  });
});
