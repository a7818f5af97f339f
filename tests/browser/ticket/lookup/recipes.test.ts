import { afterEach, describe, expect, test, vi } from "vitest";
import { newPortal } from "../../../../lib/settings/portal";
import { findPage } from "../../../../lib/ticket/find-page";
import { askLookup } from "../../../../lib/ticket/lookup/ask-lookup";
import { recipeOf } from "../../../../lib/ticket/lookup/recipe";
import { wantsLookup } from "../../../../lib/ticket/lookup/wants-lookup";
import { presetById } from "../../../../lib/ticket/presets";
import { readTicket } from "../../../../lib/ticket/read-ticket";
import { shape } from "../presets/shapes";
import { person } from "../read-page";

const ORIGIN = "https://help.example.com";
const portal = newPortal({ origin: ORIGIN, basePath: "" }, []);
afterEach(() => vi.unstubAllGlobals());

interface Page {
  preset: string;
  path: string;
  html: string;
}

/** Reads a page as the overlay does, with a portal that answers by path; other paths are refused (403). */
async function look({ preset, path, html }: Page, answers: Record<string, unknown>) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: URL) => {
    asked.push(url.pathname + url.search);
    const answer = answers[url.pathname];
    return answer === undefined ? new Response("", { status: 403 }) : Response.json(answer);
  });
  const url = new URL(path, ORIGIN);
  const document = new DOMParser().parseFromString(html, "text/html");
  const found = findPage(portal, presetById(preset), url);
  const recipe = found && recipeOf(portal, found.page);
  if (!recipe) throw new Error(`${preset} has no lookup on ${path}`);
  const { groups, basePath } = found;
  const read = (json?: unknown) => readTicket(document, url, portal.id, recipe.page, groups, json);
  const printed = read();
  if (!wantsLookup(document, recipe.page, groups)) return { asked, printed, ticket: printed };
  const outcome = await askLookup({
    recipe,
    document,
    placeholders: { origin: ORIGIN, basePath, groups, number: printed?.number ?? "" },
    elsewhere: async () => ({ ok: false, failure: { cause: "no-permission" } }),
  });
  return { asked, printed, ticket: outcome.kind === "answer" ? read(outcome.json) : null, outcome };
}

const TESS = { name: "Tess Tech", email: "tess@example.com" };
const NOBODY = { assignee: null, assignment: "unassigned" };

// Answers in the shape of Request Tracker 5.0.3's REST2.
describe("Request Tracker", () => {
  const html = (owner: string) => `<div id="header"><h1>#7: Printer</h1></div>
    <div class="ticket-info-basics"><div class="form-row id"><div class="value">7</div></div></div>
    <div class="ticket-info-people"><div class="form-row owner"><div class="value">${owner}</div></div></div>`;
  const printed = html(
    '<span class="user" data-user-id="22"><a href="/User/Summary.html?id=22">tess (Tess Tech)</a></span>',
  );
  const path = "/rt/Ticket/Display.html?id=7";
  const owner = {
    id: "tess",
    type: "user",
    Name: "tess",
    RealName: "Tess Tech",
    EmailAddress: "t@example.com",
  };

  test("the address of the owner, below the folder where RT is installed", async () => {
    const answers = { "/rt/REST/2.0/ticket/7": { id: 7, Subject: "Printer", Owner: owner } };
    const { asked, ticket } = await look({ preset: "request-tracker", path, html: printed }, answers);
    expect(asked).toEqual(["/rt/REST/2.0/ticket/7?fields%5BOwner%5D=Name,RealName,EmailAddress"]);
    expect(ticket?.assignee).toEqual(person({ name: "Tess Tech", login: "tess", email: "t@example.com" }));
  });

  test("nobody is printed: nothing is asked", async () => {
    const nobody = html('<span class="user" data-user-id="6">Nobody in particular</span>');
    const { asked, ticket } = await look({ preset: "request-tracker", path, html: nobody }, {});
    expect(asked).toEqual([]);
    expect(ticket).toMatchObject(NOBODY);
  });
});

