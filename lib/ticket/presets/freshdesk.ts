import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Not run on a live site: seen in content scripts of 2023 to 2026 (medium; Freshservice low, beyond its subject).
const AGENT = '[data-test-id="Agent"]';
const RESPONDER = "/then/data/agents[id==/ticket/responder_id]";
const CHOSEN = ".ember-power-select-selected-item";

const agentTicket: PageDefinition = {
  kind: "ticket",
  url: "/a/tickets/:id(\\d+)",
  root: "body:has(.ticket-subject-heading), body:has(.summary-content .subject-text)",
  exclude: '#ticket_original_request, [id^="note_details_"]',
  fields: {
    id: [{ css: ".breadcrumb__item.active", match: "(\\d+)$" }],
    number: [{ css: ".breadcrumb__item.active", match: "((?:[A-Z]+-)?\\d+)$" }, { url: "id" }],
    subject: [{ css: ".ticket-subject-heading" }, { css: ".summary-content .subject-text" }],
    assignee: [{ css: `${AGENT} ${CHOSEN}` }, { json: `${RESPONDER}/contact/name` }],
    assigneeEmail: [{ json: `${RESPONDER}/contact/email` }, { json: `${RESPONDER}/email` }],
    requesterName: [{ css: ".widget-requestor-info" }],
    requesterEmail: [
      {
        css: '[data-test-id^="requester-info-contact-"][data-test-id$="email"]',
        match: "([^\\s:]+@[^\\s]+)",
      },
    ],
    watchers: [{ css: ".emails-info .display_emails", match: "^([^\\s,;<>]+@[^\\s,;<>]+)$" }],
    priority: [{ css: `[data-test-id="priority"] ${CHOSEN}` }],
  },
  unassigned: [
    { css: `${AGENT}:not(:has(${CHOSEN})) .custom-placeholder` }, // "--"
    { json: "/ticket/responder_id", equals: [null] },
  ],
  // The interface of Freshdesk's own pages; not documented, so it may change.
  lookup: {
    url: "/api/_/tickets/{id}",
    // biome-ignore lint/suspicious/noThenProperty: the name in the configuration document
    then: { url: "/api/_/bootstrap/agents_groups" },
  },
  place: [
    { at: ".ticket-details__item:has(.widget-requestor-info)", position: "after" },
    { at: ".page-actions__left", position: "append" },
  ],
  look: { surface: ".ticket-details__item" },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** Freshdesk and Freshservice by Freshworks, for agents; customers are not shown who is in charge. */
export const freshdesk: Preset = {
  id: "freshdesk",
  name: "Freshdesk",
  seen: "scripts of 2023 to 2026",
  hosts: ["*.freshdesk.com", "*.freshservice.com"],
  recognise: (document) =>
    document.querySelector(`${AGENT} :is(${CHOSEN}, .custom-placeholder)`) !== null &&
    document.querySelector(agentTicket.root ?? "") !== null,
  pages: [agentTicket],
  examples: {
    tickets: [
      "https://example.freshdesk.com/a/tickets/123",
      "https://example.freshservice.com/a/tickets/123?current_tab=details",
    ],
    others: [
      "https://example.freshdesk.com/a/tickets",
      "https://example.freshdesk.com/a/tickets/filters/all_tickets",
      "https://example.freshdesk.com/a/tickets/new",
      "https://example.freshdesk.com/support/tickets/123",
      "https://example.freshdesk.com/support/tickets",
      "https://example.freshdesk.com/a/contacts/123",
    ],
  },
};
