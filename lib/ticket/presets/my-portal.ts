import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Selectors seen in the templates of MyPortal (d360453de, and the agent page with autosave of November 2026).
const exclude = "[data-ticket-timeline], [data-ticket-reply], .rich-text-viewer, .timeline";

/** The saved choice: what autosave has sent, else what the server marked as selected; never an unsaved choice. */
const chosen = (select: string) => [
  { css: `form[data-ticket-details-autosave] ${select} option:checked:not([value=""])` },
  { css: `form:not([data-ticket-details-autosave]) ${select} option[selected]:not([value=""])` },
];

/** What a cell of a list says, unless it is a dash. */
const written = "^(?!\\u2014$)(.+)$";

const look = {
  surface: ".card",
  header: ".card__header",
  heading: ".card__title",
  body: ".card__body, .card-collapsible__content",
  button: ".button--primary, .button:not(.button--ghost)",
};

/** A row of the description list; MyPortal is in English only. */
const row = (label: string) => [{ css: ".description-list__row", match: `^${label} ?(.+)$` }];

/** MyPortal's own booking button carries who is signed in. */
const viewer = {
  viewerName: [{ css: "[data-cal-link]", attr: "data-user-name" }],
  viewerEmail: [{ css: "[data-cal-link]", attr: "data-user-email" }],
};

const agentTicket: PageDefinition = {
  kind: "ticket",
  url: "/admin/tickets/:id(\\d+)",
  root: "[data-admin-ticket-detail]",
  exclude,
  fields: {
    number: [
      { css: "[data-ticket-linked-assets][data-ticket-number]", attr: "data-ticket-number" },
      { url: "id" },
    ],
    subject: [{ css: "#ticket-subject-detail", attr: "value" }, { css: "h1.management__title" }],
    assignee: chosen("#ticket-assigned-detail"),
    requesterName: chosen("#ticket-requester-detail"),
    watchers: [{ css: "[data-watcher-item]", attr: "data-watcher-email" }],
    category: chosen("#ticket-category-detail"),
    priority: chosen("#ticket-priority-detail"),
    ...viewer,
  },
  note: {
    internal: {
      method: "POST",
      url: "/api/tickets/{id}/replies",
      headers: { "X-CSRF-Token": { meta: "csrf-token" } },
      json: { body: "{html}", is_internal: true },
      success: [201],
    },
    public: {
      method: "POST",
      url: "/api/tickets/{id}/replies",
      headers: { "X-CSRF-Token": { meta: "csrf-token" } },
      json: { body: "{html}", is_internal: false },
      success: [201],
    },
  },
  unassigned: [
    { css: 'form[data-ticket-details-autosave] #ticket-assigned-detail option[value=""]:checked' },
    {
      css: "form:not([data-ticket-details-autosave]) #ticket-assigned-detail:not(:has(option[selected]:not([value=''])))",
    },
  ],
  place: [
    { at: ".management__column--details > details.card", position: "after" },
    { at: ".management__column--details", position: "append" },
  ],
  look,
  emptyAssignee: "unknown",
  audience: "agent",
};

const customerTicket: PageDefinition = {
  kind: "ticket",
  url: "/tickets/:id(\\d+)",
  root: ".management--single",
  exclude,
  fields: {
    number: [{ url: "id" }],
    subject: [{ css: "h1.management__title" }],
    assignee: row("Assigned to"),
    requesterName: row("Requester"),
    watchers: [{ css: ".description-list__row .list--inline li" }],
    priority: row("Priority"),
    ...viewer,
  },
  emptyAssignee: "unassigned", // the row is left out when nobody is assigned
  place: [{ at: ".management__column--details > .card", position: "after" }],
  look,
  audience: "customer",
};

/** Agents' list, seen in the templates of November 2026; customers' names nobody. Its script builds the rows anew. */
const agentList: PageDefinition = {
  kind: "list",
  of: "ticket",
  url: "/admin/tickets",
  row: '#tickets-table[data-table-id="tickets"] > tbody > tr:has(> td[data-column="assigned"])',
  fields: {
    id: [{ css: ':scope > td[data-column="subject"] > a', attr: "href", match: "/admin/tickets/(\\d+)$" }],
    link: [{ css: ':scope > td[data-column="subject"] > a', attr: "href" }],
    subject: [{ css: ':scope > td[data-column="subject"] > a' }],
    assignee: [{ css: ':scope > td[data-column="assigned"]', match: written }],
    assigneeEmail: [{ css: ':scope > td[data-column="assigned-user-email"]', match: written }],
    requesterName: [{ css: ':scope > td[data-column="requester"]', match: written }],
    requesterEmail: [{ css: ':scope > td[data-column="requester-email"]', match: written }],
    category: [{ css: ':scope > td[data-column="category"]', match: written }],
    priority: [{ css: ':scope > td[data-column="priority"]' }],
  },
  place: [{ at: ':scope > td[data-column="assigned"]', position: "append" }],
  look: { button: ".button--primary" },
  emptyAssignee: "unassigned", // a dash
  audience: "agent",
};

/** MyPortal, the portal of the first seed. */
export const myPortal: Preset = {
  id: "my-portal",
  name: "MyPortal",
  seen: "templates, November 2026",
  recognise: (document) =>
    document.querySelector(
      "[data-admin-ticket-detail], .management [data-ticket-timeline], .management #tickets-table[data-table-id]",
    ) !== null,
  pages: [agentTicket, customerTicket, agentList],
  nativeButton: { button: "button[data-cal-link]", card: ".card" },
  questions: { TicketNumber: "number", TicketURL: "url", title: "title" },
  examples: {
    tickets: [
      "https://portal.example.com/admin/tickets/123",
      "https://portal.example.com/tickets/123/",
      "https://portal.example.com/tickets/123#reply",
    ],
    lists: [
      "https://portal.example.com/admin/tickets",
      "https://portal.example.com/admin/tickets?status=open",
    ],
    others: [
      "https://portal.example.com/tickets",
      "https://portal.example.com/tickets/new",
      "https://portal.example.com/admin/tickets/email-blocklist",
    ],
  },
};
