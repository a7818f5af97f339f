import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Selectors seen in FreeScout's templates of June 2024, November 2026.
const assignee = "#conv-toolbar #conv-assignee";
const customer = ".conv-customer-block";

const conversation: PageDefinition = {
  kind: "ticket",
  url: "/conversation/:id(\\d+)", // the internal id
  root: "body.body-conv[data-conversation_id]",
  exclude: "#conv-layout-main, .thread",
  fields: {
    number: [{ css: ".conv-numnav strong" }],
    subject: [{ css: ".conv-subjtext > span" }],
    // The list starts with "Anyone" and "Me", in the viewer's language; all others stand there by name. "Me" is never
    // a name: the container's title says "Me" too. Who that is the page does not tell: its menu has a first name only.
    assignee: [
      { css: `${assignee} li.active:nth-child(n+3) a[data-user_id]` },
      // Somebody who may not see this mailbox any more is not in the list.
      { css: `${assignee}:has(li):not(:has(li.active)) .conv-info-val span:first-child` },
    ],
    requesterName: [{ css: `${customer} .customer-name` }],
    requesterEmail: [{ css: `${customer} .customer-email` }],
    requesterPhone: [{ css: `${customer} .customer-phone a`, match: "^([+\\d][\\d\\s./-]*\\d)" }],
    watchers: [{ css: "#cc option" }],
  },
  unassigned: [{ css: `${assignee} li.active a[data-user_id="-1"]` }],
  self: [{ css: `${assignee} li.active:nth-child(2) a[data-user_id]:not([data-user_id="-1"])` }],
  place: [
    { at: `#conv-layout-customer ${customer}`, position: "after" },
    { at: "#conv-layout-customer", position: "append" },
  ],
  look: {
    surface: ".conv-sidebar-block .panel.panel-default",
    header: ".panel-heading",
    heading: ".panel-title",
    body: ".panel-body",
    button: ".btn-primary",
  },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** FreeScout. */
export const freeScout: Preset = {
  id: "freescout",
  name: "FreeScout",
  seen: "templates of June 2024",
  recognise: (document) => document.querySelector("body[data-auth_user_id]") !== null,
  pages: [conversation],
  examples: {
    tickets: [
      "https://help.example.com/conversation/31",
      "https://help.example.com/conversation/31?folder_id=4#thread-77",
    ],
    others: [
      "https://help.example.com/mailbox/1",
      "https://help.example.com/mailbox/1/4",
      "https://help.example.com/conversation/ajax",
      "https://help.example.com/search?q=printer",
    ],
  },
};
