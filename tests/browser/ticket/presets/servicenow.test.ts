import { describe, expect, test } from "vitest";
import { newPortal } from "../../../../lib/settings/portal";
import { findPage } from "../../../../lib/ticket/find-page";
import { findPlace } from "../../../../lib/ticket/find-place";
import { readInlineScript } from "../../../../lib/ticket/lookup/read-inline-script";
import { PageDefinition } from "../../../../lib/ticket/page-definition";
import { presetByHost } from "../../../../lib/ticket/presets";
import { serviceNow } from "../../../../lib/ticket/presets/servicenow";
import { readTicket } from "../../../../lib/ticket/read-ticket";
import { person } from "../read-page";
import { expectOwnPagesOnly } from "./shapes";

const files = import.meta.glob<string>("../../../portals/shapes/servicenow/*.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const SITE = "https://example.service-now.com";
const ID = "a".repeat(32);
const CLASSIC = `${SITE}/incident.do?sys_id=${ID}`;
const WORKSPACE = `${SITE}/now/sow/record/incident/${ID}/params/selected-tab-index/1`;

/** A page with its shadow roots. */
function parse(name: string, change = (html: string) => html): Document {
  const html = files[`../../../portals/shapes/servicenow/${name}.html`];
  if (html === undefined) throw new Error(`no shape ${name}`);
  return Document.parseHTMLUnsafe(change(html));
}

function read(document: Document, address: string, json?: unknown) {
  const url = new URL(address);
  const portal = newPortal({ origin: url.origin, basePath: "" }, []);
  const found = findPage(portal, serviceNow, url);
  return found && readTicket(document, url, portal.id, found.page, found.groups, json);
}

const TESS = person({ name: "Tess Tech" });
const ADA = person({ name: "Ada Visitor" });
const answer = {
  result: {
    number: "INC0010001",
    short_description: "Customer is experiencing network issues",
    priority: "3 - Moderate",
    assigned_to: "Tess Tech",
    "assigned_to.name": "Tess Tech",
    "assigned_to.email": "tess@example.com",
    "caller_id.name": "Ada Visitor",
    "caller_id.email": "ada@example.com",
  },
};
const nobody = {
  result: { ...answer.result, assigned_to: "", "assigned_to.name": "", "assigned_to.email": "" },
};

test("its own pages, and no others, carry its fingerprint", () => expectOwnPagesOnly(serviceNow));

test.each<[string, boolean]>([
  ["dev12345.service-now.com", true],
  ["service-now.com", false],
  ["evil-service-now.com", false],
  ["service-now.com.evil.example", false],
])("%s is one of its hosts: %s", (host, is) => expect(presetByHost(host) === serviceNow).toBe(is));

test.each(serviceNow.pages.map((page, index) => [index, page] as const))(
  "page %i may stand in a configuration",
  (_, page) => {
    expect(PageDefinition.safeParse(page).error).toBeUndefined();
  },
);

describe("classic form", () => {
  test.each([["classic-assigned"], ["classic-assigned-de"], ["classic-hostile"]])("%s", (name) => {
    const document = parse(name);
    expect(read(document, CLASSIC)).toMatchObject({
      id: ID,
      assignee: TESS,
      assignment: "assigned",
      requester: ADA,
      audience: "agent",
    });
  });

  test("everything that is read", () => {
    expect(read(parse("classic-assigned"), CLASSIC)).toMatchObject({
      number: "INC0010001",
      subject: "Customer is experiencing network issues",
      watchers: [],
      priority: null,
      viewer: null,
    });
  });

  test("a read-only form has other ids", () => {
    expect(read(parse("classic-read-only"), CLASSIC)).toMatchObject({
      number: "INC0010001",
      subject: "Customer is experiencing network issues",
      assignee: TESS,
      requester: ADA,
    });
  });

  test.each([["classic-unassigned"], ["classic-hostile-unassigned"]])(
    "%s: nobody, whatever messages imitate",
    (name) => {
      expect(read(parse(name), CLASSIC)).toMatchObject({ assignee: null, assignment: "unassigned" });
    },
  );

  test("a name that is typed and not saved does not count", () => {
    const document = parse("classic-assigned");
    const input = document.getElementById("sys_display.incident.assigned_to") as HTMLInputElement;
    input.value = "Rob Remote";
    expect(read(document, CLASSIC)?.assignee).toEqual(TESS);
  });

  test("the assignee of a parent record on the same form is not this record's", () => {
    const document = parse("classic-assigned");
    document.getElementById("element.incident.assigned_to")?.remove();
    expect(document.querySelector('[id$="parent_incident.assigned_to"]')).not.toBeNull();
    expect(read(document, CLASSIC)).toMatchObject({ assignee: null, assignment: "unknown" });
  });

  test("the card's place is below the field", () => {
    for (const name of ["classic-assigned", "classic-hostile"]) {
      const place = findPlace(parse(name), serviceNow.pages[0] as PageDefinition);
      expect(place?.position).toBe("after");
      expect(place?.anchor.closest("form")?.id).toBe("incident.do");
      expect(place?.anchor.querySelector("label")?.textContent).toBe("Assigned to");
    }
  });

  test("the lookup completes it, and says that nobody is in charge", () => {
    expect(read(parse("classic-assigned"), CLASSIC, answer)).toMatchObject({
      assignee: { name: "Tess Tech", email: "tess@example.com" },
      requester: { name: "Ada Visitor", email: "ada@example.com" },
      priority: "3 - Moderate",
    });
    expect(read(parse("classic-unassigned"), CLASSIC, nobody)?.assignment).toBe("unassigned");
  });

  test("the token that the interface wants stands in a script of the page", () => {
    const header = serviceNow.pages[0]?.lookup?.headers?.["X-UserToken"];
    if (!header || !("script" in header)) throw new Error("no such header");
    expect(readInlineScript(header.script as string, parse("classic-assigned"))).toBe("0f".repeat(36));
    const window = parse("classic-assigned", (html) =>
      html.replace(/var g_ck = '(\w+)'/, 'window.g_ck = "$1"'),
    );
    expect(readInlineScript(header.script as string, window)).toBe("0f".repeat(36));
    expect(readInlineScript(header.script as string, parse("workspace-assigned"))).toBeNull();
  });
});

describe("workspace", () => {
  test("the record of the screen that is shown, through ten shadow roots", () => {
    expect(read(parse("workspace-assigned"), WORKSPACE)).toMatchObject({
      id: ID,
      number: "INC0010001",
      subject: "Customer is experiencing network issues",
      assignee: TESS,
      assignment: "assigned",
      requester: ADA,
    });
  });

  test("a message that imitates the form changes nothing", () => {
    const document = parse("workspace-hostile");
    const ticket = read(document, WORKSPACE);
    expect(ticket).toMatchObject({ number: "INC0010004", assignee: TESS });
    expect(JSON.stringify(ticket)).not.toMatch(/evil/i);
  });

  test("nobody: the form alone does not say so, the lookup does", () => {
    expect(read(parse("workspace-unassigned"), WORKSPACE)).toMatchObject({
      assignee: null,
      assignment: "unknown",
    });
    expect(read(parse("workspace-unassigned"), WORKSPACE, nobody)?.assignment).toBe("unassigned");
  });

  test("the overview has no form: the lookup tells", () => {
    expect(read(parse("workspace-overview"), WORKSPACE)).toMatchObject({
      assignee: null,
      assignment: "unknown",
    });
    expect(read(parse("workspace-overview"), WORKSPACE, answer)).toMatchObject({
      number: "INC0010001",
      assignee: { email: "tess@example.com" },
    });
  });

  test("no screen is shown yet", () => {
    const hidden = parse("workspace-assigned", (html) =>
      html.replaceAll("<sn-canvas-screen>", '<sn-canvas-screen style="display: none;">'),
    );
    expect(read(hidden, WORKSPACE)).toBeNull();
  });

  test("the card's place is the end of the form's column, in the screen that is shown", () => {
    const document = parse("workspace-assigned");
    const place = findPlace(document, serviceNow.pages[1] as PageDefinition);
    expect(place?.position).toBe("append");
    expect(place?.anchor.className).toBe("sn-form-column-layout-sections");
    expect(place?.anchor.querySelector("[name=assigned_to]")?.getRootNode()).toBe(
      place?.anchor.getRootNode(),
    );
    expect(findPlace(parse("workspace-overview"), serviceNow.pages[1] as PageDefinition)).toBeNull();
  });
});

test("a customer's page names nobody; the lookup may", () => {
  const address = `${SITE}/sp?id=ticket&table=incident&sys_id=${ID}`;
  expect(read(parse("portal"), address)).toMatchObject({
    assignee: null,
    assignment: "unknown",
    audience: "customer",
  });
  expect(read(parse("portal"), address, answer)).toMatchObject({ assignee: { email: "tess@example.com" } });
});
