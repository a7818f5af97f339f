import { describe, expect, test } from "vitest";
import { findPlace } from "../../../../lib/ticket/find-place";
import { recognisePreset } from "../../../../lib/ticket/presets";
import { openCats } from "../../../../lib/ticket/presets/opencats";
import candidate from "../../../portals/shapes/opencats/candidate-assigned.html?raw";
import hostile from "../../../portals/shapes/opencats/candidate-hostile.html?raw";
import unassigned from "../../../portals/shapes/opencats/candidate-unassigned.html?raw";
import jobOrder from "../../../portals/shapes/opencats/job-order-assigned.html?raw";
import ownerOnly from "../../../portals/shapes/opencats/job-order-owner-only.html?raw";
import jobOrderUnassigned from "../../../portals/shapes/opencats/job-order-unassigned.html?raw";
import { person, readPage } from "../read-page";

const SITE = "https://jobs.example.com/cats/index.php";
const CANDIDATE = `${SITE}?m=candidates&a=show&candidateID=5`;
const JOB_ORDER = `${SITE}?m=joborders&a=show&jobOrderID=7`;
const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");

const TESS = person({ name: "Tess Tech" });
const JOHN = person({ name: "John Doe", email: "john@example.com", phone: "+1 555 0100" });
const ADA = person({ name: "Ada Visitor", email: "ada@example.com", phone: "+1 555 0101" });
const NORA = person({ name: "Nora Newcomer", email: "nora@example.com" });

const own = import.meta.glob<string>("../../../portals/shapes/opencats/*.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const others = import.meta.glob<string>(
  ["../../../portals/**/*.html", "!../../../portals/shapes/opencats/**"],
  { query: "?raw", import: "default", eager: true },
);

test.each(Object.entries(own))("%s is OpenCATS'", (_, html) => {
  expect(recognisePreset(parse(html))).toBe(openCats);
});
test.each(Object.entries(others))("%s is not", (_, html) =>
  expect(openCats.recognise(parse(html))).toBe(false),
);

describe("a candidate", () => {
  test("with an owner", () => {
    expect(readPage(candidate, CANDIDATE)).toEqual({
      kind: "application",
      portal: "jobs.example.com",
      id: "5",
      number: "5",
      url: CANDIDATE,
      subject: null,
      assignee: TESS,
      assignment: "assigned",
      requester: JOHN,
      watchers: [],
      category: null,
      priority: null,
      viewer: NORA,
      audience: "agent",
    });
  });

  test("without an owner", () => {
    const ticket = readPage(unassigned, CANDIDATE);
    expect(ticket).toMatchObject({ assignee: null, assignment: "unassigned", requester: JOHN });
  });

  test("who writes a row, or a note with rows, names nobody", () => {
    expect(hostile).toContain("evil@example.com");
    const ticket = readPage(hostile, CANDIDATE);
    expect(ticket).toMatchObject({ assignee: TESS, requester: JOHN });
    expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
    const nobody = readPage(hostile.replace("Tess Tech", ""), CANDIDATE);
    expect(nobody).toMatchObject({ assignee: null, assignment: "unassigned" });
  });

  test("with a picture beside", () => {
    const picture =
      '<td width="135"><table class="detailsInside"><tr><td class="vertical">Picture:</td></tr></table></td>';
    const document = parse(candidate);
    document.querySelector("table.detailsOutside > tbody > tr")?.insertAdjacentHTML("beforeend", picture);
    expect(readPage(document.documentElement.outerHTML, CANDIDATE)).toMatchObject({ assignee: TESS });
  });
});

describe("a job order", () => {
  test("with a recruiter, who comes before the owner", () => {
    expect(readPage(jobOrder, JOB_ORDER)).toMatchObject({
      kind: "application",
      id: "7",
      subject: "Understudy for Hamlet",
      assignee: TESS,
      assignment: "assigned",
      requester: ADA,
      viewer: NORA,
    });
  });

  test("with an owner only", () => {
    expect(readPage(ownerOnly, JOB_ORDER)).toMatchObject({ assignee: person({ name: "Rob Remote" }) });
  });

  test("with neither, and a note that names somebody", () => {
    expect(jobOrderUnassigned).toContain("evil@example.com");
    const ticket = readPage(jobOrderUnassigned, JOB_ORDER);
    expect(ticket).toMatchObject({ assignee: null, assignment: "unassigned" });
    expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
  });
});

test.each(openCats.pages.filter(({ kind }) => kind !== "list"))(
  "the button is called “Book a Call”, after the details: $url",
  (page) => {
    expect(page.label).toBe("Book a Call");
    for (const html of Object.entries(own).flatMap(([path, html]) => (path.includes("/list") ? [] : html))) {
      const place = findPlace(parse(html), page);
      expect(place?.position).toBe("after");
      expect(place?.anchor.previousElementSibling?.matches("p.note")).toBe(true);
    }
  },
);
