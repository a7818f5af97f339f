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

/** Redmine, versions 5 to 7. */
export const redmine: Preset = {
  id: "redmine",
  name: "Redmine",
  seen: "5.0.4, November 2026",
  recognise: (document) =>
    document.querySelector('meta[name="description"][content="Redmine"]') !== null &&
    document.querySelector("#main > #content, #main #sidebar") !== null,
  pages: [issuePage],
  examples: {
    tickets: [
      "https://help.example.com/issues/123",
      "https://help.example.com/issues/123?tab=notes",
      "https://help.example.com/issues/123#note-7",
      "https://help.example.com/issues/123?issue_count=9&issue_position=2&next_issue_id=4#change-8",
    ],
    others: [
      "https://help.example.com/",
      "https://help.example.com/issues",
      "https://help.example.com/issues?query_id=4",
      "https://help.example.com/issues/new",
      "https://help.example.com/issues/123/edit",
      "https://help.example.com/issues/123.pdf",
      "https://help.example.com/projects/help/issues",
      "https://help.example.com/projects/123",
      "https://help.example.com/my/page",
      "https://help.example.com/users/5",
    ],
  },
};
