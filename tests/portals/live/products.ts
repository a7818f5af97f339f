import { readFile } from "node:fs/promises";

/** A ticket as these portals know it. */
export interface LiveTicket {
  id: string;
  person: Person | null;
}

export interface Person {
  login: string;
  name: string;
  email: string;
}

/** A product whose pages change in place, or arrive in parts. */
export interface LiveProduct {
  /** As the preset's. */
  id: string;
  /** Does in the page what the product's own scripts do to the document: a file in assets/. */
  script: string;
  /** Ids of two tickets. */
  tickets: readonly [string, string];
  /** Path, query and hash of a ticket. */
  address(id: string): string;
  /** A whole ticket page as the product prints it: its shape, with another id and another person. */
  html(ticket: LiveTicket): Promise<string>;
  /** What the server sends of it at first, where the rest is fetched. */
  firstHtml?(html: string): string;
  /** What its own interface answers; `null` where there is nothing. */
  answer?(url: URL, tickets: ReadonlyMap<string, LiveTicket>): object | null;
}

const portals = new URL("../", import.meta.url);
const shape = (path: string) => readFile(new URL(path, portals), "utf8");

const ADDRESS = "tess@example.com";
const NAME = "Tess Tech";

async function filled(assigned: string, unassigned: string, { person }: LiveTicket): Promise<string> {
  if (!person) return shape(unassigned);
  return (await shape(assigned)).replaceAll(NAME, person.name).replaceAll(ADDRESS, person.email);
}

export const zammad: LiveProduct = {
  id: "zammad",
  script: "zammad.js",
  tickets: ["5", "6"],
  address: (id) => `/#ticket/zoom/${id}`,
  html: async (ticket) =>
    (await filled("shapes/zammad/legacy-assigned.html", "shapes/zammad/legacy-unassigned.html", ticket))
      .replaceAll(/content_permanent_Ticket(?:Zoom)?-5/g, `content_permanent_Ticket-${ticket.id}`)
      .replaceAll("31005", `3100${ticket.id}`),
};

export const zendesk: LiveProduct = {
  id: "zendesk",
  script: "zendesk.js",
  tickets: ["42", "43"],
  address: (id) => `/agent/tickets/${id}`,
  html: async (ticket) =>
    (
      await filled("shapes/zendesk/agent-assigned.html", "shapes/zendesk/agent-unassigned.html", ticket)
    ).replaceAll("ticket-42-", `ticket-${ticket.id}-`),
};

const jira: LiveProduct = {
  id: "jira",
  script: "jira.js",
  tickets: ["HELP-1", "HELP-2"],
  address: (id) => `/browse/${id}`,
  html: async (ticket) =>
    (await filled("shapes/jira/cloud-assigned.html", "shapes/jira/cloud-unassigned.html", ticket)).replaceAll(
      /HELP-\d+/g,
      ticket.id,
    ),
  answer({ pathname }, tickets) {
    const ticket = tickets.get(/^\/rest\/api\/2\/issue\/([\w-]+)$/.exec(pathname)?.[1] ?? "");
    if (!ticket) return null;
    const { person } = ticket;
    const assignee = person && { displayName: person.name, emailAddress: person.email, accountId: "5b10" };
    return {
      key: ticket.id,
      fields: { assignee, reporter: null, summary: "Printer", priority: { name: "High" } },
    };
  },
};

const freshdesk: LiveProduct = {
  id: "freshdesk",
  script: "freshdesk.js",
  tickets: ["42", "43"],
  address: (id) => `/a/tickets/${id}`,
  html: async (ticket) =>
    (await filled("shapes/freshdesk/assigned.html", "shapes/freshdesk/unassigned.html", ticket)).replace(
      /(?<=breadcrumb__item active">)\d+/,
      ticket.id,
    ),
};

const osTicket: LiveProduct = {
  id: "osticket",
  script: "osticket.js",
  tickets: ["17", "18"],
  address: (id) => `/scp/tickets.php?id=${id}`,
  html: async (ticket) =>
    (await filled("shapes/osticket/agent-assigned.html", "shapes/osticket/agent-unassigned.html", ticket))
      .replaceAll("id=17", `id=${ticket.id}`)
      .replaceAll("482913", `4829${ticket.id}`),
};

const owner = /<span class="user" data-user-id="33"><a [^>]*>tess \(Tess Tech\)<\/a><\/span>/;

/** Request Tracker 6 swaps its pages by htmx; the pages are those of 5, which the preset knows. */
const requestTracker: LiveProduct = {
  id: "request-tracker",
  script: "request-tracker.js",
  tickets: ["1", "2"],
  address: (id) => `/rt/Ticket/Display.html?id=${id}`,
  html: async ({ id, person }) =>
    (await shape("request-tracker/recorded/agent-assigned.html"))
      .replace("<span>1</span>", `<span>${id}</span>`)
      .replaceAll("#1:", `#${id}:`)
      .replace(
        owner,
        person
          ? `<span class="user" data-user-id="40"><a href="/rt/User/Summary.html?id=40">${person.login} (${person.name})</a></span>`
          : '<span class="user" data-user-id="6">Nobody in particular</span>',
      ),
};

const glpi: LiveProduct = {
  id: "glpi",
  script: "glpi.js",
  tickets: ["42", "43"],
  address: (id) => `/front/ticket.form.php?id=${id}`,
  html: async (ticket) =>
    (await filled("shapes/glpi/assigned.html", "shapes/glpi/unassigned.html", ticket))
      .replaceAll("#42", `#${ticket.id}`)
      .replace('name="id" value="42"', `name="id" value="${ticket.id}"`),
  firstHtml: (html) =>
    html.replace(/<div id="itil-object-container">.*<\/main>/s, '<div class="tab-content"></div></main>'),
};

const znuny: LiveProduct = {
  id: "znuny",
  script: "znuny.js",
  tickets: ["9", "10"],
  address: (id) => `/index.pl?Action=AgentTicketZoom;TicketID=${id}`,
  html: async (ticket) =>
    (await filled("shapes/znuny/agent-assigned.html", "shapes/znuny/agent-unassigned.html", ticket))
      .replaceAll("(tess)", `(${ticket.person?.login})`)
      .replaceAll("2026112110000015", `20261121100000${ticket.id.padStart(2, "0")}`),
  firstHtml: (html) =>
    html.replace(/<div class="WidgetSimple information-widget">.*(?=<div id="Async_1">)/s, ""),
};

export const liveProducts: readonly LiveProduct[] = [
  zammad,
  zendesk,
  jira,
  freshdesk,
  osTicket,
  requestTracker,
  glpi,
  znuny,
];
