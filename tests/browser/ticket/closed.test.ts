import { describe, expect, test } from "vitest";
import { type ClosedTest, PageDefinition } from "../../../lib/ticket/page-definition";
import { readTicket } from "../../../lib/ticket/read-ticket";
import redmineOpen from "../../portals/redmine/recorded/assigned.html?raw";
import requestTrackerOpen from "../../portals/request-tracker/recorded/agent-assigned.html?raw";
import osTicketOpen from "../../portals/shapes/osticket/agent-assigned.html?raw";
import osTicketClosed from "../../portals/shapes/osticket/agent-closed.html?raw";
import zendeskOpen from "../../portals/shapes/zendesk/customer-assigned.html?raw";
import { readPage } from "./read-page";

const BODY = `<p class="state">Solved</p><p class="state other">Solved by nobody</p>
  <div class="message"><b class="closed">closed</b></div><i data-state="done"></i>`;

/** Whether a page with these tests says that the ticket is closed. */
function isClosed(closed: ClosedTest[], json?: unknown): boolean | undefined {
  const page = PageDefinition.parse({
    kind: "ticket",
    url: "/t/:id",
    exclude: ".message",
    fields: {},
    closed,
  });
  const document = new DOMParser().parseFromString(BODY, "text/html");
  const url = new URL("https://help.example.com/t/7");
  return readTicket(document, url, "help", page, { id: "7" }, json)?.closed;
}

describe("a test for closed tickets", () => {
  test.each<[string, ClosedTest, unknown, boolean | undefined]>([
    ["an element", { css: ".state" }, undefined, true],
    ["no such element", { css: ".gone" }, undefined, undefined],
    ["its text", { css: ".state", match: "^Sol" }, undefined, true],
    ["another text", { css: ".state", match: "^(?:Open|New)$" }, undefined, undefined],
    [
      "an expression with two halves is one",
      { css: ".other", match: "^Solved$|^New$" },
      undefined,
      undefined,
    ],
    ["an attribute", { css: "i", attr: "data-state", match: "^done$" }, undefined, true],
    ["an attribute that is not there", { css: "i", attr: "data-gone" }, undefined, undefined],
    ["nothing inside a message", { css: ".closed" }, undefined, undefined],
    ["the lookup's answer", { json: "/state", equals: ["solved", 4] }, { state: 4 }, true],
    ["another answer", { json: "/state", equals: ["solved", 4] }, { state: "4" }, undefined],
    ["no answer yet", { json: "/state", equals: [null] }, undefined, undefined],
  ])("%s", (_, closed, json, expected) => {
    expect(isClosed([closed], json)).toBe(expected);
  });
});

describe("products", () => {
  const path: Record<string, string> = {
    "Request Tracker": "/rt/Ticket/Display.html?id=1",
    Redmine: "/redmine/issues/1",
    osTicket: "/scp/tickets.php?id=17",
    Zendesk: "/hc/en-us/requests/123",
  };
  const base: Record<string, string> = { "Request Tracker": "/rt", Redmine: "/redmine" };
  const closed = (product: string, html: string) =>
    readPage(html, `https://help.example.com${path[product]}`, { basePath: base[product] ?? "" })?.closed;

  test.each([
    [
      "Request Tracker",
      requestTrackerOpen,
      requestTrackerOpen.replace(/(class="status form-row">[\s\S]*?current-value">)\s*\w+/, "$1resolved"),
    ],
    ["Redmine", redmineOpen, redmineOpen.replace('class="issue tracker-3', 'class="issue closed tracker-3')],
    ["Redmine", redmineOpen, redmineOpen.replace("badge badge-status-open", "badge badge-status-closed")],
    ["osTicket", osTicketOpen, osTicketClosed],
    ["Zendesk", zendeskOpen, zendeskOpen.replace("status-label-open", "status-label-solved")],
  ])("%s: open, then closed", (product, open, done) => {
    expect(open).not.toBe(done);
    expect(closed(product, open)).toBeUndefined();
    expect(closed(product, done)).toBe(true);
  });
});
