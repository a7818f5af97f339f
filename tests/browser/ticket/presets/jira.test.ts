import { describe, expect, test } from "vitest";
import { findPlace } from "../../../../lib/ticket/find-place";
import { recognisePreset } from "../../../../lib/ticket/presets";
import { jira } from "../../../../lib/ticket/presets/jira";
import cloudAssigned from "../../../portals/shapes/jira/cloud-assigned.html?raw";
import cloudGerman from "../../../portals/shapes/jira/cloud-assigned-german.html?raw";
import cloudHostile from "../../../portals/shapes/jira/cloud-hostile.html?raw";
import cloudUnassigned from "../../../portals/shapes/jira/cloud-unassigned.html?raw";
import assigned from "../../../portals/shapes/jira/data-center-assigned.html?raw";
import hostile from "../../../portals/shapes/jira/data-center-hostile.html?raw";
import unassigned from "../../../portals/shapes/jira/data-center-unassigned.html?raw";
import unassignedGerman from "../../../portals/shapes/jira/data-center-unassigned-german.html?raw";
import { person, readPage } from "../read-page";

const CLOUD = "https://example.atlassian.net";
const DATA_CENTER = "https://jira.example.com/jira";
const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const [page] = jira.pages;
if (!page) throw new Error("Jira has no page");
const placeOf = (html: Document) => findPlace(html, page);

const TESS = person({ name: "Tess Tech" });
const TESS_LOGIN = person({ name: "tess", login: "tess" });
const ADA = person({ name: "Ada Visitor" });

const own = import.meta.glob<string>("../../../portals/shapes/jira/*.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const others = import.meta.glob<string>(["../../../portals/**/*.html", "!../../../portals/shapes/jira/**"], {
  query: "?raw",
  import: "default",
  eager: true,
});

test.each(Object.entries(own))("%s is Jira's", (_, html) => {
  expect(recognisePreset(parse(html))).toBe(jira);
});
test.each(Object.entries(others))("%s is not", (_, html) => expect(jira.recognise(parse(html))).toBe(false));

describe("Cloud", () => {
  test.each([
    ["English", cloudAssigned, "Customer is experiencing network issues", "High"],
    ["German", cloudGerman, "Netzwerk fällt aus", "Hoch"],
  ])("an assigned issue in %s: the name once, without the button beside it", (_, html, subject, priority) => {
    expect(readPage(html, `${CLOUD}/browse/HELP-1?focusedCommentId=7`)).toEqual({
      kind: "ticket",
      portal: "example.atlassian.net",
      id: "HELP-1",
      number: "HELP-1",
      url: `${CLOUD}/browse/HELP-1?focusedCommentId=7`,
      subject,
      assignee: TESS,
      assignment: "assigned",
      requester: ADA,
      watchers: [],
      category: null,
      priority,
      viewer: null,
      audience: "agent",
    });
  });

  test.each([
    "/jira/servicedesk/projects/HELP/queues/custom/7/HELP-1",
    "/jira/software/c/projects/HELP/boards/3?selectedIssue=HELP-1",
  ])("%s", (path) => {
    expect(readPage(cloudAssigned, CLOUD + path)).toMatchObject({ id: "HELP-1", assignee: TESS });
  });

  test("an issue that nobody is assigned to says so in words only", () => {
    expect(readPage(cloudUnassigned, `${CLOUD}/browse/HELP-3`)).toMatchObject({
      subject: "Printer on the second floor is offline",
      assignee: null,
      assignment: "unknown",
      requester: ADA,
    });
  });

  test("a description and comments that imitate the page change nothing", () => {
    expect(cloudHostile).toContain("evil@example.com");
    const ticket = readPage(cloudHostile, `${CLOUD}/browse/HELP-2`);
    expect(ticket).toMatchObject({ subject: "Please look at my quote", assignee: TESS, requester: ADA });
    expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
  });

  test.each([cloudAssigned, cloudHostile])("the card's place is on top of the right column", (html) => {
    const place = placeOf(parse(html));
    expect(place?.position).toBe("prepend");
    expect(place?.anchor.querySelector('[data-testid="issue.views.field.user.assignee"]')).not.toBeNull();
  });

  test("no issue, while the page is loading", () => {
    expect(
      readPage("<div id='jira-frontend'></div>", `${CLOUD}/browse/HELP-1`, { preset: "jira" }),
    ).toBeNull();
  });
});

describe("Data Center", () => {
  test("an assigned issue: the login of the assignee", () => {
    expect(readPage(assigned, `${DATA_CENTER}/browse/HELP-1`, { basePath: "/jira" })).toMatchObject({
      id: "HELP-1",
      number: "HELP-1",
      subject: "Customer is experiencing network issues",
      assignee: TESS_LOGIN,
      assignment: "assigned",
      requester: ADA,
      priority: "High",
      viewer: person({ name: "rob", login: "rob" }),
    });
  });

  test("an issue in a queue", () => {
    const ticket = readPage(assigned, `${DATA_CENTER}/projects/HELP/queues/custom/7/HELP-1`);
    expect(ticket).toMatchObject({ id: "HELP-1", assignee: TESS_LOGIN });
  });

  test.each([
    ["English", unassigned],
    ["German", unassignedGerman],
  ])("an issue that nobody is assigned to, in %s", (_, html) => {
    const ticket = readPage(html, `${DATA_CENTER}/browse/HELP-3`);
    expect(ticket).toMatchObject({ assignee: null, assignment: "unassigned", requester: ADA });
  });

  test("a description and comments that imitate the page change nothing", () => {
    expect(hostile).toContain("evil@example.com");
    const ticket = readPage(hostile, `${DATA_CENTER}/browse/HELP-2`);
    expect(ticket).toMatchObject({
      subject: "Please look at my quote",
      assignee: TESS_LOGIN,
      assignment: "assigned",
      requester: ADA,
    });
    expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
  });

  test.each([assigned, hostile])("the card's place is after the people", (html) => {
    const place = placeOf(parse(html));
    expect(place?.position).toBe("after");
    expect(place?.anchor.matches("body > #viewissuesidebar > #peoplemodule")).toBe(true);
  });
});
