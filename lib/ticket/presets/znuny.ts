import { cellsBelow } from "../cells-below";
import type { PageDefinition } from "../page-definition";
import type { Preset } from "./preset";

// Selectors seen in Znuny 7.1.7, November 2026; OTRS 6 and OTOBO print the same below `.WidgetSimple`.
const boxes = [
  ".SidebarColumn .information-widget",
  ".SidebarColumn:not(:has(.information-widget)) .WidgetSimple",
];
const rows = boxes.map((box) => `${box} fieldset.TableLike`);
// An agent who is disabled has an `em.Error` in the label: then nobody is read from the box, as the owner's row cannot be
// told from the responsible's, and nobody beside a label in it is taken for what the preset has missed.
const disabled = boxes.map((box) => `${box}:has(label em.Error)`).join(", ");
const exclude = `${disabled}, .ContentColumn, #ArticleItems, .ArticleBody, .ArticleMailContent, #ArticleTree`;
const headline = [".Headline h1", ".ticketHeaderTitle h1" /* Znuny, main branch */];

const agentTicket: PageDefinition = {
  kind: "ticket",
  url: "/index.pl?Action=AgentTicketZoom&TicketID=:id(\\d+)", // the internal id
  root: "body:has(.ARIARoleMain.TicketZoom)",
  exclude,
  fields: {
    number: headline.map((h1) => ({ css: `.TicketZoom ${h1}`, match: "(\\d[\\w-]*) \\u2014" })),
    subject: headline.map((h1) => ({ css: `.TicketZoom ${h1}`, match: "^[^\\u2014]*\\u2014 (.+)$" })),
    // In every language: the first value whose title is its text followed by " (login)". The second is "Responsible".
    assignee: rows.map((box) => ({
      css: `${box} label + .Value[title]`,
      attr: "title",
      beyondText: true,
      match: "^(.+ \\([^()\\s]+\\))$",
    })),
    category: [{ css: '.SidebarColumn .Value a[href*="Action=AgentTicketQueue;QueueID="]' }],
    priority: [
      { css: '.TicketZoom .Flag [class*="PriorityID-"]' },
      { css: '.TicketZoom [class*="PriorityID-"]', attr: "title" },
    ],
    viewerName: [{ css: ".UserAvatar_name" }],
  },
  // The owner is never empty: new tickets belong to root@localhost.
  unassigned: rows.flatMap((box) => [
    { css: `${box} > label + .Value[title$=" (root@localhost)"]:not(.Value[title$=")"] ~ .Value)` },
    {
      css: `${box} > :has(> .Value[title$=" (root@localhost)"]):not(:has(> .Value[title$=")"]) ~ *)`,
    },
  ]),
  messages: { row: "#ArticleItems > .WidgetSimple", body: ".ArticleBody" }, // mails in HTML stand in frames: left out
  place: [{ at: ".SidebarColumn", position: "prepend" }],
  look: {
    surface: ".SidebarColumn .WidgetSimple",
    header: ".Header",
    heading: ".Header h2",
    body: ".Content",
  },
  emptyAssignee: "unknown",
  audience: "agent",
};

const table = "#OverviewBody.TicketList table.TableSmall";
const owners = cellsBelow(table, ".Owner");

/** The small overviews, seen in the templates of Znuny 7.1. Columns are chosen by each agent. */
const overview: PageDefinition = {
  kind: "list",
  of: "ticket",
  url: `/index.pl?Action=:list(${[
    ...["Queue", "Service", "StatusView", "LockedView", "WatchView"],
    ...["ResponsibleView", "OwnerView", "EscalationView", "Search"],
  ]
    .map((view) => `AgentTicket${view}`)
    .join("|")})`,
  row: `${table} > tbody > tr.MasterAction[id^="TicketID_"]`,
  fields: {
    id: [{ css: ":scope", attr: "id", match: "^TicketID_(\\d+)$" }],
    link: [{ css: ":scope > td > a.MasterActionLink", attr: "href" }],
    number: [{ css: ":scope > td > a.MasterActionLink" }],
    assignee: owners.map((cell) => ({
      css: `${cell} > div[title]`,
      attr: "title",
      match: "^(.+ \\([^()\\s]+\\))$",
    })),
  },
  unassigned: owners.map((cell) => ({ css: `${cell} > div[title$=" (root@localhost)"]` })),
  place: owners.map((at) => ({ at, position: "append" as const })),
  look: { button: ".CallForAction.Primary, .Primary" },
  emptyAssignee: "unknown",
  audience: "agent",
};

