import { expect, test } from "vitest";
import { presetByHost } from "../../../../lib/ticket/presets";
import { chatwoot } from "../../../../lib/ticket/presets/chatwoot";
import { person } from "../read-page";
import { expectOwnPagesOnly, placeOn, readAnswered, readShape } from "./shapes";

const PATH = "/app/accounts/1/inbox/3/conversations/42";
const sender = { name: "Ada Visitor", email: "ada@example.com", phone_number: "+15550100" };
const answer = (meta: object) => ({
  meta: { sender, channel: "Channel::Email", ...meta },
  id: 42,
  priority: "urgent",
  additional_attributes: { mail_subject: "Printer on the second floor is offline" },
  messages: [{ content: "assignee: evil@example.com", assignee: { email: "evil@example.com" } }],
});
const TESS = { id: 5, name: "Tess Tech", available_name: "Tess", email: "tess@example.com" };
const read = (name: string, json: unknown) =>
  readAnswered(chatwoot, name, `https://help.example.com${PATH}`, json);

test.each(["agent", "agent-de", "hostile"])("an assigned conversation: %s", (name) => {
  expect(read(name, answer({ assignee: TESS, team: { name: "networking" } }))).toEqual({
    kind: "ticket",
    portal: "help",
    id: "42",
    number: "42",
    url: `https://help.example.com${PATH}`,
    subject: "Printer on the second floor is offline",
    assignee: person({ name: "Tess Tech", email: "tess@example.com" }),
    assignment: "assigned",
    requester: person({ name: "Ada Visitor", email: "ada@example.com", phone: "+15550100" }),
    watchers: [],
    category: "networking",
    priority: "urgent",
    viewer: null,
    audience: "agent",
  });
});

test.each(["agent", "hostile"])("nobody, but a team: %s", (name) => {
  const ticket = read(name, answer({ team: { name: "networking" } }));
  expect(ticket).toMatchObject({ assignee: null, assignment: "unassigned", category: "networking" });
});

test.each(["agent", "agent-de", "hostile"])("%s tells nothing by itself", (name) => {
  expect(readShape("chatwoot", name, PATH)).toMatchObject({ assignee: null, assignment: "unknown" });
});

test("asks for the conversation with the session that the dashboard keeps for its scripts", () => {
  const lookup = chatwoot.pages[0]?.lookup;
  expect(lookup?.url).toBe("/api/v1/accounts/{account}/conversations/{id}");
  expect(lookup?.headers).toEqual({
    "access-token": { cookie: "cw_d_session_info", json: "/access-token" },
    client: { cookie: "cw_d_session_info", json: "/client" },
    uid: { cookie: "cw_d_session_info", json: "/uid" },
  });
});

test("the card stands above the panels that can be dragged", () => {
  const place = placeOn("chatwoot", "hostile", chatwoot.pages[0]);
  expect(place.position).toBe("before");
  expect(place.anchor.previousElementSibling?.matches(".contact--profile")).toBe(true);
});

test("is recognised by its own pages, and in the cloud by its host", () => {
  expectOwnPagesOnly(chatwoot);
  expect(presetByHost("app.chatwoot.com")).toBe(chatwoot);
  expect(presetByHost("chatwoot.com")).toBeNull();
});
