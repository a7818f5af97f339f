import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Selectors seen in Request Tracker 5.0.3 (Debian 12), November 2026, agent pages in elevator-light and elevator-dark.
const basics = ".ticket-info-basics";
// RT's HTML scrubber takes `data-user-id` out of messages, but leaves class names: only RT itself can write these.
const user = ".user[data-user-id]";
const people = (row: string) => `.ticket-info-people .form-row.${row} ${user}`;

const agentTicket: PageDefinition = {
  kind: "ticket",
  url: "/Ticket/Display.html?id=:id(\\d+)",
  root: `:root:has(${basics})`, // RT's error pages have the same body id
  exclude:
    "#delayed_ticket_history, .history, .messagebody, .message-stanza, .custom-field, .comments-about-user",
  fields: {
    id: [{ css: `${basics} .id .value` }],
    number: [{ css: `${basics} .id .value` }, { url: "id" }],
    subject: [{ css: "#header h1", match: "^#\\d+:\\s*(.+)$" }],
    // Real people are linked to their summary page, "Nobody" and "RT_System" are not, whatever the language.
    assignee: [{ css: `${people("owner")}:has(a[href*="/User/Summary.html?id="])` }],
    requesterName: [{ css: people("requestors") }],
    watchers: [{ css: `${people("cc")}, ${people("admincc")}` }],
    category: [{ css: `${basics} .queue .current-value` }],
    priority: [{ css: `${basics} .priority .Priority` }, { css: `${basics} .priority .current-value` }],
    viewerName: [{ css: "span.current-user" }],
    viewerEmail: [
      { css: "head script:not([src])", match: 'RT\\.CurrentUser = \\{[^}]*"EmailAddress":"([^"]+)"' },
    ],
  },
  unassigned: [{ css: `${people("owner")}:not(:has(a))` }],
  place: [
    { at: ".ticket-summary > .boxcontainer.col-md-6:last-child", position: "prepend" },
    { at: ".ticket-info-people", position: "after" },
  ],
  look: {
    surface: ".ticket-info-people .titlebox",
    header: ".titlebox-title",
    heading: ".titlebox-title .left",
    body: ".titlebox-content .card-body",
    button: ".btn-primary",
  },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** Request Tracker by Best Practical. */
export const requestTracker: Preset = {
  id: "request-tracker",
  name: "Request Tracker",
  seen: "5.0.3, November 2026",
  recognise: (document) => document.querySelector('body[id^="comp-"] #header h1') !== null,
  pages: [agentTicket],
  examples: {
    tickets: [
      "https://help.example.com/Ticket/Display.html?id=123",
      "https://help.example.com/Ticket/Display.html?results=abc;id=123#txn-7",
    ],
    others: [
      "https://help.example.com/",
      "https://help.example.com/Search/Results.html?Query=id=123",
      "https://help.example.com/Ticket/Create.html?Queue=1",
      "https://help.example.com/Ticket/Display.html",
      "https://help.example.com/Ticket/History.html?id=123", // prints no owner
      "https://help.example.com/User/Summary.html?id=14",
    ],
  },
};
