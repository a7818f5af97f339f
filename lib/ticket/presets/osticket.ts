import { cellsBelow } from "../cells-below";
import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Selectors seen in the templates of osTicket 1.18.1, November 2026. "Owner" is the requester here.
const summary = "table.ticket_info:not(.custom-data)";
/** Of the first table below the title: status, priority, department, date, in this order in every language. */
const firstTable = (row: number) =>
  `table.ticket_info:not(table.ticket_info ~ *) td:first-child > table tr:nth-child(${row}) > td:not(:has(.faded))`;
const secondTable = (column: number) =>
  `table.ticket_info ~ ${summary} td:nth-child(${column}) > table tr:first-child > td`;
/** Agent and team are joined with "/"; a dash stands first where nobody is named. */
const firstName = "^([^/\\u2014\\u2013-][^/]*)";

/** Who wrote stands first in a message's head; the time's element is from the templates, not seen. */
const messages = {
  row: ".thread-entry",
  body: ".thread-body",
  author: [{ css: ".header > b" }],
  time: [{ css: ".header time" }],
};

const agentTicket: PageDefinition = {
  kind: "ticket",
  url: "/scp/tickets.php?id=:id(\\d+)", // the internal id
  root: "body:has(#pjax-container table.ticket_info)",
  exclude: "#ticket_tabs_container, .thread-entry, .custom-data", // custom fields hold what customers typed
  fields: {
    id: [{ css: ".flush-left h2 a", attr: "href", match: "[?&;]id=(\\d+)" }],
    number: [{ css: ".flush-left h2 a", match: "#(\\S+)$" }],
    subject: [{ css: ".tixTitle h3" }],
    assignee: [
      { css: "#field_assign", match: firstName }, // with the right to assign
      { css: `${summary} table tr`, match: "^Assigned To: ?([^/\\u2014\\u2013-][^/]*)" },
    ],
    requesterName: [{ css: '[id^="user-"][id$="-name"]' }],
    requesterEmail: [{ css: '[id^="user-"][id$="-email"]' }],
    requesterPhone: [{ css: '[id^="user-"][id$="-phone"]' }],
    category: [
      { css: "#field_topic:not(:has(.faded))" }, // with the right to edit
      { css: `${secondTable(2)}:not(:has(.faded))` },
      { css: firstTable(3) },
    ],
    priority: [{ css: firstTable(2) }],
    viewerName: [{ css: "#info strong" }], // the first name only
  },
  // A closed ticket has "Closed By" in this place: nobody is in charge either.
  closed: [
    {
      css: `table.ticket_info ~ ${summary} td:first-child > table tr:first-child > th`,
      match: "^Closed By:$",
    },
  ],
  unassigned: [{ css: "#field_assign:has(span.faded)" }, { css: `${secondTable(1)} > span.faded` }],
  // Redactor, where rich text is on, edits beside the text field; both are filled. From the templates, not run.
  note: {
    box: "form#note textarea#internal_note, form#note .redactor-in",
    open: "#post-note-tab",
    alwaysInternal: true,
  },
  messages,
  place: [
    { at: `table.ticket_info ~ ${summary}`, position: "after" },
    { at: "#ticket_tabs", position: "before" },
  ],
  look: { surface: "table.ticket_info", button: ".green.button, .action-button" },
  emptyAssignee: "unknown",
  audience: "agent",
};

const infoTable = (column: number, row: number) =>
  `#ticketInfo td:nth-child(${column}) > table.infoTable:not(.custom-data) tbody tr:nth-child(${row}) > td`;

const customerTicket: PageDefinition = {
  kind: "ticket",
  url: "/:page(tickets.php|view.php)?id=:id(\\d+)",
  root: "body:has(#ticketInfo)",
  exclude: "#ticketThread, .thread-entry, .custom-data, #reply",
  fields: {
    number: [{ css: "#ticketInfo h1 small", match: "#(\\S+)$" }],
    subject: [{ css: "#ticketInfo h1 b" }],
    requesterName: [{ css: infoTable(2, 1) }],
    requesterEmail: [{ css: infoTable(2, 2) }],
    requesterPhone: [{ css: infoTable(2, 3) }],
    category: [{ css: infoTable(1, 2) }],
    viewerName: [{ css: "#header .pull-right p", match: "^([^|]+?)\\s*\\|" }],
  },
  messages,
  place: [{ at: "#ticketInfo", position: "after" }],
  look: { surface: ".sidebar .content", button: ".green.button, .action-button" },
  emptyAssignee: "unknown", // customers do not see who is in charge
  audience: "customer",
};

const agentTicketByNumber: PageDefinition = {
  ...agentTicket,
  url: "/scp/tickets.php?number=:id(\\w+)",
  fields: { ...agentTicket.fields, id: agentTicket.fields.number },
};

const table = "#pjax-container table.list.queue.tickets";
/** The columns that osTicket ships have these numbers in every language (`queue_column.yaml`). */
const subjects = cellsBelow(table, '[data-id="3"]');
const assignees = cellsBelow(table, '[data-id="8"]');

/** A queue, seen in the templates of 1.18.1. Columns are chosen by queue; those of one's own have other numbers. */
const queue: Omit<PageDefinition, "url"> = {
  kind: "list",
  of: "ticket",
  row: `${table} > tbody > tr`,
  fields: {
    id: [
      { css: ':scope > td > input.ckb[name="tids[]"]', attr: "value" },
      { css: ":scope > td a.preview[data-preview]", attr: "href", match: "[?&;]id=(\\d+)" },
    ],
    link: [{ css: ":scope > td a.preview[data-preview]", attr: "href" }],
    number: [{ css: ":scope > td a.preview[data-preview]" }],
    subject: subjects.map((cell) => ({ css: `${cell} a` })),
    assignee: assignees.map((css) => ({ css, match: firstName })),
  },
  unassigned: assignees.map((cell) => ({ css: `${cell} > div:empty` })),
  place: assignees.map((at) => ({ at, position: "append" as const })),
  look: { button: ".green.button, .action-button" },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** osTicket. */
export const osTicket: Preset = {
  id: "osticket",
  name: "osTicket",
  seen: "templates of 1.18.1",
  recognise: (document) =>
    document.querySelector('head meta[name="csrf_token"]') !== null &&
    document.querySelector("#pjax-container, table#ticketInfo") !== null,
  pages: [
    agentTicket,
    agentTicketByNumber,
    customerTicket,
    { ...queue, url: "/scp/tickets.php?!a" },
    { ...queue, url: "/scp/tickets.php?a=search" },
  ],
  examples: {
    tickets: [
      "https://help.example.com/scp/tickets.php?id=17",
      "https://help.example.com/scp/tickets.php?id=17#reply",
      "https://help.example.com/scp/tickets.php?number=482913",
      "https://help.example.com/tickets.php?id=17",
      "https://help.example.com/view.php?id=17",
    ],
    lists: [
      "https://help.example.com/scp/tickets.php",
      "https://help.example.com/scp/tickets.php?queue=3&p=2",
      "https://help.example.com/scp/tickets.php?a=search&query=printer",
    ],
    others: [
      "https://help.example.com/scp/tickets.php?a=open",
      "https://help.example.com/scp/users.php?id=17",
      "https://help.example.com/tickets.php",
    ],
  },
};
