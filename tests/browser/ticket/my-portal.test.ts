import { describe, expect, test } from "vitest";
import { findPlace } from "../../../lib/ticket/find-place";
import { recognisePreset } from "../../../lib/ticket/presets";
import { myPortal } from "../../../lib/ticket/presets/my-portal";
import { agentPage } from "../../portals/my-portal/agent-page";
import { customerPage } from "../../portals/my-portal/customer-page";
import { createTickets, type Ticket } from "../../portals/my-portal/tickets";
import agentBeforeAutosave from "./my-portal-agent-before-autosave.html?raw";
import agentBeforeAutosaveUnassigned from "./my-portal-agent-before-autosave-unassigned.html?raw";
import customer from "./my-portal-customer.html?raw";
import customerUnassigned from "./my-portal-customer-unassigned.html?raw";
import { person, readPage } from "./read-page";

const read = (html: unknown, path: string) => readPage(String(html), `https://portal.example.com${path}`);
const parse = (html: unknown) => new DOMParser().parseFromString(String(html), "text/html");
const given = (id: number, other: Partial<Ticket> = {}): Ticket => {
  const ticket = createTickets().get(id);
  if (!ticket) throw new Error(`no ticket ${id}`);
  return { ...ticket, ...other };
};

const TESS = person({ login: "tess@example.com", email: "tess@example.com" });
const JOHN = person({ name: "John Doe", email: "john@example.com" });
const ADA = person({ login: "ada@example.com", email: "ada@example.com" });

describe("the agents' page", () => {
  test("with a form that saves itself", () => {
    expect(read(agentPage(given(123), false), "/admin/tickets/123")).toEqual({
      kind: "ticket",
      portal: "portal.example.com",
      id: "123",
      number: "123",
      url: "https://portal.example.com/admin/tickets/123",
      subject: "Support Request",
      assignee: TESS,
      assignment: "assigned",
      requester: JOHN,
      watchers: [ADA],
      category: "Networking",
      priority: "High",
      viewer: null,
      audience: "agent",
    });
  });

  test("with nobody assigned", () => {
    expect(read(agentPage(given(124), false), "/admin/tickets/124")).toMatchObject({
      assignee: null,
      assignment: "unassigned",
      watchers: [],
    });
  });

  test("a choice in a form that saves itself counts at once", () => {
    const html = parse(agentPage(given(124), false));
    const url = new URL("https://portal.example.com/admin/tickets/124");
    const select = html.querySelector<HTMLSelectElement>("#ticket-assigned-detail");
    for (const option of select?.options ?? [])
      option.toggleAttribute("selected", option.value === TESS.email);
    expect(read(html.documentElement.outerHTML, url.pathname)).toMatchObject({ assignee: TESS });
  });

  test("before autosave: what the server has saved", () => {
    expect(read(agentBeforeAutosave, "/admin/tickets/42")).toMatchObject({
      number: "T-1042",
      subject: "Support Request",
      assignee: TESS,
      assignment: "assigned",
      requester: JOHN,
      watchers: [ADA],
      category: "Networking",
      priority: "High",
    });
  });

  test("before autosave, with nobody assigned", () => {
    expect(read(agentBeforeAutosaveUnassigned, "/admin/tickets/43")).toMatchObject({
      number: "43",
      assignee: null,
      assignment: "unassigned",
      requester: null,
      watchers: [],
    });
  });

  test("the portal's own booking button tells who is signed in", () => {
    expect(read(agentPage(given(123), true), "/admin/tickets/123")?.viewer).toEqual(
      person({ name: "Tess Tech", email: "tess@example.com" }),
    );
  });
});

describe("the customers' page", () => {
  test.each([
    ["as recorded", customer, "/tickets/42"],
    ["of the stand-in", customerPage(given(123), false), "/tickets/123"],
  ])("%s", (_, html, path) => {
    expect(read(html, path)).toMatchObject({
      subject: "Support Request",
      assignee: person({ name: "Tess Tech" }),
      assignment: "assigned",
      requester: person({ name: "John Doe" }),
      watchers: [ADA],
      audience: "customer",
    });
  });

  test.each([
    ["as recorded", customerUnassigned, "/tickets/43"],
    ["of the stand-in", customerPage(given(124), false), "/tickets/124"],
  ])("%s, with nobody assigned", (_, html, path) => {
    expect(read(html, path)).toMatchObject({ assignee: null, assignment: "unassigned" });
  });
});

describe("a message that imitates the page changes nothing", () => {
  const evil = `<form data-ticket-details-autosave><select id="ticket-assigned-detail"><option value="evil@example.com"
    selected>evil@example.com</option></select></form><dl class="description-list"><div class="description-list__row">
    <dt>Assigned to</dt> <dd>evil@example.com</dd></div></dl><span data-watcher-item data-watcher-email="evil@example.com">
    </span><button data-cal-link="evil" data-user-name="Evil" data-user-email="evil@example.com">Book</button>`;
  const put = (html: unknown) => {
    const page = parse(html);
    for (const body of page.querySelectorAll(".rich-text-viewer")) body.innerHTML = evil;
    for (const body of page.querySelectorAll("[data-ticket-reply]"))
      body.insertAdjacentHTML("beforeend", evil);
    return page.documentElement.outerHTML;
  };
  test.each([
    ["agents", put(agentPage(given(123), false)), "/admin/tickets/123", TESS],
    ["customers", put(customerPage(given(123), false)), "/tickets/123", person({ name: "Tess Tech" })],
    [
      "agents, unassigned",
      put(agentPage(given(124, { replies: given(123).replies }), false)),
      "/admin/tickets/124",
      null,
    ],
    ["customers, unassigned", put(customerPage(given(124), false)), "/tickets/124", null],
  ])("%s", (_, html, path, assignee) => {
    expect(html).toContain("evil");
    const ticket = read(html, path);
    expect(ticket?.assignee).toEqual(assignee);
    expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
  });
});

test("the card stands behind the ticket's details", () => {
  const [agents, customers] = myPortal.pages;
  if (!agents || !customers) throw new Error("MyPortal has two pages");
  for (const [html, page] of [
    [agentPage(given(123), false), agents],
    [customerPage(given(123), false), customers],
  ] as const) {
    const document = parse(html);
    expect(recognisePreset(document)).toBe(myPortal);
    const place = findPlace(document, page);
    expect(place?.position).toBe("after");
    expect(place?.anchor.textContent).toContain("Ticket details");
  }
});
