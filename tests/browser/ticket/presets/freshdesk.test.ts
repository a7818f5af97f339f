import { expect, test } from "vitest";
import { findPlace } from "../../../../lib/ticket/find-place";
import { recognisePreset } from "../../../../lib/ticket/presets";
import { freshdesk } from "../../../../lib/ticket/presets/freshdesk";
import assigned from "../../../portals/shapes/freshdesk/assigned.html?raw";
import freshservice from "../../../portals/shapes/freshdesk/freshservice.html?raw";
import hostile from "../../../portals/shapes/freshdesk/hostile.html?raw";
import unassigned from "../../../portals/shapes/freshdesk/unassigned.html?raw";
import { person, readPage } from "../read-page";

const SITE = "https://example.freshdesk.com";
const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const [page] = freshdesk.pages;
if (!page) throw new Error("Freshdesk has no page");

const TESS = person({ name: "Tess Tech" });
const ADA = person({ name: "Ada Visitor", email: "ada@example.com" });
const JOHN = person({ name: null, login: "john@example.com", email: "john@example.com" });

const own = import.meta.glob<string>("../../../portals/shapes/freshdesk/*.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const others = import.meta.glob<string>(
  ["../../../portals/**/*.html", "!../../../portals/shapes/freshdesk/**"],
  { query: "?raw", import: "default", eager: true },
);

test.each(Object.entries(own))("%s is Freshdesk's", (_, html) => {
  expect(recognisePreset(parse(html))).toBe(freshdesk);
});
test.each(Object.entries(others))("%s is not", (_, html) =>
  expect(freshdesk.recognise(parse(html))).toBe(false),
);

test("an assigned ticket: the agent, not the group", () => {
  expect(readPage(assigned, `${SITE}/a/tickets/42`)).toEqual({
    kind: "ticket",
    portal: "example.freshdesk.com",
    id: "42",
    number: "42",
    url: `${SITE}/a/tickets/42`,
    subject: "Customer is experiencing network issues",
    assignee: TESS,
    assignment: "assigned",
    requester: ADA,
    watchers: [JOHN],
    category: null,
    priority: "High",
    viewer: null,
    audience: "agent",
  });
});

test("Freshservice: the number with its prefix, the subject in another place", () => {
  expect(readPage(freshservice, "https://example.freshservice.com/a/tickets/42")).toMatchObject({
    id: "42",
    number: "INC-42",
    subject: "Customer is experiencing network issues",
    assignee: TESS,
  });
});

test("a ticket that nobody is assigned to", () => {
  expect(readPage(unassigned, `${SITE}/a/tickets/43`)).toMatchObject({
    assignee: null,
    assignment: "unassigned",
    requester: ADA,
  });
});

test("the assignee is unknown while the properties are loading", () => {
  const html = assigned.replace('data-test-id="Agent"', "");
  const ticket = readPage(html, `${SITE}/a/tickets/42`, { preset: "freshdesk" });
  expect(ticket).toMatchObject({ assignee: null, assignment: "unknown" });
});

test("several addresses in one text are not taken for one person", () => {
  const html = assigned.replace(">john@example.com<", ">john@example.com, nora@example.com<");
  expect(readPage(html, `${SITE}/a/tickets/42`)?.watchers).toEqual([]);
});

test("messages that imitate the page change nothing", () => {
  expect(hostile).toContain("evil@example.com");
  const ticket = readPage(hostile, `${SITE}/a/tickets/44`);
  expect(ticket).toMatchObject({
    number: "44",
    subject: "Please look at my quote",
    assignee: TESS,
    assignment: "assigned",
    requester: ADA,
    watchers: [JOHN],
  });
  expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
});

test.each([assigned, hostile])("the card's place is after the requester", (html) => {
  const place = findPlace(parse(html), page);
  expect(place?.position).toBe("after");
  expect(place?.anchor.matches(".ticket-details__item:last-child")).toBe(true);
});

test("the card's place is in the header while the widgets are loading", () => {
  const html = assigned.replaceAll("ticket-details__item", "");
  expect(findPlace(parse(html), page)?.anchor.matches(".page-actions__left")).toBe(true);
});
