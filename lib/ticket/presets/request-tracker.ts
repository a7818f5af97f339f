import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Selectors seen in Request Tracker 5.0.3 (Debian 12), November 2026, agent pages in elevator-light and elevator-dark.
const people = ".ticket-info-people";
const basics = ".ticket-info-basics";

const agentTicket: PageDefinition = {
  kind: "ticket",
  url: "/Ticket/:page(Display.html|History.html)?id=:id(\\d+)",
  exclude: "#ticket-history, .history, .transaction, .messagebody",
  fields: {
    number: [{ css: `${basics} .id .value` }, { url: "id" }],
    subject: [{ css: "#header h1", match: "^#\\d+:\\s*(.+)$" }],
    // Real people are linked to their summary page, "Nobody" and "RT_System" are not, whatever the language.
    assignee: [{ css: `${people} .owner .value .user:has(a[href*="/User/Summary.html?id="])` }],
    requesterName: [{ css: `${people} .requestors .user` }],
    watchers: [{ css: `${people} :is(.cc, .admincc) .user` }],
    category: [{ css: `${basics} .queue .current-value` }],
    priority: [{ css: `${basics} .priority .current-value` }],
    viewerName: [{ css: "span.current-user" }],
  },
  unassigned: [{ css: `${people} .owner .value .user:not(:has(a))` }],
  place: [
    { at: ".ticket-summary .boxcontainer:last-child", position: "prepend" },
    { at: people, position: "after" },
  ],
  look: {
    surface: ".ticket-info-basics.titlebox, .titlebox",
    header: ".titlebox-title",
    heading: ".titlebox-title .left",
    body: ".titlebox-content .card-body, .titlebox-content",
    button: ".btn-primary",
  },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** Request Tracker by Best Practical. */
export const requestTracker: Preset = {
  id: "request-tracker",
  name: "Request Tracker",
  recognise: (document) => document.querySelector('body[id^="comp-"] #header h1') !== null,
  pages: [agentTicket],
  examples: {
    tickets: [
      "https://help.example.com/Ticket/Display.html?id=123",
      "https://help.example.com/Ticket/Display.html?results=abc;id=123#txn-7",
      "https://help.example.com/Ticket/History.html?id=123",
    ],
    others: [
      "https://help.example.com/",
      "https://help.example.com/Search/Results.html?Query=id=123",
      "https://help.example.com/Ticket/Create.html?Queue=1",
      "https://help.example.com/Ticket/Display.html",
      "https://help.example.com/User/Summary.html?id=14",
    ],
  },
};
