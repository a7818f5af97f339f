import { describe, expect, test } from "vitest";
import { greenhouse } from "../../../../lib/ticket/presets/greenhouse";
import { lever } from "../../../../lib/ticket/presets/lever";
import { person } from "../read-page";
import { expectKnownByHost, readShape } from "./shapes";

const ID = "0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10";
const TESS = person({ name: "Tess Tech" });
const ADA = person({ name: "Ada Visitor" });

describe.each([
  [greenhouse, "https://app2.greenhouse.io", "/people/123?application_id=456", "456"],
  [lever, "https://hire.lever.co", `/candidates/${ID}`, ID],
])("$id", (preset, site, path, id) => {
  const read = (name: string) => readShape(preset.id, name, path, site);

  test.each(["assigned", "assigned-de", "hostile"])("an application with somebody in charge: %s", (name) => {
    const ticket = read(name);
    expect(ticket).toMatchObject({
      kind: "application",
      id,
      assignee: TESS,
      assignment: "assigned",
      requester: ADA,
      audience: "agent",
    });
    expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
  });

  test.each(["unassigned", "unassigned-de", "hostile-unassigned"])("nobody: %s", (name) => {
    expect(read(name)).toMatchObject({ assignee: null, assignment: "unassigned", requester: ADA });
  });

  test("“Ich” is the viewer", () => {
    expect(read("me-de")).toMatchObject({ assignee: null, assignment: "self" });
  });

  test("the card floats", () => expect(preset.pages[0]?.place).toEqual([]));
  test("is known by its host", () => expectKnownByHost(preset, [new URL(site).hostname]));
});
