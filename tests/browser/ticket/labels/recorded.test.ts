import { describe, expect, test } from "vitest";
import { readLabel } from "../../../../lib/ticket/labels/read-label";
import type { LabelField } from "../../../../lib/ticket/labels/words";
import assigned from "../../../portals/request-tracker/recorded/agent-assigned.html?raw";
import hostile from "../../../portals/request-tracker/recorded/agent-hostile.html?raw";
import unowned from "../../../portals/request-tracker/recorded/agent-unowned.html?raw";
import searchResults from "../../../portals/request-tracker/recorded/search-results.html?raw";
import selfService from "../../../portals/request-tracker/recorded/self-service.html?raw";
import agent from "../my-portal-agent-before-autosave.html?raw";
import agentUnassigned from "../my-portal-agent-before-autosave-unassigned.html?raw";
import customer from "../my-portal-customer.html?raw";
import customerUnassigned from "../my-portal-customer-unassigned.html?raw";

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const read = (html: string, field: LabelField, isKnown?: (value: string) => boolean) => {
  const answer = readLabel(field, { root: parse(html), exclude: null, ...(isKnown && { isKnown }) });
  return answer.kind === "value" ? answer.text : answer.kind;
};

const ADA = "Ada Visitor <ada@example.com>";

test.each([
  ["Request Tracker, assigned", assigned, ADA],
  ["Request Tracker, hostile", hostile, ADA],
  ["Request Tracker, unowned", unowned, ADA],
  ["Request Tracker, search results", searchResults, "none"],
  ["Request Tracker, self-service", selfService, "none"],
  ["MyPortal, agent", agent, "none"],
  ["MyPortal, agent, unassigned", agentUnassigned, "none"],
  ["MyPortal, customer", customer, "none"],
  ["MyPortal, customer, unassigned", customerUnassigned, "none"],
])("%s: nobody wrong is read", (_, html, requester) => {
  expect([read(html, "assignee"), read(html, "requester")]).toEqual(["none", requester]);
});

test("Request Tracker's Owner is weak: it is read where the name is known", () => {
  const isTess = (value: string) => value === "tess (Tess Tech)";
  for (const html of [assigned, hostile]) expect(read(html, "assignee", isTess)).toBe("tess (Tess Tech)");
  expect(read(unowned, "assignee", isTess)).toBe("none");
  expect(read(searchResults, "assignee", isTess)).toBe("none");
});

// Whoever reads nobody here needs the preset: links that only scripts follow could be "Assign", in any language.
// Shapes of products' templates, after the notes in facts/portals.md.
const status = "<tr><th>Status:</th><td>Open</td></tr><tr><th>Priority:</th><td>Normal</td></tr>";
describe("shapes of products", () => {
  test.each([
    [
      "Redmine",
      `<div class="issue details"><div class="attributes"><div class="splitcontent"><div class="splitcontentleft">
        <div class="status attribute"><div class="label">Status:</div><div class="value">New</div></div>
        <div class="assigned-to attribute"><div class="label">Assignee:</div>
        <div class="value"><img class="gravatar" alt=""> <a class="user active" href="/users/3">Tess Tech</a></div></div>
        </div></div></div></div>`,
      "Tess Tech",
    ],
    [
      "osTicket",
      `<table class="ticket_info"><tbody><tr><td><table><tbody>${status}</tbody></table></td><td><table><tbody>
        <tr><th width="100">Assigned To:</th><td><a class="inline-edit" href="#tickets/7/assign">
        <span id="field_assign">Tess Tech</span></a></td></tr></tbody></table></td></tr></tbody></table>`,
      "none",
    ],
    [
      "osTicket, unassigned",
      `<table><tr><th>Assigned To:</th><td><span class="faded">— Unassigned —</span></td></tr></table>`,
      "nobody",
    ],
    [
      "Znuny",
      `<fieldset class="TableLike"><label>State:</label><p class="Value">open</p><div class="Clear"></div>
        <label>Priority:</label><p class="Value">3 normal</p><div class="Clear"></div>
        <label>Owner:</label><p class="Value" title="Tess Tech (tess)">Tess Tech</p></fieldset>`,
      "Tess Tech",
    ],
    [
      "Znuny in German",
      `<fieldset class="TableLike"><label>Status:</label><p class="Value">offen</p>
        <label>Priorität:</label><p class="Value">3 normal</p>
        <label>Besitzer:</label><p class="Value">Tess Tech</p></fieldset>`,
      "Tess Tech",
    ],
    [
      "OpenCATS",
      `<table class="detailsInside"><tr><td class="vertical">Recruiter:</td><td class="data">Tess Tech</td></tr></table>`,
      "none",
    ],
    [
      "FreeScout",
      `<ul><li id="conv-assignee"><button class="btn" title="Assignee: Tess Tech">Tess Tech</button></li></ul>`,
      "Tess Tech",
    ],
    [
      "Zammad",
      `<form class="edit"><div class="form-group"><label for="o1">Owner</label><select id="o1"><option value="">-
        <option selected>Tess Tech</select></div><div class="form-group"><label for="s1">State</label>
        <select id="s1"><option selected>open</select></div><div class="form-group"><label for="p1">Priority</label>
        <select id="p1"><option selected>2 normal</select></div></form>`,
      "Tess Tech",
    ],
    [
      "Peppermint",
      `<div><label class="text-sm">Assigned To</label><button type="button" role="combobox">Tess Tech</button></div>`,
      "Tess Tech",
    ],
    [
      "ServiceNow",
      `<div class="form-group"><label for="sys_display.incident.assigned_to"><span class="label-text">Assigned to</span>
        </label><div><input id="sys_display.incident.assigned_to" type="search" value="Tess Tech"></div></div>`,
      "Tess Tech",
    ],
  ])("%s", (_, inside, assignee) => {
    expect(read(`<body><main><h1>#7</h1>${inside}</main></body>`, "assignee")).toBe(assignee);
  });
});
