import { describe, expect, test } from "vitest";
import { findPlace } from "../../../../lib/ticket/find-place";
import { recognisePreset } from "../../../../lib/ticket/presets";
import { redmine } from "../../../../lib/ticket/presets/redmine";
import { readTicket } from "../../../../lib/ticket/read-ticket";
import assigned from "../../../portals/redmine/recorded/assigned.html?raw";
import assignedGerman from "../../../portals/redmine/recorded/assigned-german.html?raw";
import customer from "../../../portals/redmine/recorded/customer.html?raw";
import edit from "../../../portals/redmine/recorded/edit.html?raw";
import hostile from "../../../portals/redmine/recorded/hostile.html?raw";
import list from "../../../portals/redmine/recorded/list.html?raw";
import unassigned from "../../../portals/redmine/recorded/unassigned.html?raw";
import unassignedGerman from "../../../portals/redmine/recorded/unassigned-german.html?raw";
import { person, readPage } from "../read-page";

const BASE = "https://help.example.com/redmine";
const read = (html: string, path: string) => readPage(html, BASE + path, { basePath: "/redmine" });
const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const [page] = redmine.pages;
if (!page) throw new Error("Redmine has no page");
const placeOf = (html: Document) => findPlace(html, page);

const TESS = person({ name: "Tess Tech" });
const ROB = person({ name: "Rob Remote" });
const ADA = person({ name: "Ada Visitor" });
const ASSIGNEE = '<a class="user active" href="/redmine/users/5">Tess Tech</a></div></div>';

test("all recorded pages are Redmine's", () => {
  const pages = [assigned, assignedGerman, customer, edit, hostile, list, unassigned, unassignedGerman];
  for (const html of pages) expect(recognisePreset(parse(html))).toBe(redmine);
});

test.each([
  ["English", assigned],
  ["German", assignedGerman],
])("an assigned issue in %s", (_, html) => {
  expect(read(html, "/issues/1#note-1")).toEqual({
    kind: "ticket",
    portal: "help.example.com",
    id: "1",
    number: "1",
    url: `${BASE}/issues/1#note-1`,
    subject: "Customer is experiencing network issues",
    assignee: TESS,
    assignment: "assigned",
    requester: ADA,
    watchers: [ROB, person({ name: "Nora Newcomer" }), TESS],
    category: "Networking",
    priority: "Urgent",
    viewer: person({ name: "tess", login: "tess" }),
    audience: "agent",
  });
});

test.each([
  ["English", unassigned],
  ["German", unassignedGerman],
])("an issue that nobody is assigned to, in %s; the tracker stands for the category", (_, html) => {
  expect(read(html, "/issues/3")).toMatchObject({
    subject: "Printer on the second floor is offline",
    assignee: null,
    assignment: "unassigned",
    requester: ADA,
    category: "Support",
    priority: "Normal",
  });
});

test("a customer sees the assignee, and no watchers", () => {
  expect(read(customer, "/issues/1")).toMatchObject({
    assignee: TESS,
    requester: ADA,
    watchers: [],
    viewer: { login: "ada" },
  });
});

describe("shapes of names", () => {
  const printed = (text: string) =>
    read(assigned.replace(ASSIGNEE, ASSIGNEE.replace("Tess Tech", text)), "/issues/1")?.assignee;
  test.each([
    ["tess", person({ name: "tess", login: "tess" })], // "Users display format" of Redmine's settings
    ["Tech, Tess", person({ name: "Tech, Tess" })],
    ["Tess T.", person({ name: "Tess T." })],
  ])("%s", (text, expected) => expect(printed(text)).toEqual(expected));

  test("a group", () => {
    const group = ASSIGNEE.replace("user active", "group").replace("Tess Tech", "Network team");
    expect(read(assigned.replace(ASSIGNEE, group), "/issues/1")?.assignee).toEqual(
      person({ name: "Network team" }),
    );
  });

  test("a locked account is nobody who could be called", () => {
    const html = assigned.replace(ASSIGNEE, "Tess Tech</div></div>");
    expect(read(html, "/issues/1")).toMatchObject({ assignee: null, assignment: "unassigned" });
  });

  test("a tracker without assignees tells nothing", () => {
    const html = assigned.replace('class="assigned-to attribute"', 'class="other attribute"');
    expect(read(html, "/issues/1")).toMatchObject({ assignee: null, assignment: "unknown" });
  });
});

test("a description and notes that imitate the page change nothing", () => {
  expect(hostile).toContain("evil@example.com");
  const ticket = read(hostile, "/issues/2");
  expect(ticket).toMatchObject({
    subject: "Please look at my quote",
    assignee: TESS,
    assignment: "assigned",
    requester: ADA,
    watchers: expect.not.arrayContaining([person({ name: "evil@example.com" })]),
  });
  expect(JSON.stringify(ticket)).not.toContain("evil");
});

test("Redmine's own markup inside a message changes nothing", () => {
  const html = parse(unassigned);
  const wiki = html.querySelector(".description .wiki");
  const copied = parse(assigned).querySelector("#main");
  if (!wiki || !copied) throw new Error("the recorded page has no description");
  wiki.append(html.importNode(copied, true));
  const ticket = readTicket(html, new URL(`${BASE}/issues/3`), "help", page, { id: "3" });
  expect(ticket).toMatchObject({ number: "3", assignee: null, assignment: "unassigned", requester: ADA });
  expect(placeOf(html)?.anchor.closest(".wiki")).toBeNull();
});

describe("no issue page", () => {
  test.each([
    ["the form alone", edit, "/issues/1/edit"],
    ["the list", list, "/projects/help/issues"],
    ["the list at an issue's address", list, "/issues/1"],
    ["a rejected edit, which has an issue's address", edit, "/issues/1"],
  ])("%s", (_, html, path) => expect(read(html, path)).toBeNull());
});

describe("the card's place", () => {
  test("after the watchers, in the sidebar", () => {
    const place = placeOf(parse(assigned));
    expect(place?.position).toBe("after");
    expect(place?.anchor.matches("#sidebar > #watchers")).toBe(true);
  });
  test("after the queries, where the watchers are not shown", () => {
    expect(placeOf(parse(customer))?.anchor.matches("#sidebar > .queries")).toBe(true);
  });
  test("after the attributes, where there is no sidebar", () => {
    const html = parse(customer);
    html.querySelector("#main")?.classList.add("nosidebar");
    expect(placeOf(html)?.anchor.matches(".issue > .attributes")).toBe(true);
  });
  test("after the attributes, when Redmine has moved the sidebar into its menu", () => {
    const html = parse(assigned);
    html.querySelector(".js-sidebar")?.append(...(html.querySelector("#sidebar")?.children ?? []));
    expect(placeOf(html)?.anchor.matches(".issue > .attributes")).toBe(true);
  });
});
