import { describe, expect, test } from "vitest";
import { PageDefinition } from "../../../lib/ticket/page-definition";
import { freshdesk } from "../../../lib/ticket/presets/freshdesk";
import { glpi } from "../../../lib/ticket/presets/glpi";
import { jira } from "../../../lib/ticket/presets/jira";
import { osTicket } from "../../../lib/ticket/presets/osticket";
import { redmine } from "../../../lib/ticket/presets/redmine";
import { requestTracker } from "../../../lib/ticket/presets/request-tracker";
import { zendesk } from "../../../lib/ticket/presets/zendesk";
import { readTicket } from "../../../lib/ticket/read-ticket";
import redminePage from "../../portals/redmine/recorded/assigned.html?raw";
import rtPage from "../../portals/request-tracker/recorded/agent-assigned.html?raw";
import { readShape } from "./presets/shapes";
import { readPage } from "./read-page";

/** A page that prints its ticket's id, under its own address and under that of another ticket. */
const at = (path: (id: string) => string, own: string, other: string, read: (path: string) => unknown) =>
  [read(path(own)), read(path(other))] as const;
const recorded = (html: string) => (path: string) => readPage(html, `https://help.example.com${path}`);
const inShape = (product: string, name: string) => (path: string) => readShape(product, name, path);
const scp = (key: string) => (id: string) => `/scp/tickets.php?${key}=${id}`;

describe("a page that prints another id than its address is not ready", () => {
  test.each([
    [requestTracker.id, at((id) => `/rt/Ticket/Display.html?id=${id}`, "1", "2", recorded(rtPage))],
    [redmine.id, at((id) => `/issues/${id}`, redmineId(), "999", recorded(redminePage))],
    [glpi.id, at((id) => `/front/ticket.form.php?id=${id}`, "42", "4", inShape("glpi", "assigned"))],
    [jira.id, at((id) => `/browse/${id}`, "HELP-1", "HELP-11", inShape("jira", "cloud-assigned"))],
    [zendesk.id, at((id) => `/agent/tickets/${id}`, "42", "41", inShape("zendesk", "agent-assigned"))],
    [freshdesk.id, at((id) => `/a/tickets/${id}`, "42", "43", inShape("freshdesk", "assigned"))],
    [osTicket.id, at(scp("id"), "17", "1", inShape("osticket", "agent-assigned"))],
    [
      `${osTicket.id} by number`,
      at(scp("number"), "482913", "482914", inShape("osticket", "agent-assigned")),
    ],
    ["zammad", at((id) => `/#ticket/zoom/${id}`, "5", "6", inShape("zammad", "legacy-several"))],
  ])("%s", (_, [own, other]) => {
    expect(own).toMatchObject({ assignment: "assigned" });
    expect(other).toBeNull();
  });
});

describe("a portal of one's own", () => {
  const read = (id: string, html: string) => {
    const document = new DOMParser().parseFromString(html, "text/html");
    const page = PageDefinition.parse({
      kind: "ticket",
      url: "/tickets/:id",
      root: "main",
      exclude: ".message",
      fields: { id: [{ css: "title", match: "^#(\\d+)" }, { css: ".id" }], assignee: [{ css: ".who" }] },
    }) as PageDefinition;
    const url = new URL(`https://help.example.com/tickets/${id}`);
    return readTicket(document, url, "help", page, { id });
  };
  const main = '<main><b class="who">Tess Tech</b></main>';

  test("may print the id outside of its scope", () => {
    expect(read("7", `<title>#7 Printer</title>${main}`)).toMatchObject({ id: "7", number: "7" });
    expect(read("7", `<title>#8 Printer</title>${main}`)).toBeNull();
  });
  test("may print none", () => {
    expect(read("7", main)).toMatchObject({ id: "7" });
  });
  test("messages have no say", () => {
    expect(read("7", `<p class="message"><i class="id">8</i></p>${main}`)).toMatchObject({ id: "7" });
  });
});

function redmineId(): string {
  return /#(\d+)<\/h2>/.exec(redminePage)?.[1] ?? "";
}
