import { expect, test } from "vitest";
import { newPortal } from "../../../../lib/settings/portal";
import { findPreset } from "../../../../lib/ticket/find-page";
import { recognisePreset } from "../../../../lib/ticket/presets";
import { hubSpot } from "../../../../lib/ticket/presets/hubspot";
import { person } from "../read-page";
import { expectKnownByHost, placeOn, readShape } from "./shapes";

const SITE = "https://app-eu1.hubspot.com";
const read = (name: string) => readShape("hubspot", name, "/contacts/4711/record/0-5/123", SITE);
const TESS = person({ name: "Tess Tech" });

test("a ticket with an owner", () => {
  expect(read("assigned")).toEqual({
    kind: "ticket",
    portal: "app-eu1.hubspot.com",
    id: "123",
    number: "123",
    url: `${SITE}/contacts/4711/record/0-5/123`,
    subject: "Printer on the second floor is offline",
    assignee: TESS,
    assignment: "assigned",
    requester: null,
    watchers: [],
    category: null,
    priority: "High",
    viewer: null,
    audience: "agent",
  });
});

test("the newer attribute, in German", () => {
  expect(read("assigned-de")).toMatchObject({ assignee: TESS, assignment: "assigned", priority: "Hoch" });
});

test.each(["unassigned", "unassigned-de"])("nobody is never a name: %s", (name) => {
  expect(read(name)).toMatchObject({ assignee: null, assignment: "unknown" });
});

test.each([
  ["hostile", person({ name: "Rob Remote" })],
  ["hostile-unassigned", null],
])("a message that imitates the page changes nothing: %s", (name, assignee) => {
  const ticket = read(name);
  expect(ticket).toMatchObject({ assignee, subject: "Printer on the second floor is offline" });
  expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
});

test("the card stands in the left column", () => {
  const place = placeOn("hubspot", "hostile", hubSpot.pages[0]);
  expect(place.anchor.matches('[data-test-id="left-sidebar"] > [data-card-type="OBJECT_HIGHLIGHT"]')).toBe(
    true,
  );
});

test("is known by its host", () => expectKnownByHost(hubSpot, ["app.hubspot.com", "app-eu1.hubspot.com"]));

test("is known by its host whatever its pages imitate", () => {
  const shell = '<body data-auth_user_id="7"></body>'; // FreeScout's fingerprint
  const document = new DOMParser().parseFromString(shell, "text/html");
  const portal = newPortal({ origin: SITE, basePath: "" }, []);
  expect(recognisePreset(document)).not.toBeNull();
  expect(findPreset(portal, document)).toBe(hubSpot);
  expect(findPreset({ ...portal, preset: "zendesk" }, document)?.id).toBe("zendesk");
});
