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
  messages: {
    row: ".thread",
    body: ".thread-body",
    author: [{ css: ".thread-header strong" }],
    order: [{ css: ":scope", attr: "id", match: "^thread-(\\d+)$" }], // the newest one stands first
  },
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

/** Lists of conversations, seen in the templates of June 2024. Folders of one's own and of nobody have no such column. */
const conversationList: Omit<PageDefinition, "url"> = {
  kind: "list",
  of: "ticket",
  row: "table.table-conversations > tbody > tr.conv-row[data-conversation_id]",
  exclude: ".conv-preview, .conv-counter, .conv-owner-mobile, .conv-subject table, .conv-customer table",
  fields: {
    id: [{ css: ":scope", attr: "data-conversation_id" }],
    link: [{ css: ":scope > td.conv-number > a", attr: "href" }],
    number: [{ css: ":scope > td.conv-number > a", match: "(\\d+)$" }],
    subject: [{ css: ":scope > td.conv-subject > a > p" }],
    assignee: [{ css: ":scope > td.conv-owner > a" }], // by name, the viewer too
    requesterName: [{ css: ":scope > td.conv-customer > a" }],
  },
  unassigned: [{ css: ":scope > td.conv-owner:not(:has(> a))" }],
  place: [{ at: ":scope > td.conv-owner", position: "append" }],
  look: { button: ".btn-primary" },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** FreeScout. */
export const freeScout: Preset = {
  id: "freescout",
  name: "FreeScout",
  seen: "templates of June 2024",
  recognise: (document) => document.querySelector("body[data-auth_user_id]") !== null,
  pages: [
    conversation,
    ...["/mailbox/:mailbox(\\d+)", "/mailbox/:mailbox(\\d+)/:folder(\\d+)", "/search"].map((url) => ({
      ...conversationList,
      url,
    })),
  ],
  examples: {
    tickets: [
      "https://help.example.com/conversation/31",
      "https://help.example.com/conversation/31?folder_id=4#thread-77",
    ],
    lists: [
      "https://help.example.com/mailbox/1",
      "https://help.example.com/mailbox/1/4?page=2",
      "https://help.example.com/search?q=printer",
    ],
    others: ["https://help.example.com/mailbox/settings/1", "https://help.example.com/conversation/ajax"],
  },
};
