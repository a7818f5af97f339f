import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Seen in the client's sources of 2025, not run: `components/TicketDetails`, `components/Combo`,
// `pages/portal/issue/[id].tsx`, `i18n.js`. Peppermint's interface wants the session as a bearer token, which is left
// alone: it would tell no more than the name that the page prints.
const id = ":id([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
const exclude =
  '.prose, section[aria-labelledby^="activity-title"] ul, iframe, [role="menu"], [role="dialog"]';
// Both columns are always in the document; the list of people comes later than those of priority and state.
const people = "aside > div .ml-2 > div > button";
const activity = 'section[aria-labelledby^="activity-title"]';

const agentTicket: PageDefinition = {
  kind: "ticket",
  url: `/issue/${id}`,
  root: "main:has(input#title)",
  exclude,
  fields: {
    number: [{ css: "h1", match: "^#(\\d+)" }],
    subject: [{ css: "input#title" }],
    assignee: [{ css: `${people} > .flex-row > span` }],
    requesterName: [{ css: `${activity} .flex-row span`, match: "^for (.+)$" }], // English in every language
    requesterEmail: [{ css: `${activity} :is(strong, span.font-bold)`, match: "^([^\\s@]+@[^\\s@]+)$" }],
    priority: [{ css: "aside .ml-2 + div > button .capitalize" }],
  },
  unassigned: [{ css: `${people} > span:only-child` }],
  emptyAssignee: "unknown",
  place: [{ at: "div:has(> h2.sr-only) > .space-y-1", position: "after" }],
  audience: "agent",
};

const customerTicket: PageDefinition = {
  kind: "ticket",
  url: `/portal/issue/${id}`,
  root: "main:has(div > h2.sr-only ~ div > div:first-child > ul > li)",
  exclude: `${exclude}, section`,
  fields: {
    number: [{ css: "h1 + p", match: "#(\\d+)$" }],
    subject: [{ css: "h1" }],
    assignee: [{ css: "h2.sr-only ~ div > div:first-child > ul > li > .text-sm" }],
    requesterEmail: [{ css: "h1 + p > span:first-child" }],
  },
  emptyAssignee: "unassigned", // the row is always there
  place: [{ at: "div:has(> h2.sr-only)", position: "append" }],
  audience: "customer",
};

/** Peppermint. */
export const peppermint: Preset = {
  id: "peppermint",
  name: "Peppermint",
  seen: "sources of 2025",
  // The page's own data, as Next.js keeps it: its texts are in the name space "peppermint" (from memory of next-translate).
  recognise: (document) =>
    document
      .querySelector("body > script#__NEXT_DATA__")
      ?.textContent.includes('"__namespaces":{"peppermint":') === true,
  pages: [customerTicket, agentTicket],
  examples: {
    tickets: [
      "https://help.example.com/issue/0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10",
      "https://help.example.com/portal/issue/0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10",
    ],
    others: [
      "https://help.example.com/",
      "https://help.example.com/issues",
      "https://help.example.com/issues?filter=open",
      "https://help.example.com/portal/issues",
      "https://help.example.com/portal/new",
      "https://help.example.com/admin/tickets",
    ],
  },
};