// Answers in the shape of Zammad's sources, November 2026.
describe("Zammad", () => {
  const ticket = (owner_id: number, owner: string) => ({
    id: 5,
    number: "31005",
    title: "Printer on the second floor is offline",
    group: "Networking",
    priority: "2 normal",
    owner_id,
    owner,
    customer: "ada@example.com",
  });
  const user = { id: 3, login: "ttech", firstname: "Tess", lastname: "Tech", email: "tess@example.com" };
  const desktop = { preset: "zammad", path: "/desktop/tickets/5", html: shape("zammad", "desktop") };
  const legacy = (name: string) => ({
    preset: "zammad",
    path: "/#ticket/zoom/5",
    html: shape("zammad", name),
  });

  test("desktop: the owner, whom the page does not name, in two hops", async () => {
    const { asked, ticket: read } = await look(desktop, {
      "/api/v1/tickets/5": ticket(3, "ttech"),
      "/api/v1/users/3": user,
    });
    expect(asked).toEqual(["/api/v1/tickets/5?expand=true", "/api/v1/users/3"]);
    expect(read).toMatchObject({
      number: "31005",
      assignment: "assigned",
      assignee: { login: "ttech", email: "tess@example.com" },
      requester: { email: "ada@example.com" },
      category: "Networking",
      priority: "2 normal",
    });
  });

  test("desktop: owner 1 is nobody", async () => {
    const answers = {
      "/api/v1/tickets/5": ticket(1, "-"),
      "/api/v1/users/1": { id: 1, login: "-", email: "" },
    };
    expect((await look(desktop, answers)).ticket).toMatchObject(NOBODY);
  });

  test.each([
    ["ttech", { login: "ttech", email: null }],
    ["tess@example.com", { email: "tess@example.com" }],
  ])("customers may not ask about the owner: the login %s has to do", async (login, assignee) => {
    const { ticket: read, outcome } = await look(desktop, { "/api/v1/tickets/5": ticket(3, login) });
    expect(read?.assignee).toMatchObject(assignee);
    expect(outcome).toMatchObject({ failure: { cause: "refused", status: 403 } });
  });

  test("legacy: the address beside the printed name", async () => {
    const answers = { "/api/v1/tickets/5": ticket(3, "tess.tech"), "/api/v1/users/3": user };
    expect((await look(legacy("legacy-assigned"), answers)).ticket?.assignee).toMatchObject(TESS);
  });

  test("legacy: an answer about somebody else than the page prints does not count", async () => {
    const rob = {
      ...user,
      id: 4,
      login: "rob",
      firstname: "Rob",
      lastname: "Remote",
      email: "rob@example.com",
    };
    const answers = { "/api/v1/tickets/5": ticket(4, "rob"), "/api/v1/users/4": rob };
    const { ticket: read } = await look(legacy("legacy-assigned"), answers);
    expect(read?.assignee).toEqual(person({ name: "Tess Tech" }));
  });
});

// Answers in the shape of developer.zendesk.com, November 2026.
describe("Zendesk", () => {
  const agent = { preset: "zendesk", path: "/agent/tickets/42", html: shape("zendesk", "agent-assigned") };
  const users = [
    { id: 35436, name: "Tess Tech", email: "tess@example.com" },
    { id: 20978392, name: "Ada Visitor", email: "ada@example.com" },
  ];

  test("agents: address of assignee and requester out of the users beside the ticket", async () => {
    const { asked, ticket } = await look(agent, {
      "/api/v2/tickets/42.json": { ticket: { id: 42, assignee_id: 35436, requester_id: 20978392 }, users },
    });
    expect(asked).toEqual(["/api/v2/tickets/42.json?include=users"]);
    expect(ticket).toMatchObject({ assignee: TESS, requester: { email: "ada@example.com" } });
  });

  test("customers are not told addresses; the printed name is enough, and nothing is asked", async () => {
    const path = "/hc/en-us/requests/123";
    const html = shape("zendesk", "customer-assigned");
    const { asked, ticket } = await look({ preset: "zendesk", path, html }, {});
    expect(asked).toEqual([]);
    expect(ticket?.assignee).toMatchObject({ name: "Tess Tech", email: null });
  });

  test("customers, where the theme leaves the row out", async () => {
    const path = "/hc/en-us/requests/123";
    const html = shape("zendesk", "customer-unassigned");
    const told = (assignee_id: number | null) => ({
      "/api/v2/requests/123.json": {
        request: { id: 123, assignee_id },
        users: users.map(({ id, name }) => ({ id, name })),
      },
    });
    const of = async (id: number | null) => (await look({ preset: "zendesk", path, html }, told(id))).ticket;
    expect(await of(35436)).toMatchObject({ assignment: "assigned", assignee: { name: "Tess Tech" } });
    expect(await of(null)).toMatchObject(NOBODY);
  });
});

