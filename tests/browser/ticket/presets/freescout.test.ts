import { describe, expect, test } from "vitest";
import { Me } from "../../../../lib/settings/share";
import { freeScout } from "../../../../lib/ticket/presets/freescout";
import { withMe } from "../../../../lib/ticket/with-me";
import { person } from "../read-page";
import { expectOwnPagesOnly, placeOn, readShape } from "./shapes";

const read = (name: string) => readShape("freescout", name, "/conversation/31?folder_id=4");
const ROB = person({ name: "Rob Remote" });

test("an assigned conversation", () => {
  expect(read("assigned")).toEqual({
    kind: "ticket",
    portal: "help.example.com",
    id: "31",
    number: "1031",
    url: "https://help.example.com/conversation/31?folder_id=4",
    subject: "Printer on the second floor is offline",
    assignee: ROB,
    assignment: "assigned",
    requester: person({ name: "Ada Visitor", email: "ada@example.com", phone: "+1 555 0100" }),
    watchers: [person({ login: "nora@example.com", email: "nora@example.com" })],
    category: null,
    priority: null,
    viewer: null,
    audience: "agent",
  });
});

test("an assigned conversation in German", () => {
  expect(read("assigned-de")).toMatchObject({ assignee: ROB, assignment: "assigned" });
});

test("assigned to somebody who is not in the list", () => {
  expect(read("assigned-outside")).toMatchObject({ assignee: person({ name: "Nora Newcomer" }) });
});

describe.each(["me", "me-de", "hostile-me"])('"Me": %s', (name) => {
  test("is nobody's name, and not that of the menu", () => {
    expect(read(name)).toMatchObject({ assignee: null, assignment: "self", viewer: null });
  });

  test("is the person of the settings", () => {
    const ticket = read(name);
    if (!ticket) throw new Error("no ticket");
    expect(withMe(ticket, Me.parse({ name: "Tess Tech", email: "tess@example.com" }))).toMatchObject({
      assignee: person({ name: "Tess Tech", email: "tess@example.com" }),
      assignment: "assigned",
    });
  });
});

test.each(["unassigned", "unassigned-de"])("nobody: %s", (name) => {
  expect(read(name)).toMatchObject({ assignee: null, assignment: "unassigned" });
});

test.each([
  ["hostile", ROB],
  ["hostile-unassigned", null],
])("a message that imitates the page changes nothing: %s", (name, assignee) => {
  const ticket = read(name);
  expect(ticket).toMatchObject({ number: "1031", assignee, requester: { name: "Ada Visitor" } });
  expect(JSON.stringify(ticket)).not.toMatch(/evil|666666/i);
});

test("the card stands below the customer", () => {
  const place = placeOn("freescout", "hostile", freeScout.pages[0]);
  expect(place.position).toBe("after");
  expect(place.anchor.matches("#conv-layout-customer > .conv-customer-block")).toBe(true);
});

test("is recognised by its own pages only", () => expectOwnPagesOnly(freeScout));
