import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Seen in the sources of August 2026, not run: `apps/main/index.html`, `router/index.js`, `ConversationSideBar.vue`,
// `cmd/handlers.go`. The agent stands inside a button without a label: the answers of Libredesk's own interface name it.
const agent = "/then/data[id==/data/assigned_user_id]";

const conversation: PageDefinition = {
  kind: "ticket",
  url: "/inboxes/:inbox(.+)/conversation/:id([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
  exclude: "[data-message-uuid]",
  lookup: {
    url: "/api/v1/conversations/{id}",
    // biome-ignore lint/suspicious/noThenProperty: the name in the configuration document
    then: { url: "/api/v1/agents/compact" },
  },
  note: {
    internal: {
      method: "POST",
      url: "/api/v1/conversations/{id}/messages",
      headers: { "X-CSRFTOKEN": { cookie: "csrf_token" } },
      json: { message: "{html}", private: true, sender_type: "agent" },
      success: [200, 201],
    },
    // From memory; "Snoozed" would want a time.
    status: {
      ask: { url: "/api/v1/statuses", each: "/data/*", value: "/name" },
      set: {
        method: "PUT",
        url: "/api/v1/conversations/{id}/status",
        headers: { "X-CSRFTOKEN": { cookie: "csrf_token" } },
        json: { status: "{status}" },
        success: [200],
      },
    },
  },
  fields: {
    number: [{ json: "/data/reference_number" }],
    subject: [{ json: "/data/subject" }],
    assigneeEmail: [{ json: `${agent}/email` }],
    requesterName: [{ json: "/data/contact/first_name" }],
    requesterEmail: [{ json: "/data/contact/email" }],
    requesterPhone: [{ json: "/data/contact/phone_number" }],
    priority: [{ json: "/data/priority" }],
  },
  unassigned: [{ json: "/data/assigned_user_id", equals: [null] }],
  emptyAssignee: "unknown",
  place: [{ at: '[role="tabpanel"] > div:has(> .accordion-item)', position: "before" }],
  audience: "agent",
};

/** Libredesk. */
export const libredesk: Preset = {
  id: "libredesk",
  name: "Libredesk",
  seen: "sources of August 2026",
  recognise: (document) =>
    document.querySelector('head link[href="/static/public/static/fonts.css"]') !== null &&
    document.querySelector("body > #app") !== null,
  pages: [conversation],
  examples: {
    tickets: [
      "https://desk.example.com/inboxes/assigned/conversation/0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10",
      "https://desk.example.com/inboxes/all/conversation/0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10?scrollTo=5",
      "https://desk.example.com/inboxes/teams/3/conversation/0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10",
      "https://desk.example.com/inboxes/views/7/conversation/0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10",
    ],
    others: [
      "https://desk.example.com/",
      "https://desk.example.com/inboxes/assigned",
      "https://desk.example.com/inboxes/teams/3",
      "https://desk.example.com/inboxes/search?q=printer",
      "https://desk.example.com/contacts/12",
      "https://desk.example.com/admin/conversation-views",
    ],
  },
};
