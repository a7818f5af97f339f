import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Attributes seen in the templates of GLPI 10.0.20 and 11, November 2026. The main tab arrives by AJAX.
const users = (actor: string) => `#itil-data select[data-actor-type="${actor}"] option[data-itemtype="User"]`;
/** Several people can be assigned: the first. Name and address must be of the same one. */
const firstUser = (actor: string) => `${users(actor)}:not(option[data-itemtype="User"] ~ option)`;
const nameOf = (actor: string) => [
  { css: firstUser(actor), attr: "data-text" },
  {
    css: `#itil-data:not(:has(select[data-actor-type="${actor}"])) .actor_entry[data-actortype="${actor}"][data-itemtype="User"] .actor_text`,
  },
];
const emailOf = (actor: string) => [
  { css: firstUser(actor), attr: "data-default-email" },
  { css: firstUser(actor), attr: "data-alternative-email" },
];
const chosen = (name: string) => [
  { css: `#itil-data select[name="${name}"]`, match: "^([^-].*)$" }, // "-----" is no choice
];

const ticket: PageDefinition = {
  kind: "ticket",
  url: "/front/:type(ticket|problem|change).form.php?id=:id([1-9]\\d*)",
  root: "body:has(#itil-object-container)",
  exclude: ".itil-timeline, .timeline-item, .rich_text_container",
  fields: {
    id: [{ css: '#itil-form input[name="id"]' }],
    number: [{ css: '#itil-form input[name="id"]' }, { url: "id" }],
    subject: [{ css: "#navigationheader .navigationheader-title", match: "^(.+) \\(#?\\d+\\)$" }],
    assignee: nameOf("assign"),
    assigneeEmail: emailOf("assign"),
    requesterName: nameOf("requester"),
    requesterEmail: emailOf("requester"),
    watchers: [
      { css: users("observer"), attr: "data-default-email" },
      { css: users("observer"), attr: "data-text" },
    ],
    category: chosen("itilcategories_id"),
    priority: chosen("priority"),
    viewerName: [{ css: ".user-menu .dropdown-header" }],
  },
  // A group or a supplier may be in charge: that is nobody who can be called.
  unassigned: [
    { css: '#itil-data select[data-actor-type="assign"]:not(:has(option[data-itemtype="User"]))' },
  ],
  messages: { row: ".timeline-item", body: ".rich_text_container" },
  place: [
    { at: "#itil-data > .accordion-item:has(select[data-actor-type])", position: "after" },
    { at: "#itil-data", position: "append" },
  ],
  look: {
    surface: "#itil-data .accordion-item",
    header: ".accordion-header",
    heading: ".accordion-button",
    body: ".accordion-body",
    button: ".btn-primary",
  },
  emptyAssignee: "unknown",
  audience: "agent", // self-service has the same address
};

/** GLPI. */
export const glpi: Preset = {
  id: "glpi",
  name: "GLPI",
  seen: "templates of 10.0.20 and 11",
  recognise: (document) => document.querySelector('head meta[property="glpi:csrf_token"]') !== null,
  pages: [ticket],
  examples: {
    tickets: [
      "https://help.example.com/front/ticket.form.php?id=42",
      "https://help.example.com/front/ticket.form.php?forcetab=Ticket$main&id=42",
      "https://help.example.com/front/problem.form.php?id=7",
      "https://help.example.com/front/change.form.php?id=8",
    ],
    others: [
      "https://help.example.com/front/ticket.form.php",
      "https://help.example.com/front/ticket.form.php?id=0",
      "https://help.example.com/front/ticket.php",
      "https://help.example.com/front/central.php",
      "https://help.example.com/Helpdesk",
    ],
  },
};
