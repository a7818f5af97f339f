import type { NoteRecipe } from "../../note/recipe";
import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Selectors seen in Zammad's sources (develop), November 2026. All open tickets stay in the document as tabs.
const settings = '.sidebar[data-tab="ticket"]';
const customer = '.sidebar[data-tab="customer"]';
const chosen = (name: string) => `${settings} .edit select[name="${name}"] option:checked:not([value=""])`;

// The owner's address takes a second hop; `all=true` would do with one, and would carry every article of the ticket.
// Customers may not ask about other users: the login, which often is the address, has to do for them.
const asked = {
  lookup: {
    url: "/api/v1/tickets/{id}?expand=true",
    // biome-ignore lint/suspicious/noThenProperty: the name in the configuration document
    then: { url: "/api/v1/users/{/owner_id}" },
  },
  email: [{ json: "/then/email" }],
  login: [{ json: "/owner" }],
  unassigned: { json: "/owner_id", equals: [1] },
};

// Every answer carries the token that the next write has to bring.
const note: NoteRecipe = {
  first: { url: "/api/v1/users/me" },
  internal: {
    method: "POST",
    url: "/api/v1/ticket_articles",
    headers: { "X-CSRF-Token": { answerHeader: "CSRF-Token" } },
    json: { ticket_id: "{id}", body: "{html}", content_type: "text/html", type: "note", internal: true },
    success: [201],
  },
  status: {
    ask: { url: "/api/v1/ticket_states", each: "/*", value: "/name" },
    set: {
      method: "PUT",
      url: "/api/v1/tickets/{id}",
      headers: { "X-CSRF-Token": { answerHeader: "CSRF-Token" } },
      json: { state: "{status}" },
      success: [200],
    },
  },
};

const legacyTicket: PageDefinition = {
  kind: "ticket",
  url: "/#ticket/zoom/:id(\\d+)/:article(\\d+)?", // the internal id
  root: ".content.active:has(.ticketZoom):not(.ticket-article *)", // no message can pretend to be the active tab
  exclude: ".ticket-article, .ticket-article-item, .article-new, .richtext-content",
  fields: {
    id: [{ css: '.content.active[id^="content_permanent_Ticket"]', attr: "id", match: "-(\\d+)$" }], // "…_Ticket-5"
    number: [{ css: ".ticketZoom-header .js-objectNumber" }, { css: ".ticketZoom-header .ticket-number" }],
    subject: [{ css: ".ticketZoom-header .js-objectTitle" }],
    assignee: [{ css: chosen("owner_id") }],
    assigneeEmail: asked.email,
    assigneeLogin: asked.login,
    requesterName: [{ css: `${customer} .userInfo-name` }],
    requesterEmail: [{ css: `${customer} .userInfo-value`, match: "^(\\S+@\\S+)$" }],
    category: [{ css: chosen("group_id") }], // a tree without names in newer versions
    priority: [{ css: chosen("priority_id") }],
  },
  unassigned: [
    { css: `${settings} .edit select[name="owner_id"] option[value=""]:checked` },
    asked.unassigned,
  ],
  lookup: asked.lookup,
  note,
  messages: { row: ".ticket-article-item", body: ".richtext-content" },
  place: [
    { at: `${settings} .sidebar-content > form`, position: "after" },
    { at: `${settings} .sidebar-content`, position: "append" },
  ],
  look: {
    surface: `${settings} .sidebar-content`,
    heading: `${settings} .sidebar-header-headline`,
    button: ".btn.btn--primary",
  },
  emptyAssignee: "unknown", // customers have no owner field
  audience: "agent",
};

// The desktop view (Zammad 7) prints the owner without any mark that would hold: it takes a lookup.
const desktopTicket: PageDefinition = {
  kind: "ticket",
  url: "/desktop/tickets/:id(\\d+)",
  root: 'body:has(#ticketEditAttributeForm, [data-test-id="ticket-edit-attribute-form"])',
  exclude: '[data-test-id^="article-bubble"]',
  fields: {
    number: [{ json: "/number" }],
    subject: [{ css: 'header.ticket-detail-grid-full [role="heading"][aria-level="2"]' }, { json: "/title" }], // 2026-11
    assigneeEmail: asked.email,
    assigneeLogin: asked.login,
    requesterEmail: [{ json: "/customer" }], // a login, which counts only when it is an address
    category: [{ json: "/group" }],
    priority: [{ json: "/priority" }],
  },
  unassigned: [asked.unassigned],
  lookup: asked.lookup,
  note,
  messages: { row: '[data-test-id^="article-bubble-container"]' },
  place: [
    { at: "#ticket-attributes", position: "after" },
    { at: '#ticketEditAttributeForm, [data-test-id="ticket-edit-attribute-form"]', position: "after" },
  ],
  look: { surface: "#ticket-attributes", heading: '#ticket-attributes [role="heading"][aria-level="2"]' },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** Zammad. */
export const zammad: Preset = {
  id: "zammad",
  name: "Zammad",
  seen: "sources of November 2026",
  recognise: (document) =>
    document.querySelector(
      '.content.active .ticketZoom, #ticketEditAttributeForm, [data-test-id="ticket-edit-attribute-form"]',
    ) !== null,
  pages: [legacyTicket, desktopTicket, { ...desktopTicket, url: "/desktop/ticket/zoom/:id(\\d+)" }],
  examples: {
    tickets: [
      "https://help.example.com/#ticket/zoom/5",
      "https://help.example.com/#ticket/zoom/5/21",
      "https://help.example.com/desktop/tickets/5",
      "https://help.example.com/desktop/ticket/zoom/5",
    ],
    others: [
      "https://help.example.com/#dashboard",
      "https://help.example.com/#ticket/view/my_assigned",
      "https://help.example.com/#ticket/create",
      "https://help.example.com/desktop/tickets",
      "https://help.example.com/desktop/tickets/create",
    ],
  },
};
