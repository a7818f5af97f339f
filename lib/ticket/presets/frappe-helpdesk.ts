import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Seen in the sources of July 2026, not run: `desk/src/router/index.ts`, `TicketDetailsTab.vue`, `Resizer.vue`,
// `TicketCustomerSidebar.vue`; the answers in `hd_ticket/api.py`. The page draws names inside of buttons, beside words in
// any language, and customers see no name at all: both are read from Frappe's own interface, where a user's id is the e-mail.
const ticket: Omit<PageDefinition, "url" | "place" | "audience"> = {
  kind: "ticket",
  exclude: '[role="tabpanel"], .prose, .prose-f, .ProseMirror', // frappe-ui's own, from memory
  lookup: {
    url: "/api/method/helpdesk.helpdesk.doctype.hd_ticket.api.get_ticket_assignees?ticket={id}",
    // biome-ignore lint/suspicious/noThenProperty: the name in the configuration document
    then: { url: "/api/resource/HD%20Ticket/{id}" },
  },
  fields: {
    number: [{ url: "id" }],
    subject: [{ json: "/then/data/subject" }],
    assignee: [{ json: "/message/0/agent_name" }, { json: "/message/0/name" }], // the first of several
    assigneeEmail: [{ json: "/message/0/name" }],
    requesterEmail: [{ json: "/then/data/raised_by" }],
    category: [{ json: "/then/data/agent_group" }],
    priority: [{ json: "/then/data/priority" }],
  },
  unassigned: [{ json: "/message/0/name", equals: [null] }],
  emptyAssignee: "unknown",
};
// The right column is whatever holds the handle that changes its width.
const column = "div:has(> .cursor-col-resize)";

const agentTicket: PageDefinition = {
  ...ticket,
  url: "/helpdesk/tickets/:id(\\d+)",
  // Agents' comments are internal; `new_comment` in `hd_ticket.py`. The token stands in a script of the page.
  note: {
    internal: {
      method: "POST",
      url: "/api/method/run_doc_method",
      headers: {
        "X-Frappe-CSRF-Token": { script: "csrf_token[\"'\\]]*\\s*=\\s*[\"']([\\w-]{16,200})[\"']" },
      },
      json: { dt: "HD Ticket", dn: "{id}", method: "new_comment", args: { content: "{html}" } },
      success: [200],
    },
    // What comes with it; a status of one's own has to be chosen there.
    status: {
      fixed: ["Open", "Replied", "Resolved", "Closed"].map((name) => ({ value: name, name })),
      set: {
        method: "PUT",
        url: "/api/resource/HD Ticket/{id}",
        headers: {
          "X-Frappe-CSRF-Token": { script: "csrf_token[\"'\\]]*\\s*=\\s*[\"']([\\w-]{16,200})[\"']" },
        },
        json: { status: "{status}" },
        success: [200],
      },
    },
  },
  place: [
    { at: `${column} > div > .shrink-0:first-child`, position: "append" },
    { at: `${column} > div:first-child`, position: "append" },
  ],
  audience: "agent",
};

const customerTicket: PageDefinition = {
  ...ticket,
  url: "/helpdesk/my-tickets/:id(\\d+)",
  place: [{ at: '[class~="w-[382px]"]', position: "append" }],
  audience: "customer",
};

/** Frappe Helpdesk. */
export const frappeHelpdesk: Preset = {
  id: "frappe-helpdesk",
  name: "Frappe Helpdesk",
  seen: "sources of July 2026",
  recognise: (document) => document.querySelector('head script[src^="/assets/helpdesk/desk/"]') !== null,
  pages: [agentTicket, customerTicket],
  examples: {
    tickets: [
      "https://help.example.com/helpdesk/tickets/123",
      "https://help.example.com/helpdesk/tickets/123?view=5#email",
      "https://help.example.com/helpdesk/my-tickets/123",
    ],
    others: [
      "https://help.example.com/helpdesk",
      "https://help.example.com/helpdesk/tickets",
      "https://help.example.com/helpdesk/tickets/new",
      "https://help.example.com/helpdesk/my-tickets",
      "https://help.example.com/helpdesk/my-tickets/new",
      "https://help.example.com/app/hd-ticket/123",
    ],
  },
};
