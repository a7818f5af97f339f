import { expect, test } from "vitest";
import { libredesk } from "../../../../lib/ticket/presets/libredesk";
import { person } from "../read-page";
import { expectOwnPagesOnly, lookupUrls, placeOn, readAnswered, readShape, twoHops } from "./shapes";

const ID = "0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10";
const PATH = `/inboxes/teams/3/conversation/${ID}`;
const agents = {
  data: [
    { id: 4, first_name: "Rob", last_name: "Remote", email: "rob@example.com" },
    { id: 5, first_name: "Tess", last_name: "Tech", email: "tess@example.com" },
  ],
};
const conversation = (assigned_user_id: number | null) => ({
  data: {
    uuid: ID,
    assigned_user_id,
    reference_number: "1007",
    subject: "Printer on the second floor is offline",
    priority: "High",
    contact: { first_name: "Ada", last_name: "Visitor", email: "ada@example.com", phone_number: "5550100" },
  },
});
const answer = (assigned: number | null) => twoHops(conversation(assigned), agents);
const read = (name: string, json: unknown) =>
  readAnswered(libredesk, name, `https://help.example.com${PATH}`, json);

test.each(["agent", "agent-de", "hostile"])("an assigned conversation: %s", (name) => {
  expect(read(name, answer(5))).toEqual({
    kind: "ticket",
    portal: "help",
    id: ID,
    number: "1007",
    url: `https://help.example.com${PATH}`,
    subject: "Printer on the second floor is offline",
    assignee: person({ email: "tess@example.com" }),
    assignment: "assigned",
    requester: person({ name: "Ada", login: "Ada", email: "ada@example.com", phone: "5550100" }),
    watchers: [],
    category: null,
    priority: "High",
    viewer: null,
    audience: "agent",
  });
});

test.each(["agent", "hostile"])("nobody: %s", (name) => {
  expect(read(name, answer(null))).toMatchObject({ assignee: null, assignment: "unassigned" });
});

test("somebody who is not among the agents", () => {
  expect(read("agent", answer(9))).toMatchObject({ assignee: null, assignment: "unknown" });
  expect(read("agent", conversation(5))).toMatchObject({ assignee: null, assignment: "unknown" });
});

test.each(["agent", "agent-de", "hostile"])("%s tells nothing by itself", (name) => {
  expect(readShape("libredesk", name, PATH)).toMatchObject({ assignee: null, assignment: "unknown" });
});

test("asks for the conversation, then for the agents", () => {
  expect(lookupUrls(libredesk)).toEqual(["/api/v1/conversations/{id}", "/api/v1/agents/compact"]);
});

test("the card stands above the panels", () => {
  const place = placeOn("libredesk", "hostile", libredesk.pages[0]);
  expect(place.position).toBe("before");
  expect(place.anchor.previousElementSibling?.querySelector('a[href="/contacts/12"]')).toBeTruthy();
});

test("is recognised by its own pages only", () => expectOwnPagesOnly(libredesk));
