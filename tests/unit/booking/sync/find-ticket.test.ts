import { expect, test } from "vitest";
import { findTicket } from "../../../../lib/booking/sync/find-ticket";
import type { NamedTicket } from "../../../../lib/scheduler/account/told-booking";
import { Portal } from "../../../../lib/settings/portal";

const portals = [
  Portal.parse({ id: "help", name: "Help", origin: "https://help.example.com", preset: "zammad" }),
  Portal.parse({ id: "rt", name: "RT", origin: "https://intra.example.com", basePath: "/rt" }),
] as Parameters<typeof findTicket>[1];
const named = (given: Partial<NamedTicket>): NamedTicket => ({
  portal: null,
  id: null,
  number: null,
  url: null,
  ...given,
});

test.each<[string, Partial<NamedTicket>, [string, string, string] | null]>([
  ["portal, id and number", { portal: "help", id: "12", number: "43012" }, ["help", "12", "43012"]],
  ["a number alone", { portal: "help", number: "43012" }, ["help", "43012", "43012"]],
  ["no portal", { id: "12" }, null],
  ["a portal that is none of ours", { portal: "elsewhere", id: "12" }, null],
  ["nothing of the ticket", { portal: "help" }, null],
  [
    "a colleague's name of the portal, and its address",
    { portal: "desk", id: "12", url: "https://help.example.com/#ticket/zoom/12" },
    ["help", "12", "12"],
  ],
  [
    "an address below a portal's base path",
    { portal: "x", id: "7", url: "https://intra.example.com/rt/Ticket/Display.html?id=7" },
    ["rt", "7", "7"],
  ],
  ["one beside it", { portal: "x", id: "7", url: "https://intra.example.com/wiki/7" }, null],
  [
    "our portal's name, and an address elsewhere",
    { portal: "help", id: "12", url: "https://evil.example/12" },
    null,
  ],
  [
    "no id, but an address that has it",
    { portal: "help", url: "https://help.example.com/#ticket/zoom/12" },
    ["help", "12", "12"],
  ],
  ["what is no address", { portal: "help", id: "12", url: "javascript:alert(1)" }, null],
])("%s", (_, given, expected) => {
  const found = findTicket(named(given), portals);
  expect(found && [found.portal, found.ticket.id, found.ticket.number]).toEqual(expected);
  if (found) expect(found.ticket.subject).toBeNull();
});
