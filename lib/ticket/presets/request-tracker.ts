import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Selectors seen in Request Tracker 5.0.3 (Debian 12), November 2026, agent pages in elevator-light and elevator-dark.
// Those of 6.0 (`.row`, `.rt-value`, the owner among the basics) are from its templates, `share/html/Ticket/Elements`.
const basics = ".ticket-info-basics";
// RT's HTML scrubber takes `data-user-id` out of messages, but leaves class names: only RT itself can write these.
const user = ".user[data-user-id]";
const people = (row: string) => `.ticket-info-people :is(.form-row, .row).${row} ${user}`;
const number = [{ css: `${basics} .id :is(.value, .rt-value)` }, { url: "id" }];
const subject = [{ css: "#header h1", match: "^#\\d+:\\s*(.+)$" }];
const category = [{ css: `${basics} .queue .current-value` }];
const priority = [{ css: `${basics} .priority .Priority` }, { css: `${basics} .priority .current-value` }];
const viewerName = [{ css: "span.current-user" }];
const viewerEmail = [
  { css: "head script:not([src])", match: 'RT\\.CurrentUser = \\{[^}]*"EmailAddress":"([^"]+)"' },
];
const exclude =
  "#delayed_ticket_history, .history, .messagebody, .message-stanza, .custom-field, .comments-about-user";
/** Seen in 5.0.3. People choose the order; what was only mailed or changed is no message. */
const messages = {
  row: ".history .transaction.message",
  body: ".messagebody",
  author: [{ css: `.metadata .description ${user}` }],
  time: [{ css: ".metadata .date" }],
  order: [{ css: ":scope", attr: "data-transaction-id" }],
};
const look = {
  header: ".titlebox-title",
  heading: ".titlebox-title .left",
  body: ".titlebox-content .card-body",
  button: ".btn-primary",
};

const agentTicket: PageDefinition = {
  kind: "ticket",
  url: "/Ticket/Display.html?id=:id(\\d+)",
  root: `:root:has(${basics})`, // RT's error pages have the same body id
  exclude,
  fields: {
    id: [{ css: `${basics} .id .value` }, { css: `${basics} .id .rt-value` }],
    number,
    subject,
    // Real people are linked to their summary page, "Nobody" and "RT_System" are not, whatever the language.
    assignee: [
      { css: `${people("owner")}:has(a[href*="/User/Summary.html?id="])` },
      { json: "/Owner/RealName" },
    ],
    assigneeEmail: [{ json: "/Owner/EmailAddress" }],
    assigneeLogin: [{ json: "/Owner/Name" }],
    requesterName: [{ css: people("requestors") }],
    watchers: [{ css: `${people("cc")}, ${people("admincc")}` }],
    category,
    priority,
    viewerName,
    viewerEmail,
  },
  unassigned: [{ css: `${people("owner")}:not(:has(a))` }, { json: "/Owner/id", equals: ["Nobody"] }],
  // Names of RT's own life cycle; pages print them in the reader's language, the lookup does not.
  closed: [
    { css: `${basics} .status .current-value`, match: "^(?:resolved|rejected|deleted)$" },
    { json: "/Status", equals: ["resolved", "rejected", "deleted"] },
  ],
  // REST2 takes the session cookie; with the usual name format it is the only one that tells the address.
  lookup: { url: "/REST/2.0/ticket/{id}?fields%5BOwner%5D=Name,RealName,EmailAddress" },
  note: {
    internal: {
      method: "POST",
      url: "/REST/2.0/ticket/{id}/comment",
      json: { ContentType: "text/plain", Content: "{text}" },
      success: [201],
    },
    public: {
      method: "POST",
      url: "/REST/2.0/ticket/{id}/correspond",
      json: { ContentType: "text/plain", Content: "{text}" },
      success: [201],
    },
    // The steps of the queue's lifecycle that the person may take (`RT::REST2::Resource::Ticket`, 5.0.3). PUT says 200
    // whatever became of it.
    status: {
      ask: { url: "/REST/2.0/ticket/{id}", each: "/_hyperlinks/*", value: "/to", now: "/Status" },
      set: { method: "PUT", url: "/REST/2.0/ticket/{id}", json: { Status: "{status}" }, success: [200] },
    },
  },
  messages,
  place: [
    { at: ".ticket-summary > .boxcontainer.col-md-6:last-child", position: "prepend" },
    { at: ".htmx-load-widget:has(.ticket-info-people)", position: "after" }, // 6.0: swapped as a whole
    { at: ".ticket-info-people", position: "after" },
  ],
  look: { surface: ".ticket-info-people .titlebox", ...look },
  emptyAssignee: "unknown",
  audience: "agent",
};

