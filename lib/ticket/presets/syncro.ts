import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Not run on a live site: seen in userscripts of 2025 and 2026 (medium). Syncro is in English only.
const INFO = ".widget:has(> .widget-header h3)";
// Messages are mail, with tables of their own; their markup is not known well, so all that looks like it is left out.
const MESSAGES = '[class*="comment"], [id*="comment"], .fr-view';

const ticket: PageDefinition = {
  kind: "ticket",
  url: "/tickets/:id(\\d+)", // not the number that people see
  root: "body:has(.widget > .widget-header h3)",
  exclude: `${MESSAGES}, td table`,
  fields: {
    number: [{ css: "h1", match: "#(\\d+)" }],
    subject: [{ css: "#ticket-subject" }, { css: "h3.ticket-subject-title" }],
    assignee: [
      {
        css: `${INFO} tr:has(> th:first-child:not(:empty) + td:last-child)`,
        match: "^Assignee:?(?! ?(?:Unassigned|Nobody|None|[-–—]+)$) ?(.+)$",
      },
    ],
    requesterName: [{ css: `${INFO} a[href^="/customers/"]` }],
    requesterEmail: [{ css: `${INFO} a[href^="mailto:"]`, attr: "href", match: "^mailto:([^?]+)" }],
  },
  place: [
    { at: `${INFO}:has(tr > th + td):not(:has(${MESSAGES}))`, position: "after" },
    { at: ".title-btns", position: "append" },
  ],
  look: {
    surface: INFO,
    header: ".widget-header",
    heading: ".widget-header h3",
    body: ".widget-content",
    button: ".title-btns .btn",
  },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** SyncroMSP, for technicians. */
export const syncro: Preset = {
  id: "syncro",
  name: "SyncroMSP",
  seen: "scripts of 2025 and 2026",
  hosts: ["*.syncromsp.com"],
  recognise: (document) =>
    document.querySelector("#ticket-subject, h3.ticket-subject-title") !== null &&
    document.querySelector(INFO) !== null,
  pages: [ticket],
  examples: {
    tickets: ["https://example.syncromsp.com/tickets/81234567"],
    others: [
      "https://example.syncromsp.com/tickets",
      "https://example.syncromsp.com/tickets/new",
      "https://example.syncromsp.com/tickets/81234567/edit",
      "https://example.syncromsp.com/customers/4711",
    ],
  },
};