// Answers in the shape of Atlassian's documentation of REST version 2, November 2026.
describe("Jira", () => {
  const html = (name: string) => ({
    preset: "jira",
    path: "/browse/HELP-1",
    html: shape("jira", name).replaceAll("HELP-3", "HELP-1"),
  });
  const answer = (assignee: object | null, reporter: object = {}) => ({
    "/rest/api/2/issue/HELP-1": { key: "HELP-1", fields: { assignee, reporter } },
  });

  test("Cloud: the address, where the profile shows it", async () => {
    const assignee = { accountId: "5b10", emailAddress: "tess@example.com", displayName: "Tess Tech" };
    const { asked, ticket } = await look(html("cloud-assigned"), answer(assignee));
    expect(asked).toEqual(["/rest/api/2/issue/HELP-1?fields=assignee,reporter,status"]);
    expect(ticket?.assignee).toMatchObject(TESS);
  });

  test.each([{ emailAddress: null }, {}])("Cloud: a hidden address (%j) leaves the name", async (hidden) => {
    const { ticket } = await look(
      html("cloud-assigned"),
      answer({ accountId: "5b10", displayName: "Tess Tech", ...hidden }),
    );
    expect(ticket?.assignee).toMatchObject({ name: "Tess Tech", email: null });
  });

  test.each(["cloud-unassigned", "data-center-unassigned"])("%s is nobody", async (name) => {
    expect((await look(html(name), answer(null))).ticket).toMatchObject(NOBODY);
  });

  test("Data Center: login, name and address", async () => {
    const assignee = { name: "tess", emailAddress: "t.tech@example.com", displayName: "Tess Tech" };
    const { ticket } = await look(html("data-center-assigned"), answer(assignee));
    expect(ticket?.assignee).toMatchObject({ login: "tess", email: "t.tech@example.com" });
  });
});

// Answers in the shape that public scripts rely on; the interface is Freshdesk's own (medium).
describe("Freshdesk", () => {
  const path = "/a/tickets/42";
  const assigned = { preset: "freshdesk", path, html: shape("freshdesk", "assigned") };
  const agents = {
    data: {
      agents: [
        { id: 9, contact: { name: "Rob Remote", email: "rob@example.com" } },
        { id: 7, contact: TESS },
      ],
    },
  };

  test("the agent's address, in two hops", async () => {
    const { asked, ticket } = await look(assigned, {
      "/api/_/tickets/42": { ticket: { id: 42, responder_id: 7 } },
      "/api/_/bootstrap/agents_groups": agents,
    });
    expect(asked).toEqual(["/api/_/tickets/42", "/api/_/bootstrap/agents_groups"]);
    expect(ticket?.assignee).toMatchObject(TESS);
  });

  test("nobody responds", async () => {
    const html = shape("freshdesk", "assigned").replaceAll("ember-power-select-selected-item", "gone");
    const { ticket } = await look(
      { ...assigned, html },
      { "/api/_/tickets/42": { ticket: { responder_id: null } }, "/api/_/bootstrap/agents_groups": agents },
    );
    expect(ticket).toMatchObject(NOBODY);
  });
});