// Customers see the owner among the basics, from 6.0 on. Nobody is linked here; RT's own "Nobody" is user 6 everywhere,
// and is printed in English.
const ownerRow = `${basics} :is(.rt-label:has(label[for="Owner"]), label[for="Owner"]) + .rt-value`;

const customerTicket: PageDefinition = {
  kind: "ticket",
  url: "/SelfService/Display.html?id=:id(\\d+)",
  root: `:root:has(#comp-SelfService-Display ${basics})`,
  exclude,
  fields: {
    number,
    subject,
    assignee: [{ css: `${ownerRow} ${user}`, match: "^(?!Nobody in particular$)(.+)$" }],
    category,
    priority,
    viewerName,
    viewerEmail,
  },
  closed: [{ css: `${basics} .status .current-value`, match: "^(?:resolved|rejected|deleted)$" }],
  unassigned: [{ css: `${ownerRow} .user[data-user-id="6"]` }],
  messages,
  place: [
    { at: ".ticket-summary > .boxcontainer:last-child", position: "prepend" },
    { at: basics, position: "after" },
  ],
  look: { surface: `${basics} .titlebox`, ...look },
  emptyAssignee: "unknown", // 5.0 prints no owner
  audience: "customer",
};

// The columns can be chosen, and all people look alike: only formats with a column of the owner and no other plain
// column of people are read. Requestors are in small print by default.
const others = ["Requestors", "Cc", "AdminCc", "Creator", "LastUpdatedBy", "CustomRole"];
const format = (column: string) => `[data-display-format*="   ${column}"]`;

/** The list of a search, seen in 5.0.3, November 2026. */
const searchResults: PageDefinition = {
  kind: "list",
  of: "ticket",
  url: "/Search/Results.html",
  row: `table.ticket-list${format("Owner,")}:not(${others.map(format).join(", ")}) > tbody.list-item[data-record-id]`,
  exclude: ".editor, .custom-field",
  fields: {
    id: [{ css: ":scope", attr: "data-record-id" }],
    link: [{ css: 'td a[href*="/Ticket/Display.html?id="]', attr: "href" }],
    subject: [
      { css: 'td .value a[href*="/Ticket/Display.html?id="]' },
      { css: 'td:nth-child(2) a[href*="/Ticket/Display.html?id="]' },
    ],
    assignee: [{ css: `td > ${user}:has(> a[href*="/User/Summary.html?id="])` }],
    requesterName: [{ css: `td > small > ${user}` }],
  },
  unassigned: [{ css: `td > ${user}:not(:has(a))` }],
  place: [{ at: `td:has(> ${user})`, position: "append" }],
  look: { button: ".btn-primary" },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** Request Tracker by Best Practical. */
export const requestTracker: Preset = {
  id: "request-tracker",
  name: "Request Tracker",
  seen: "5.0.3, November 2026; templates of 6.0",
  recognise: (document) => document.querySelector('body[id^="comp-"] #header h1') !== null,
  pages: [agentTicket, customerTicket, searchResults],
  examples: {
    tickets: [
      "https://help.example.com/Ticket/Display.html?id=123",
      "https://help.example.com/Ticket/Display.html?results=abc;id=123#txn-7",
      "https://help.example.com/SelfService/Display.html?id=123",
    ],
    lists: ["https://help.example.com/Search/Results.html?Query=id=123"],
    others: [
      "https://help.example.com/",
      "https://help.example.com/Ticket/Create.html?Queue=1",
      "https://help.example.com/Ticket/Display.html",
      "https://help.example.com/Ticket/History.html?id=123", // prints no owner
      "https://help.example.com/User/Summary.html?id=14",
      "https://help.example.com/SelfService/",
      "https://help.example.com/SelfService/Update.html?id=123",
    ],
  },
};
