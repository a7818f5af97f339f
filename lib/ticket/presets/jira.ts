import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Nothing here was run on a live site. Cloud: test ids seen in a saved page and in content scripts of 2024 to 2026
// (medium-high; class names are hashed there). Data Center: ids of the server-rendered view, 8 to 10 (medium-high).
const cloud = (testId: string) => `[data-testid="${testId}"]`;
const KEY = cloud("issue.views.issue-base.foundation.breadcrumbs.current-issue.item");
// The name stands twice in it, the first time for screen readers, inside the picture. Beside it: "Assign to me".
const NAME = `${cloud("profilecard-next.ui.profilecard.profilecard-trigger")} span > span:not([role="img"] *)`;

const issue: Omit<PageDefinition, "url"> = {
  kind: "ticket",
  root: `:root:has(${KEY}), :root:has(#key-val)`, // with its head, that names the viewer
  exclude: [
    cloud("issue.views.field.rich-text.description"),
    '[data-testid^="issue.activity.comment"]',
    '[data-testid^="issue-field-heading-styled-field-heading"]', // the labels of the fields
    "#descriptionmodule, #activitymodule, .user-content-block", // Data Center
  ].join(", "),
  fields: {
    id: [{ css: KEY }, { css: "#key-val" }],
    number: [{ css: KEY }, { css: "#key-val" }, { url: "id" }],
    subject: [
      { css: `h1${cloud("issue.views.issue-base.foundation.summary.heading")}` },
      { css: "#summary-val" },
    ],
    assignee: [
      { css: `${cloud("issue.views.field.user.assignee")} ${NAME}` },
      { css: "#assignee-val .user-hover[rel]", attr: "rel" }, // the login
      { json: "/fields/assignee/displayName" },
    ],
    assigneeEmail: [{ json: "/fields/assignee/emailAddress" }], // null where the profile hides it
    assigneeLogin: [{ json: "/fields/assignee/name" }], // Data Center
    requesterName: [
      { css: `${cloud("issue.views.field.user.reporter")} ${NAME}` },
      { css: `${cloud("issue.issue-view-layout.issue-view-reporter-field.reporter")} ${NAME}` },
      { css: "#reporter-val" },
    ],
    requesterEmail: [{ json: "/fields/reporter/emailAddress" }],
    priority: [
      { css: cloud("issue.issue-view-layout.issue-view-priority-field.priority") },
      { css: "#priority-val" },
    ],
    viewerName: [
      { css: 'meta[name="ajs-remote-user"]', attr: "content" },
      { css: 'meta[name="ajs-remote-user-fullname"]', attr: "content" },
    ],
  },
  unassigned: [
    { css: "#assignee-val:not(:has(.user-hover)) em" },
    { json: "/fields/assignee", equals: [null] }, // Cloud's page says it in words only
  ],
  closed: [{ json: "/fields/status/statusCategory/key", equals: ["done"] }],
  // Version 2 is the one that Data Center has, and Cloud, too.
  lookup: { url: "/rest/api/2/issue/{id}?fields=assignee,reporter,status" },
  // Service management only: elsewhere there are no internal comments, and the portal refuses.
  note: {
    internal: {
      method: "POST",
      url: "/rest/servicedeskapi/request/{id}/comment",
      headers: { "X-Atlassian-Token": { text: "no-check" } },
      json: { body: "{text}", public: false },
      success: [201],
    },
    public: {
      method: "POST",
      url: "/rest/servicedeskapi/request/{id}/comment",
      headers: { "X-Atlassian-Token": { text: "no-check" } },
      json: { body: "{text}", public: true },
      success: [201],
    },
    // Steps of the issue's workflow; one with a screen may want more fields, and is refused.
    status: {
      ask: { url: "/rest/api/2/issue/{id}/transitions", each: "/transitions/*", value: "/id", name: "/name" },
      set: {
        method: "POST",
        url: "/rest/api/2/issue/{id}/transitions",
        headers: { "X-Atlassian-Token": { text: "no-check" } },
        json: { transition: { id: "{status}" } },
        success: [204],
      },
    },
  },
  messages: {
    row: [
      cloud("issue.views.field.rich-text.description"),
      `${cloud("issue.activity.comments-list")} > *`,
      "#descriptionmodule .user-content-block, #issue_actions_container > *", // Data Center
    ].join(", "),
  },
  place: [
    { at: cloud("issue.views.issue-details.issue-layout.container-right"), position: "prepend" },
    { at: cloud("issue.views.issue-details.issue-layout.compact-layout"), position: "prepend" },
    { at: "#viewissuesidebar > #peoplemodule", position: "after" },
  ],
  look: {
    surface: "#peoplemodule",
    header: "#peoplemodule > .mod-header",
    heading: "#peoplemodule > .mod-header h4",
    body: "#peoplemodule > .mod-content",
  },
  emptyAssignee: "unknown",
  audience: "agent",
};
const key = ":id([A-Z][A-Z0-9_]+-\\d+)";

/** Jira and Jira Service Management, Cloud and Data Center: both have the address `/browse/KEY-1`. */
export const jira: Preset = {
  id: "jira",
  name: "Jira",
  seen: "Cloud, saved page and scripts of 2024 to 2026; Data Center, templates",
  hosts: ["*.atlassian.net"],
  recognise: (document) =>
    document.querySelector(KEY) !== null ||
    (document.querySelector('meta[name="ajs-remote-user"]') !== null &&
      document.querySelector("#key-val") !== null),
  pages: [
    { ...issue, url: `/browse/${key}` },
    { ...issue, url: `/jira/servicedesk/projects/:project/queues/custom/:queue/${key}` }, // Cloud
    { ...issue, url: `/jira/:product(software|core)/*?selectedIssue=${key}` }, // Cloud, beside or over a board
    { ...issue, url: `/projects/:project/queues/*/${key}` }, // Data Center
  ],
  examples: {
    tickets: [
      "https://example.atlassian.net/browse/HELP-123",
      "https://example.atlassian.net/browse/HELP-123?focusedCommentId=10042",
      "https://example.atlassian.net/jira/servicedesk/projects/HELP/queues/custom/7/HELP-123",
      "https://example.atlassian.net/jira/software/c/projects/WEB/boards/3?selectedIssue=WEB-9",
      "https://jira.example.com/projects/HELP/queues/custom/7/HELP-123",
    ],
    others: [
      "https://example.atlassian.net/jira/servicedesk/projects/HELP/queues/custom/7",
      "https://example.atlassian.net/jira/software/c/projects/WEB/boards/3",
      "https://example.atlassian.net/issues/?jql=project=HELP",
      "https://example.atlassian.net/servicedesk/customer/user/requests",
      "https://example.atlassian.net/servicedesk/customer/portal/1/HELP-123", // names no assignee
      "https://jira.example.com/browse/HELP",
      "https://jira.example.com/projects/HELP/queues/custom/7",
    ],
  },
};
