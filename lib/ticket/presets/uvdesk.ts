import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Selectors seen in the templates of UVdesk's core-framework (2025-09) and support-center-bundle, November 2026.
const block = (nth: number) => `.uv-aside-ticket-actions > .uv-aside-select:nth-child(${nth})`;
/** Agent, priority, status, type, group, team: in this order in every language. */
const value = (nth: number) => `${block(nth)} .uv-aside-select-value`;
const exclude = ".uv-ticket-main:not(.uv-ticket-reply), .uv-ticket-wrapper, .message";

const agentTicket: PageDefinition = {
  kind: "ticket",
  url: "/:locale([a-z]{2}|[a-z]{2}_[A-Z]{2})?/member/ticket/view/:id(\\d+)",
  root: "body:has(.uv-aside .uv-aside-select)",
  exclude,
  fields: {
    number: [{ css: ".uv-main-info-block .uv-aside-title h6", match: "#(\\d+)$" }, { url: "id" }],
    subject: [{ css: ".uv-ticket-head h1" }],
    assignee: [{ css: value(1) }],
    // The reply form lists all agents, name and address, for Cc. Two agents of one name are none.
    assigneeEmail: [{ css: 'ul.uv-agents-list li[data-id*="@"]', attr: "data-id", sameTextAs: value(1) }],
    requesterName: [{ css: ".uv-aside-customer-info span:first-child" }],
    requesterEmail: [{ css: ".uv-aside-customer-info span", match: "^(\\S+@\\S+)$" }],
    requesterPhone: [{ css: ".uv-aside-customer-info span", match: "^([+\\d][\\d\\s()./-]{4,}\\d)$" }],
    category: [{ css: `${value(5)}:not([data-id="-- --"])` }],
    priority: [{ css: value(2) }],
    viewerName: [{ css: ".uv-ticket-reply .uv-ticket-member-name" }],
  },
  unassigned: [
    { css: `${value(1)}[data-id=""]` }, // who may assign
    { css: `body:has(${value(1)}:not([data-id])) .uv-ticket-strip .agent-info .name:empty` }, // who may not
  ],
  place: [
    { at: ".uv-aside-brick:has(> .uv-aside-ticket-actions)", position: "after" },
    { at: ".uv-aside", position: "append" },
  ],
  look: { surface: ".uv-aside-brick", heading: ".uv-aside-brick h3", button: ".uv-btn" },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** Rows are left out when they are empty, and have no mark but their label; known in English only. */
const brick = (label: string) => [{ css: ".uv-thread-lt aside > .uv-aside-brick", match: `^${label} (.+)$` }];

const customerTicket: PageDefinition = {
  kind: "ticket",
  url: "/:locale([a-z]{2}|[a-z]{2}_[A-Z]{2})?/customer/ticket/view/:id(\\d+)",
  root: "body:has(.uv-thread-lt .uv-aside-brick)",
  exclude,
  fields: {
    number: [{ css: ".uv-thread-lt aside > h6", match: "#(\\d+)$" }, { url: "id" }],
    subject: [{ css: ".uv-ticket-head h1" }],
    assignee: brick("Agent"),
    requesterName: brick("Customer"),
    category: brick("Type"),
    viewerName: [{ css: ".uv-ticket-reply .uv-ticket-member-name" }],
  },
  place: [{ at: ".uv-thread-lt aside", position: "append" }],
  look: { surface: ".uv-thread-lt .uv-aside-brick", heading: ".uv-thread-lt h6", button: ".uv-btn" },
  emptyAssignee: "unknown",
  audience: "customer",
};

/** UVdesk. Its path prefixes "member" and "customer" are the defaults of its configuration. */
export const uvDesk: Preset = {
  id: "uvdesk",
  name: "UVdesk",
  seen: "templates of September 2025",
  recognise: (document) =>
    document.querySelector(".uv-aside .uv-aside-select, .uv-thread-lt .uv-aside-brick") !== null,
  pages: [agentTicket, customerTicket],
  examples: {
    tickets: [
      "https://help.example.com/en/member/ticket/view/12",
      "https://help.example.com/member/ticket/view/12#reply",
      "https://help.example.com/en/customer/ticket/view/12",
    ],
    others: [
      "https://help.example.com/en/member/tickets",
      "https://help.example.com/en/member/dashboard",
      "https://help.example.com/en/customer/tickets",
      "https://help.example.com/en/customer/create-ticket/",
    ],
  },
};
