import type { FieldSource, PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Not run on a live site: notes on the page's structure of October 2026, and scripts of 2024 to 2026 (medium).
const ROW = ".SecondaryContainer .DetailsSection .ReadOnlyData";
/** Rows are known by their label, which is English here: "Contact", after it a star in an element of its own. */
const row = (label: string, has = ""): FieldSource => ({ css: ROW + has, match: `^${label} ?([^(\\s].*)$` });

const ticket: PageDefinition = {
  kind: "ticket",
  url: "/Mvc/ServiceDesk/TicketDetail.mvc?ticketId=:id(\\d+)", // not the number that people see
  root: "body:has(.TitleBarItem.Title, .EntityHeadingContainer)",
  // What the description's element is called is not known well, so all that looks like it is left out. Inside of rows:
  // the star, the initials, and the role behind the name.
  exclude:
    '.ConversationChunk, .QuickNote, .MessageBarContainer, [class*="Description"], [class*="RichText"], ' +
    ".ReadOnlyData .Required, .ReadOnlyData .Initials, .ReadOnlyData .Support",
  fields: {
    number: [
      { css: ".EntityHeadingContainer .IdentificationText", match: "(T\\d{8}\\.\\d{3,6})" },
      { css: ".TitleBarItem.Title .SecondaryText", match: "(T\\d{8}\\.\\d{3,6})" },
    ],
    subject: [
      { css: ".EntityHeadingContainer .Title > .Text" },
      { css: ".TitleBarItem.Title .SecondaryText", match: "T\\d{8}\\.\\d{3,6} - (.+?)(?: \\([^()]*\\))?$" },
    ],
    assignee: [
      { css: `${ROW} .PrimaryResource .Name` }, // in every language
      row("Primary Resource(?: ?\\(Role\\))?"),
    ],
    requesterName: [row("Contact", ":has(.LinkButton2)")],
    category: [row("Queue")],
    priority: [{ css: `${ROW}:has(.ColorSample):nth-child(4) .Text.ColorSample` }, row("Priority")],
  },
  place: [
    { at: ".SecondaryContainer .DetailsSection:has(.PrimaryResource)", position: "before" },
    { at: ".SecondaryContainer .DetailsSection", position: "after" },
  ],
  look: {
    surface: ".SecondaryContainer .DetailsSection",
    heading: ".DetailsSectionHeading .Text",
    button: ".ToolBarItem .Button2",
  },
  emptyAssignee: "unknown", // a row may be left out by the ticket's category
  audience: "agent",
};

/** Autotask (Datto PSA). Its shell keeps tickets in frames. */
export const autotask: Preset = {
  id: "autotask",
  name: "Autotask",
  seen: "notes of October 2026, scripts of 2024 to 2026",
  hosts: ["*.autotask.net"],
  frames: true,
  recognise: (document) =>
    document.querySelector(".TitleBarItem.Title") !== null &&
    document.querySelector(".ReadOnlyData > .ReadOnlyLabelContainer .PrimaryText") !== null,
  pages: [ticket, { ...ticket, url: "/Mvc/ServiceDesk/TicketDetail.mvc?TicketId=:id(\\d+)" }],
  examples: {
    tickets: [
      "https://ww5.autotask.net/Mvc/ServiceDesk/TicketDetail.mvc?workspace=False&ticketId=111",
      "https://ww5.autotask.net/Mvc/ServiceDesk/TicketDetail.mvc?TicketId=111",
    ],
    others: [
      "https://ww5.autotask.net/AutotaskOnyx/LandingPage?view-data=eyJ1cmwiOiIvIn0",
      "https://ww5.autotask.net/Mvc/ServiceDesk/TicketGridSearch.mvc/Index",
      "https://ww5.autotask.net/Mvc/ServiceDesk/TicketEdit.mvc?ticketId=111",
      "https://ww5.autotask.net/Mvc/Projects/TaskDetail.mvc?taskId=111",
      "https://ww5.autotask.net/Mvc/CRM/AccountDetail.mvc?accountId=111",
    ],
  },
};