/** A row of the customer's box, by its label. */
const row = (labels: string) => [{ css: "#Metadata li:not(.Header)", match: `^(?:${labels}): ?(.+)$` }];

const customerTicket: PageDefinition = {
  kind: "ticket",
  url: "/customer.pl?Action=CustomerTicketZoom&TicketNumber=:id(\\d+)",
  root: "body:has(#ZoomSidebar)",
  exclude: "#Messages, #FollowUp",
  fields: {
    number: [{ css: "#Metadata .Header + li", match: "(\\d[\\w-]*)$" }],
    subject: [{ css: ".TicketHeader h2", attr: "title" }, { css: ".TicketHeader h2" }],
    // Only where the administrator shows it.
    assignee: row(
      "Owner|Besitzer|Propriétaire|Propietario|Proprietário|Eigenaar|Proprietario|Właściciel|所有者|Владелец|Vlastník|Ejer|Omistaja|Eier|Tulajdonos|Sahip|Власник|Vlasnik|Lastnik",
    ),
    category: row("Queue"),
    priority: row("Priority|Priorität"),
  },
  messages: { row: "#Messages > li", body: ".MessageBody" },
  place: [{ at: "#ZoomSidebar", position: "append" }],
  look: { surface: "#Metadata", heading: "#Metadata .Header h3" },
  emptyAssignee: "unknown",
  audience: "customer",
};

/** Znuny, OTRS 6 and OTOBO. */
export const znuny: Preset = {
  id: "znuny",
  name: "Znuny, OTRS, OTOBO",
  seen: "7.1.7, OTRS 6, OTOBO, templates",
  recognise: (document) =>
    document.querySelector(".ARIARoleMain.TicketZoom, #OverviewBody.Overview.TicketList") !== null,
  pages: [
    agentTicket,
    { ...agentTicket, url: "/index.pl?Action=AgentTicketZoom&TicketNumber=:id(\\d+)" },
    customerTicket,
    { ...customerTicket, url: "/customer.pl?Action=CustomerTicketZoom&TicketID=:id(\\d+)" },
    overview,
  ],
  examples: {
    tickets: [
      "https://help.example.com/index.pl?Action=AgentTicketZoom;TicketID=9",
      "https://help.example.com/index.pl?TicketID=9&ArticleID=12&Action=AgentTicketZoom",
      "https://help.example.com/index.pl?Action=AgentTicketZoom;TicketNumber=2026112110000015",
      "https://help.example.com/customer.pl?Action=CustomerTicketZoom;TicketNumber=2026112110000015",
      "https://help.example.com/customer.pl?Action=CustomerTicketZoom;TicketID=9",
    ],
    lists: [
      "https://help.example.com/index.pl?Action=AgentTicketQueue;QueueID=2",
      "https://help.example.com/index.pl?Action=AgentTicketStatusView;View=Small",
      "https://help.example.com/index.pl?SortBy=Owner;Action=AgentTicketSearch;Subaction=Search",
    ],
    others: [
      "https://help.example.com/index.pl",
      "https://help.example.com/index.pl?Action=AgentDashboard",
      "https://help.example.com/index.pl?Action=AgentTicketNote;TicketID=9",
      "https://help.example.com/customer.pl?Action=CustomerTicketOverview;Subaction=MyTickets",
    ],
  },
};
