import { describe, expect, test } from "vitest";
import { shape } from "./presets/shapes";
import { readList } from "./read-list";

const HELP = "https://help.example.com";
const lists = {
  myPortal: `${HELP}/admin/tickets`,
  freeScout: `${HELP}/mailbox/1/4`,
  znuny: `${HELP}/znuny/index.pl?Action=AgentTicketQueue;QueueID=2`,
  osTicket: `${HELP}/scp/tickets.php?queue=3`,
  candidates: `${HELP}/cats/index.php?m=candidates`,
  jobOrders: `${HELP}/cats/index.php?m=joborders&a=listByView`,
};
type Row = [id: string, number: string, who: string, leadsTo: string];

function read(product: string, name: string, address: string): Row[] {
  return readList(shape(product, name), address).map(({ ticket }) => {
    const { assignee, assignment, url, id, number } = ticket;
    const who = assignee ? [assignee.name, assignee.login ?? assignee.email].filter(Boolean).join(", ") : "";
    return [id, number, who || assignment, url.slice(HELP.length)];
  });
}

const osTicketRows: Row[] = [
  ["17", "482913", "Tess Tech", "/scp/tickets.php?id=17"],
  ["18", "482914", "unassigned", "/scp/tickets.php?id=18"],
];
const zoom = "/znuny/index.pl?Action=AgentTicketZoom;TicketID=";
const znunyRows: Row[] = [
  ["9", "2026112110000015", "Tess Tech, tess", `${zoom}9`],
  ["10", "2026112110000016", "unassigned", `${zoom}10`],
];
const freeScoutRows: Row[] = [
  ["31", "1031", "Tess Tech", "/conversation/31"],
  ["32", "1032", "unassigned", "/conversation/32"],
  ["33", "1033", "Rob Remote", "/conversation/33"],
];

describe("lists in recorded shape", () => {
  test.each<[product: string, name: string, address: string, rows: Row[]]>([
    [
      "my-portal",
      "list",
      lists.myPortal,
      [
        ["41", "41", "Tess Tech, tess@example.com", "/admin/tickets/41"],
        ["42", "42", "unassigned", "/admin/tickets/42"],
        ["43", "43", "Rob Remote", "/admin/tickets/43"],
      ],
    ],
    ["freescout", "list", lists.freeScout, freeScoutRows],
    ["freescout", "list-de", lists.freeScout, freeScoutRows],
    [
      "znuny",
      "list",
      lists.znuny,
      [...znunyRows, ["11", "2026112110000017", "Rob Remote, rob@example.com", `${zoom}11`]],
    ],
    ["znuny", "list-de", lists.znuny, znunyRows],
    [
      "osticket",
      "list",
      lists.osTicket,
      [...osTicketRows, ["19", "482915", "Rob Remote", "/scp/tickets.php?id=19"]],
    ],
    ["osticket", "list-de", lists.osTicket, osTicketRows],
    [
      "opencats",
      "list-candidates",
      lists.candidates,
      [
        ["5", "5", "Tess T.", "/cats/index.php?m=candidates&a=show&candidateID=5"],
        ["6", "6", "unassigned", "/cats/index.php?m=candidates&a=show&candidateID=6"],
      ],
    ],
    [
      "opencats",
      "list-job-orders",
      lists.jobOrders,
      [
        ["7", "7", "Tess T.", "/cats/index.php?m=joborders&a=show&jobOrderID=7"],
        ["8", "8", "unassigned", "/cats/index.php?m=joborders&a=show&jobOrderID=8"],
      ],
    ],
  ])("%s, %s: whom each row names, and where it leads", (product, name, address, rows) => {
    expect(read(product, name, address)).toEqual(rows);
  });

  test.each<[product: string, address: string, rows: [id: string, who: string][]]>([
    [
      "my-portal",
      lists.myPortal,
      [
        ["41", "Tess Tech, tess@example.com"],
        ["42", "unassigned"],
      ],
    ],
    [
      "freescout",
      lists.freeScout,
      [
        ["31", "Tess Tech"],
        ["32", "unassigned"],
      ],
    ],
    ["znuny", lists.znuny, [["9", "Rob Remote, rob@example.com"]]],
    [
      "osticket",
      lists.osTicket,
      [
        ["17", "Tess Tech"],
        ["18", "unassigned"],
      ],
    ],
    [
      "opencats",
      lists.candidates,
      [
        ["5", "Tess T."],
        ["6", "unassigned"],
      ],
    ],
  ])("%s: what customers wrote into other cells names nobody", (product, address, rows) => {
    expect(shape(product, "list-hostile")).toMatch(/evil/i);
    expect(read(product, "list-hostile", address).map(([id, , who]) => [id, who])).toEqual(rows);
  });

  test.each([
    ["my-portal", "list", lists.myPortal, /<td data-label="Assigned".*?<\/td>/g],
    ["freescout", "list", lists.freeScout, /<td class="conv-owner">.*?<\/td>/g],
    ["znuny", "list", lists.znuny, /OverviewHeader Owner/],
    ["osticket", "list", lists.osTicket, /data-id="8"/],
    ["opencats", "list-candidates", lists.candidates, /'Owner', 'moveColumn/],
    ["opencats", "list-job-orders", lists.jobOrders, /'Recruiter', 'moveColumn/],
  ])("%s, %s: without the column nobody is named", (product, name, address, column) => {
    const html = shape(product, name).replace(column, "");
    expect(html).not.toBe(shape(product, name));
    expect(readList(html, address).filter(({ ticket }) => ticket.assignee)).toEqual([]);
  });

  test.each([
    ["my-portal", "list", lists.myPortal, 'td[data-column="assigned"]'],
    ["freescout", "list-de", lists.freeScout, "td.conv-owner"],
    ["znuny", "list-de", lists.znuny, "td:nth-child(3)"],
    ["osticket", "list-de", lists.osTicket, "td:nth-child(3)"],
    ["opencats", "list-job-orders", lists.jobOrders, "td:nth-child(4)"],
  ])("%s, %s: the button stands in the cell of whom it calls", (product, name, address, cell) => {
    for (const { at } of readList(shape(product, name), address)) expect(at.matches(cell)).toBe(true);
  });
});
