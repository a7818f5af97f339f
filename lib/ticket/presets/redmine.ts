import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Proved on Redmine 5.0.4 (Debian 12), November 2026, in English and German, as agent and as customer.
// From the templates of Redmine 7, not run: the same issue box; who is signed in, in `#account`.
// Not seen, from memory: the class of a sidebar that is closed by its user (`collapsedsidebar`).
const issue = "#content > .issue.details";
const value = (row: string) => `${issue} > .attributes .${row}.attribute > .value`;
const filled = (row: string) => ({ css: value(row), match: "^(?!-$)(.+)$" });

/** Agents and customers share one page; what they may not see is left out of it. */
const issuePage: PageDefinition = {
  kind: "ticket",
  url: "/issues/:id(\\d+)",
  root: `body.controller-issues:has(${issue} > .attributes)`, // not on error pages and on a rejected edit
  // Redmine puts "wiki-class-" before the classes that a text sets; but "user:rob" in a text becomes a real `a.user`.
  exclude: ".wiki, .description, .journal, #history, #update, #issue_tree, #relations, .attachments",
  fields: {
    id: [{ css: "#content > h2", match: "#(\\d+)$" }],
    number: [{ css: "#content > h2", match: "#(\\d+)$" }, { url: "id" }],
    subject: [{ css: `${issue} > .subject h3` }],
    // A person or a group. Locked accounts have no link: they cannot be called.
    assignee: [{ css: `${value("assigned-to")} > a:is(.user, .group)` }],
    requesterName: [{ css: `${issue} > .author > a.user` }],
    watchers: [{ css: "#watchers > .watchers a.user" }],
    category: [filled("category"), { css: "#content > h2", match: "^(.+?) #\\d+$" }], // else the tracker
    priority: [{ css: value("priority") }],
    viewerName: [{ css: "#loggedas > a.user" }, { css: "#account .user-login" }],
  },
  unassigned: [{ css: `${value("assigned-to")}:not(:has(a))` }], // "-" in every language
  closed: [{ css: `${issue}.closed` }, { css: "#content > .badge-status-closed" }],
  // REST ignores the session: the form below the issue is filled in, and sent by its user. Private: with permission only.
  note: {
    box: "#issue-form #issue_notes",
    open: "#content > .contextual > a.icon-edit",
    private: "#issue-form #issue_private_notes",
  },
  // The issue's own text first, then the notes, which people may have in either order.
  messages: {
    row: `${issue}, #history .journal.has-notes`,
    body: ".description > .wiki, .note > .wiki",
    author: [{ css: ":scope > .author > a.user" }, { css: ".note-header > a.user" }],
    time: [
      { css: ":scope > .author > a[title]", attr: "title" },
      { css: ".note-header > a[title]", attr: "title" },
    ],
    order: [{ css: ":scope", attr: "id", match: "^change-(\\d+)$" }],
  },
  // Below 900 px Redmine moves what is in the sidebar into a menu, and back.
  place: [
    { at: "#main:not(.collapsedsidebar) #sidebar #watchers", position: "after" },
    { at: "#main:not(.nosidebar, .collapsedsidebar) #sidebar > .queries:last-of-type", position: "after" },
    { at: `${issue} > .attributes`, position: "after" },
  ],
  look: {
    surface: "#watchers, #sidebar > .queries, .attributes",
    heading: `#sidebar h3, ${issue} strong`,
    header: `#sidebar h3, ${issue} strong`,
    button: "#issue-form input[type=submit], #content input[type=submit]",
  },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** Lists of issues, proved with 5.0.4; the columns can be chosen, and without the assignee's there are no buttons. */
const issueList: Omit<PageDefinition, "url"> = {
  kind: "list",
  of: "ticket",
  row: 'table.issues > tbody > tr.issue[id^="issue-"]',
  exclude: ".wiki, .block_column, .description",
  fields: {
    id: [{ css: "td.id > a", attr: "href", match: "/issues/(\\d+)$" }],
    link: [{ css: "td.id > a", attr: "href" }],
    subject: [{ css: "td.subject > a" }],
    assignee: [{ css: "td.assigned_to > a:is(.user, .group)" }],
    requesterName: [{ css: "td.author > a.user" }],
    category: [{ css: "td.category" }, { css: "td.tracker" }],
    priority: [{ css: "td.priority" }],
  },
  unassigned: [{ css: "td.assigned_to:empty" }],
  place: [{ at: "td.assigned_to", position: "append" }],
  look: { button: "#content input[type=submit]" },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** Redmine, versions 5 to 7. */
export const redmine: Preset = {
  id: "redmine",
  name: "Redmine",
  seen: "5.0.4, November 2026",
  recognise: (document) =>
    document.querySelector('meta[name="description"][content="Redmine"]') !== null &&
    document.querySelector("#main > #content, #main #sidebar") !== null,
  pages: [issuePage, { ...issueList, url: "/issues" }, { ...issueList, url: "/projects/:project/issues" }],
  examples: {
    tickets: [
      "https://help.example.com/issues/123",
      "https://help.example.com/issues/123?tab=notes",
      "https://help.example.com/issues/123#note-7",
      "https://help.example.com/issues/123?issue_count=9&issue_position=2&next_issue_id=4#change-8",
    ],
    lists: [
      "https://help.example.com/issues",
      "https://help.example.com/issues?query_id=4",
      "https://help.example.com/projects/help/issues",
    ],
    others: [
      "https://help.example.com/",
      "https://help.example.com/issues/new",
      "https://help.example.com/issues/123/edit",
      "https://help.example.com/issues/123.pdf",
      "https://help.example.com/projects/123",
      "https://help.example.com/my/page",
      "https://help.example.com/users/5",
    ],
  },
};
