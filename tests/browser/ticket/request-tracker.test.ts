import { describe, expect, test } from "vitest";
import { findPlace } from "../../../lib/ticket/find-place";
import { recognisePreset } from "../../../lib/ticket/presets";
import { requestTracker } from "../../../lib/ticket/presets/request-tracker";
import { readTicket } from "../../../lib/ticket/read-ticket";
import assigned from "../../portals/request-tracker/recorded/agent-assigned.html?raw";
import hostile from "../../portals/request-tracker/recorded/agent-hostile.html?raw";
import unowned from "../../portals/request-tracker/recorded/agent-unowned.html?raw";
import searchResults from "../../portals/request-tracker/recorded/search-results.html?raw";
import selfService from "../../portals/request-tracker/recorded/self-service.html?raw";
import { person, readPage } from "./read-page";

const RT = "https://help.example.com/rt";
const read = (html: string, path: string) => readPage(html, RT + path, { basePath: "/rt" });
const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const [page] = requestTracker.pages;
if (!page) throw new Error("Request Tracker has no page");

const TESS = person({ name: "Tess Tech", login: "tess" });
const ADA = person({ name: "Ada Visitor", email: "ada@example.com" });
const ROB = person({ name: "Rob Remote", login: "rob" });

test("an assigned ticket", () => {
  expect(read(assigned, "/Ticket/Display.html?id=1")).toEqual({
    kind: "ticket",
    portal: "help.example.com",
    id: "1",
    number: "1",
    url: `${RT}/Ticket/Display.html?id=1`,
    subject: "Customer is experiencing network issues",
    assignee: TESS,
    assignment: "assigned",
    requester: ADA,
    watchers: [ROB, person({ name: "Nora Newcomer", login: "nora" })],
    category: "General",
    priority: "Medium",
    viewer: expect.objectContaining({ name: "tess", login: "tess" }),
    audience: "agent",
  });
});

test("a ticket that nobody owns", () => {
  expect(read(unowned, "/Ticket/Display.html?id=3")).toMatchObject({
    subject: "Printer on the second floor is offline",
    assignee: null,
    assignment: "unassigned",
    requester: ADA,
  });
});

test("a message that imitates the page changes nothing", () => {
  expect(hostile).toContain("evil@example.com");
  const ticket = read(hostile, "/Ticket/Display.html?id=2");
  expect(ticket).toMatchObject({ assignee: TESS, assignment: "assigned", requester: ADA, watchers: [ROB] });
  expect(JSON.stringify(ticket)).not.toContain("evil");
});

test("self-service of 5.0 names nobody", () => {
  expect(recognisePreset(parse(selfService))).toBe(requestTracker);
  expect(read(selfService, "/SelfService/Display.html?id=1")).toMatchObject({
    number: "1",
    subject: "Customer is experiencing network issues",
    assignee: null,
    assignment: "unknown",
    category: "General",
    priority: "Medium",
    viewer: { login: "ada" },
    audience: "customer",
  });
});

describe("no ticket page", () => {
  test.each([["search results", searchResults, "/Search/Results.html?Query=id>0"]])("%s", (_, html, path) => {
    expect(recognisePreset(parse(html))).toBe(requestTracker);
    expect(read(html, path)).toBeNull();
  });

  test("self-service at an agent's address names nobody", () => {
    const url = new URL(`${RT}/Ticket/Display.html?id=1`);
    const ticket = readTicket(parse(selfService), url, "help", page, { id: "1" });
    expect(ticket).toMatchObject({ assignee: null, assignment: "unknown", requester: null });
  });

  test("search results at an agent's address are not read", () => {
    expect(read(searchResults, "/Ticket/Display.html?id=1")).toBeNull();
  });
});

test.each([
  ["assigned", assigned],
  ["hostile", hostile],
  ["unowned", unowned],
])("the card's place on the page %s is in the ticket's summary, in no message", (_, html) => {
  const document = parse(html);
  const place = findPlace(document, page);
  expect(place?.position).toBe("prepend");
  expect(place?.anchor.matches(".ticket-summary > .boxcontainer")).toBe(true);
  expect(place?.anchor.closest(page.exclude ?? "")).toBeNull();
});
