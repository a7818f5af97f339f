import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Seen in sources of 2025 and 2026, not run: `vueapp.html.erb`, `conversation.routes.js`, `ContactPanel.vue`, the answer
// in `_conversation.json.jbuilder`. The dashboard keeps its session in a cookie for scripts, and sends it as headers;
// installations that hide the cookie from scripts get no answer. `mail_subject` (e-mail inboxes only) is from memory.
const cookie = "cw_d_session_info";
const headers = {
  "access-token": { cookie, json: "/access-token" },
  client: { cookie, json: "/client" },
  uid: { cookie, json: "/uid" },
};

const conversation: PageDefinition = {
  kind: "ticket",
  url: "/app/accounts/:account(\\d+){/:inbox(.+)}?/conversations/:id(\\d+)",
  exclude: ".conversation-panel, .message-bubble-container", // the messages, from memory
  lookup: {
    url: "/api/v1/accounts/{account}/conversations/{id}",
    headers,
  },
  note: {
    internal: {
      method: "POST",
      url: "/api/v1/accounts/{account}/conversations/{id}/messages",
      headers,
      json: { content: "{text}", private: true },
      success: [200, 201],
    },
    public: {
      method: "POST",
      url: "/api/v1/accounts/{account}/conversations/{id}/messages",
      headers,
      json: { content: "{text}", private: false },
      success: [200, 201],
    },
    status: {
      fixed: [
        { value: "open", name: "Open" },
        { value: "pending", name: "Pending" },
        { value: "resolved", name: "Resolved" },
      ],
      set: {
        method: "POST",
        url: "/api/v1/accounts/{account}/conversations/{id}/toggle_status",
        headers,
        json: { status: "{status}" },
        success: [200],
      },
    },
  },
  fields: {
    number: [{ url: "id" }],
    subject: [{ json: "/additional_attributes/mail_subject" }],
    assignee: [{ json: "/meta/assignee/name" }],
    assigneeEmail: [{ json: "/meta/assignee/email" }],
    requesterName: [{ json: "/meta/sender/name" }],
    requesterEmail: [{ json: "/meta/sender/email" }],
    requesterPhone: [{ json: "/meta/sender/phone_number" }],
    category: [{ json: "/meta/team/name" }],
    priority: [{ json: "/priority" }],
  },
  unassigned: [{ json: "/meta/assignee", equals: [null] }],
  emptyAssignee: "unknown",
  // Not among the panels themselves: they can be dragged.
  place: [{ at: ".list-group:has(.conversation--actions)", position: "before" }],
  audience: "agent",
};

/** Chatwoot. */
export const chatwoot: Preset = {
  id: "chatwoot",
  name: "Chatwoot",
  seen: "sources of 2025 and 2026",
  hosts: ["app.chatwoot.com"],
  recognise: (document) =>
    document.querySelector("body > #app + #noscript") !== null &&
    [...document.querySelectorAll("head script:not([src])")].some((script) =>
      script.textContent.includes("window.chatwootConfig"),
    ),
  pages: [conversation],
  examples: {
    tickets: [
      "https://chat.example.com/app/accounts/1/conversations/42",
      "https://chat.example.com/app/accounts/1/inbox/3/conversations/42?messageId=77",
      "https://chat.example.com/app/accounts/1/label/vip/conversations/42",
      "https://chat.example.com/app/accounts/1/team/2/conversations/42",
      "https://chat.example.com/app/accounts/1/mentions/conversations/42",
      "https://app.chatwoot.com/app/accounts/1/custom_view/9/conversations/42",
    ],
    others: [
      "https://chat.example.com/app/login",
      "https://chat.example.com/app/accounts/1/dashboard",
      "https://chat.example.com/app/accounts/1/mentions/conversations",
      "https://chat.example.com/app/accounts/1/contacts/42",
      "https://chat.example.com/app/accounts/1/settings/inboxes/3",
    ],
  },
};
