import { cellsBelow } from "../cells-below";
import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// From the templates of OpenCATS 0.9, `modules/{candidates,joborders}/Show.tpl` (high); not run. It is in English only.
const columns = "#contents > table.detailsOutside > tbody > tr";
const rows = "> table.detailsInside > tbody > tr";
const left = `${columns} > td:first-child ${rows}`;
// Applicants write the left column, and one of its rows has no label: people in charge are read in the right one only.
const right = `${columns} > td:nth-child(2) ${rows}`;
const row = (column: string, label: string) => ({ css: column, match: `^${label}: ?(.+)$` });

const application: Omit<PageDefinition, "url" | "fields"> = {
  kind: "application",
  root: `body:has(${left} > td.vertical)`,
  exclude: "#shortNotes, #fullNotes, .attachmentsTable",
  emptyAssignee: "unassigned", // the row is always there
  place: [{ at: "#contents > table.detailsOutside", position: "after" }],
  look: { surface: "#contents > table.detailsOutside", heading: "#contents h2" },
  audience: "agent",
  label: "Book a Call",
};
/** "Tess Tech <tess@example.com> (Example Ltd.)" */
const viewerName = [{ css: "#topRight span", match: "^([^<>]+<[^<>]+>)" }];
const email = [{ css: `${left} > td.data > a[href^="mailto:"]` }];

const candidate: PageDefinition = {
  ...application,
  url: "/index.php?m=candidates&a=show&candidateID=:id(\\d+)",
  fields: {
    number: [{ url: "id" }],
    assignee: [row(right, "Owner")],
    requesterName: [
      { css: `${left}:first-child > td.data > span:first-child`, match: "^(.+?)(?: \\(INACTIVE\\))?$" },
    ],
    requesterEmail: email,
    requesterPhone: [row(left, "Cell Phone"), row(left, "Home Phone")],
    viewerName,
  },
};

const jobOrder: PageDefinition = {
  ...application,
  url: "/index.php?m=joborders&a=show&jobOrderID=:id(\\d+)",
  fields: {
    number: [{ url: "id" }],
    subject: [{ css: `${left}:first-child > td.data > span:first-child` }],
    assignee: [row(right, "Recruiter"), row(right, "Owner")],
    requesterName: [row(left, "Contact Name")],
    requesterEmail: email,
    requesterPhone: [row(left, "Contact Phone")],
    viewerName,
  },
};

const grid = "#contents table.sortable";

/**
 * A list, from `lib/DataGrid.php`; people choose its columns. A column that can be moved tells its name to the script that
 * moves it, and has a second heading cell to resize it.
 * @param show what the links to its rows' own pages contain
 * @param column names who is in charge, by first name and initial: "Tess T."
 */
function list(url: string, show: string, column: string): PageDefinition {
  const heading = `[onmousedown*="'${column}', 'moveColumn"]`;
  const cells = cellsBelow(grid, heading, ":not(.resizeableCell)");
  const link = `:scope > td > a[href*="${show}"]`;
  return {
    kind: "list",
    of: "application",
    url,
    row: `${grid}:has(> thead > tr > th${heading}) > tbody > tr:has(> td > a[href*="${show}"])`,
    fields: {
      id: [{ css: link, attr: "href", match: "ID=(\\d+)" }],
      link: [{ css: link, attr: "href" }],
      assignee: cells.map((css) => ({ css })),
    },
    place: cells.map((at) => ({ at, position: "append" as const })),
    look: { button: "input.button" },
    emptyAssignee: "unassigned",
    audience: "agent",
    label: "Book a Call",
  };
}

/** OpenCATS, an applicant tracking system. */
export const openCats: Preset = {
  id: "opencats",
  name: "OpenCATS",
  seen: "templates of September 2024",
  recognise: (document) =>
    document.querySelector(`${left} > td.vertical, ${grid} > thead th[onmousedown*="moveColumn"]`) !== null,
  pages: [
    candidate,
    jobOrder,
    list("/index.php?m=candidates&!a", "m=candidates&a=show&candidateID=", "Owner"),
    list("/index.php?m=candidates&a=listByView", "m=candidates&a=show&candidateID=", "Owner"),
    list("/index.php?m=joborders&!a", "m=joborders&a=show&jobOrderID=", "Recruiter"),
    list("/index.php?m=joborders&a=listByView", "m=joborders&a=show&jobOrderID=", "Recruiter"),
  ],
  examples: {
    tickets: [
      "https://jobs.example.com/index.php?m=candidates&a=show&candidateID=123",
      "https://jobs.example.com/index.php?m=candidates&a=show&candidateID=123&display=popup",
      "https://jobs.example.com/index.php?m=joborders&a=show&jobOrderID=7",
    ],
    lists: [
      "https://jobs.example.com/index.php?m=candidates",
      "https://jobs.example.com/index.php?m=candidates&a=listByView",
      "https://jobs.example.com/index.php?m=joborders",
      "https://jobs.example.com/index.php?m=joborders&a=listByView",
    ],
    others: [
      "https://jobs.example.com/index.php?m=candidates&a=edit&candidateID=123",
      "https://jobs.example.com/index.php?m=candidates&a=show_questionnaire&candidateID=123",
      "https://jobs.example.com/index.php?m=companies&a=show&companyID=7",
    ],
  },
};
