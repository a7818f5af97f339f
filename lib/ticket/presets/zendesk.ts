import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Not run on a live site. Agent: test ids seen in content scripts, 2023 to June 2026 (medium-high). Help Center: the
// template `request_page.hbs` of Zendesk's theme Copenhagen (high; themes of one's own may differ, then nothing is read).
const testId = (id: string) => `[data-test-id="${id}"]`;
const FIELD = testId("assignee-field");
const AGENT = testId("assignee-field-selected-agent-tag");
const PANES = ".ticket-panes-grid-layout";

const agentTicket: PageDefinition = {
  kind: "ticket",
  url: "/agent/tickets/:id(\\d+)",
  // Open tickets stay in the document, one pane each.
  root: `${PANES}[data-is-active="true"]:not(${PANES} *)`,
  exclude: `${testId("omni-log-comment-item")}, ${testId("omni-log-message-content")}`,
  fields: {
    id: [{ css: `${PANES}[data-is-active="true"]`, attr: "data-test-id", match: "^ticket-(\\d+)-" }],
    number: [{ url: "id" }],
    subject: [{ css: `input${testId("omni-header-subject")}` }],
    // "Group / Agent": two titles. A group without an agent has another tag.
    assignee: [
      { css: `${FIELD} ${AGENT} [title] ~ [title]`, attr: "title" },
      { json: "/users[id==/ticket/assignee_id]/name" },
    ],
    assigneeEmail: [{ json: "/users[id==/ticket/assignee_id]/email" }],
    requesterName: [
      { css: testId("ticket-system-field-requester-select") },
      { json: "/users[id==/ticket/requester_id]/name" },
    ],
    requesterEmail: [{ json: "/users[id==/ticket/requester_id]/email" }],
  },
  unassigned: [{ css: `${FIELD}:not(:has(${AGENT}))` }, { json: "/ticket/assignee_id", equals: [null] }],
  closed: [{ json: "/ticket/status", equals: ["solved", "closed"] }],
  lookup: { url: "/api/v2/tickets/{id}.json?include=users" },
  note: {
    first: { url: "/api/v2/users/me.json" },
    internal: {
      method: "PUT",
      url: "/api/v2/tickets/{id}.json",
      headers: { "X-CSRF-Token": { answer: "/user/authenticity_token" } },
      json: { ticket: { comment: { html_body: "{html}", public: false } } },
      success: [200],
    },
    public: {
      method: "PUT",
      url: "/api/v2/tickets/{id}.json",
      headers: { "X-CSRF-Token": { answer: "/user/authenticity_token" } },
      json: { ticket: { comment: { html_body: "{html}", public: true } } },
      success: [200],
    },
    status: {
      fixed: [
        { value: "open", name: "Open" },
        { value: "pending", name: "Pending" },
        { value: "hold", name: "On-hold" },
        { value: "solved", name: "Solved" },
      ],
      set: {
        method: "PUT",
        url: "/api/v2/tickets/{id}.json",
        headers: { "X-CSRF-Token": { answer: "/user/authenticity_token" } },
        json: { ticket: { status: "{status}" } },
        success: [200],
      },
    },
  },
  messages: { row: testId("omni-log-comment-item"), body: testId("omni-log-message-content") },
  place: [
    { at: `[data-garden-id="pane"]:has(${FIELD})`, position: "append" },
    { at: FIELD, position: "after" },
  ],
  look: { surface: `[data-garden-id="pane"]:has(${FIELD})` },
  emptyAssignee: "unknown",
  audience: "agent",
};

// Of the lists in the sidebar, the one with the state is the ticket's, the one before it tells who and when.
const LABEL = "dl.request-details > dt";
const DETAILS = "dl.request-details:has(> dd > .status-label)";

const customerRequest: PageDefinition = {
  kind: "ticket",
  url: "/hc/:locale/requests/:id(\\d+)",
  root: "body:has(section.request-sidebar > .collapsible-sidebar-body > dl.request-details > dd > .status-label)",
  exclude: `.comment-list, .comment-form, .request-attachments, ${LABEL}`,
  fields: {
    number: [{ url: "id" }],
    subject: [{ css: "h1.request-title" }],
    // Labels left out, the list reads "Tess Tech #123 …": whoever stands before the number is the assignee.
    assignee: [
      { css: `section.request-sidebar ${DETAILS}`, match: "^([^#]+?) ?#\\d+(?!\\d)" },
      { json: "/users[id==/request/assignee_id]/name" }, // themes may leave the row out; addresses are not told
    ],
    requesterName: [
      { css: "dl.request-details:has(+ dl.request-details > dd > .status-label) > dt:first-child + dd" },
    ],
    watchers: [{ css: "section.request-sidebar .request-collaborators li" }],
  },
  closed: [
    { css: `section.request-sidebar ${DETAILS} > dd > :is(.status-label-solved, .status-label-closed)` },
    { json: "/request/status", equals: ["solved", "closed"] },
  ],
  lookup: { url: "/api/v2/requests/{id}.json?include=users" },
  emptyAssignee: "unassigned", // the row is left out when nobody is assigned
  messages: {
    row: ".comment-list > .comment",
    body: ".comment-body",
    author: [{ css: ".comment-meta [title]", attr: "title" }],
    time: [{ css: ".comment-meta time" }],
  },
  place: [{ at: "section.request-sidebar > .collapsible-sidebar-body", position: "append" }],
  look: {
    heading: ".collapsible-sidebar-title",
    button: '.comment-form-controls input[type="submit"], .button',
  },
  audience: "customer",
};

/** Zendesk Support, with its Help Center for customers. */
export const zendesk: Preset = {
  id: "zendesk",
  name: "Zendesk",
  seen: "scripts of 2023 to 2026; Copenhagen theme of August 2026",
  hosts: ["*.zendesk.com"],
  recognise: (document) =>
    document.querySelector(`${PANES} ${FIELD}, section.request-sidebar dl.request-details`) !== null,
  pages: [agentTicket, customerRequest],
  examples: {
    tickets: [
      "https://example.zendesk.com/agent/tickets/123",
      "https://example.zendesk.com/hc/en-us/requests/123",
      "https://help.example.com/hc/de/requests/123?page=2",
    ],
    others: [
      "https://example.zendesk.com/agent/home/tickets",
      "https://example.zendesk.com/agent/filters/42",
      "https://example.zendesk.com/agent/tickets/new/1",
      "https://example.zendesk.com/agent/search/1?q=123",
      "https://example.zendesk.com/hc/en-us/requests",
      "https://example.zendesk.com/hc/en-us/requests/new",
      "https://example.zendesk.com/hc/en-us/articles/123",
    ],
  },
};
