import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Not run on a live site. The owner's test id and label class were seen in three content scripts, the newer attribute
// `data-test-id` in browser tests of 2026, the columns in a public description of the page; "No owner" is from memory.
const testId = (id: string) => `:is([data-selenium-test="${id}"], [data-test-id="${id}"])`;
const OWNER = testId("property-input-hubspot_owner_id");
const person = "^(?!No owner$|-+$)(.+)$";

const record: Omit<PageDefinition, "url"> = {
  kind: "ticket",
  root: `body:has(${OWNER})`,
  exclude: '[data-test-id="middle-pane"], [data-test-id="records-right-sidebar"]', // messages, other records
  fields: {
    number: [{ url: "id" }],
    subject: [{ css: testId("highlightTitle") }],
    assignee: [
      { css: `${OWNER} .private-dropdown__item__label`, match: person },
      { css: `${OWNER}:not(:has(.private-dropdown__item__label))`, match: person },
    ],
    priority: [{ css: testId("property-input-hs_ticket_priority") }],
  },
  emptyAssignee: "unknown", // the words for nobody are not known in every language
  place: [
    { at: '[data-card-type="OBJECT_HIGHLIGHT"]', position: "after" },
    { at: '[data-test-id="left-sidebar"]', position: "append" },
  ],
  audience: "agent",
};

/** Tickets of HubSpot. */
export const hubSpot: Preset = {
  id: "hubspot",
  name: "HubSpot",
  seen: "scripts of 2023 to 2026",
  hosts: ["*.hubspot.com"],
  recognise: () => false, // known by its host
  pages: [
    { ...record, url: "/contacts/:portal(\\d+)/record/0-5/:id(\\d+)" },
    { ...record, url: "/contacts/:portal(\\d+)/ticket/:id(\\d+)" }, // until 2023
  ],
  examples: {
    tickets: [
      "https://app.hubspot.com/contacts/4711/record/0-5/123",
      "https://app-eu1.hubspot.com/contacts/4711/record/0-5/123?eschref=%2F",
      "https://app.hubspot.com/contacts/4711/ticket/123",
    ],
    others: [
      "https://app.hubspot.com/contacts/4711/objects/0-5/views/all/list",
      "https://app.hubspot.com/contacts/4711/record/0-1/123",
      "https://app.hubspot.com/contacts/4711/record/0-3/123",
      "https://app.hubspot.com/live-messages/4711/inbox/123",
    ],
  },
};
