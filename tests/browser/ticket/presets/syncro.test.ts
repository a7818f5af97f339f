import { expect, test } from "vitest";
import { findPlace } from "../../../../lib/ticket/find-place";
import { presets } from "../../../../lib/ticket/presets";
import { syncro } from "../../../../lib/ticket/presets/syncro";
import { readTicket } from "../../../../lib/ticket/read-ticket";
import assigned from "../../../portals/shapes/syncro/assigned.html?raw";
import hostile from "../../../portals/shapes/syncro/hostile.html?raw";
import unassigned from "../../../portals/shapes/syncro/unassigned.html?raw";
import { person } from "../read-page";

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const [page] = syncro.pages;
if (!page) throw new Error("Syncro has no page");
const ADDRESS = "https://example.syncromsp.com/tickets/81234567";
const read = (html: string) =>
  readTicket(parse(html), new URL(ADDRESS), "example.syncromsp.com", page, { id: "81234567" });

const TESS = person({ name: "Tess Tech" });
const ADA = person({ name: "Ada Visitor", email: "ada@example.com" });

const own = import.meta.glob<string>("../../../portals/shapes/syncro/*.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const others = import.meta.glob<string>(
  ["../../../portals/**/*.html", "!../../../portals/shapes/syncro/**"],
  { query: "?raw", import: "default", eager: true },
);

test.each(Object.entries(own))("%s is Syncro's alone", (_, html) => {
  const document = parse(html);
  expect(syncro.recognise(document)).toBe(true);
  expect(presets.filter((preset) => preset !== syncro && preset.recognise(document))).toEqual([]);
});
test.each(Object.entries(others))("%s is not", (_, html) =>
  expect(syncro.recognise(parse(html))).toBe(false),
);

test("an assigned ticket: its number is not the id in the address", () => {
  expect(read(assigned)).toEqual({
    kind: "ticket",
    portal: "example.syncromsp.com",
    id: "81234567",
    number: "1042",
    url: ADDRESS,
    subject: "Customer is experiencing network issues",
    assignee: TESS,
    assignment: "assigned",
    requester: ADA,
    watchers: [],
    category: null,
    priority: null,
    viewer: null,
    audience: "agent",
  });
});

test("the subject while it is being edited", () => {
  const html = assigned.replace("<h3 class", '<input id="ticket-subject" value="Network issues"><h3 class');
  expect(read(html)?.subject).toBe("Network issues");
});

test.each(["", "Unassigned", "-", "&mdash;", "None"])("nobody is named by “%s”", (text) => {
  expect(read(unassigned.replace("<td></td>", `<td>${text}</td>`))).toMatchObject({
    assignee: null,
    assignment: "unknown",
    requester: ADA,
  });
});

test("a row whose label only begins like the assignee's", () => {
  const html = assigned.replace("<td>Tess Tech</td>", "<td></td>");
  expect(read(html)?.assignee).toBeNull();
});

test("messages that imitate the page change nothing", () => {
  expect(hostile).toContain("evil@example.com");
  const ticket = read(hostile);
  expect(ticket).toMatchObject({ number: "1044", assignee: TESS, requester: ADA });
  expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
});

test.each([assigned, hostile])("the card's place is after the ticket's facts", (html) => {
  const place = findPlace(parse(html), page);
  expect(place?.position).toBe("after");
  expect(place?.anchor.querySelector("h3")?.textContent).toBe("Ticket Info");
  expect(place?.anchor.parentElement?.localName).toBe("body");
});
