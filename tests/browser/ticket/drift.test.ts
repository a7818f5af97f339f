import { describe, expect, test } from "vitest";
import { missingOn } from "../../../lib/ticket/drift";
import { readLabel } from "../../../lib/ticket/labels/read-label";
import { showsAssignee, showsTicket } from "../../../lib/ticket/labels/shows-ticket";
import { PageDefinition } from "../../../lib/ticket/page-definition";
import { readTicket } from "../../../lib/ticket/read-ticket";
import { knownPages, parse, printedId, readByPreset } from "./pages";

const nobodyIsKnown = (_: string) => false;
const isTess = (value: string) => /tess/i.test(value);

/** What the overlay would say about a page that has settled. */
function changed(document: Document, page: PageDefinition, isKnown = nobodyIsKnown) {
  const url = new URL("https://help.example.com/tickets/7");
  const missing = missingOn(
    page,
    readTicket(document, url, "help", page, { id: printedId(document, page) ?? "7" }, undefined, {
      labels: readLabel,
    }),
  );
  const exclude = page.exclude ?? null;
  if (!missing || !showsTicket(document, exclude)) return null;
  return missing === "ticket" || showsAssignee(document, exclude, isKnown) ? missing : null;
}

describe("pages as their presets know them are not said to have changed", () => {
  const tickets = knownPages.flatMap((page) => {
    const read = readByPreset(page);
    return read ? [{ name: page.name, html: page.html, ...read }] : [];
  });

  test("there are enough of them", () => expect(tickets.length).toBeGreaterThan(80));

  test.each(tickets)("$name", ({ html, page, ticket }) => {
    const document = parse(html);
    const missing = missingOn(page, ticket);
    expect(missing).not.toBe("ticket");
    const exclude = page.exclude ?? null;
    expect(missing === "assignee" && showsAssignee(document, exclude, isTess)).toBe(false);
  });
});

test.each(["znuny/agent-invalid", "znuny/otrs-agent-invalid"])(
  "an owner who is disabled, beside a known responsible, is no change of the product: %s",
  (name) => {
    const known = knownPages.find((page) => page.name === name);
    const read = known && readByPreset(known);
    if (!read) throw new Error(`no page ${name}`);
    expect(missingOn(read.page, read.ticket)).toBe("assignee");
    expect(changed(parse(known.html), read.page, (value) => /rob/i.test(value))).toBeNull();
  },
);

describe("the same pages without what the preset looks for", () => {
  const assigned = knownPages.flatMap((known) => {
    const read = readByPreset(known);
    return read?.ticket.assignee && read.page.root ? [{ ...known, page: read.page }] : [];
  });

  test("the ticket's part is missed on every page that prints its labels", () => {
    const told = assigned.filter(({ html, page }) => {
      return changed(parse(html), { ...page, root: "#renamed" }) === "ticket";
    });
    const products = new Set(told.map(({ name }) => name.split("/")[0]));
    expect([...products]).toEqual(expect.arrayContaining(["request-tracker", "redmine", "syncro", "znuny"]));
  });

  test("who is in charge is missed by a strong label, or by a weak one with a technician beside it", () => {
    const renamed = { assignee: [{ css: ".renamed" }], assigneeEmail: undefined };
    const without = (name: string, isKnown?: typeof isTess) => {
      const found = assigned.find((known) => known.name === name);
      if (!found) throw new Error(`no page ${name}`);
      const page = { ...found.page, emptyAssignee: "unknown", unassigned: [] } as const;
      const fields = { ...page.fields, ...renamed };
      return changed(parse(found.html), { ...page, fields, unassigned: [] }, isKnown);
    };
    expect(without("redmine/assigned")).toBe("assignee");
    expect(without("redmine/assigned-german")).toBe("assignee");
    expect(without("request-tracker/agent-assigned")).toBeNull();
    expect(without("request-tracker/agent-assigned", isTess)).toBe("assignee");
  });
});

describe("addresses of tickets that show something else", () => {
  const page = PageDefinition.parse({
    kind: "ticket",
    url: "/tickets/:id",
    root: "#ticket",
    fields: { assignee: [{ css: "#assignee" }] },
  });
  test.each([
    ["nothing yet", "<body></body>"],
    ["an error", "<body><h1>Not found</h1><p>Status: 404</p></body>"],
    ["a sign-in", "<body><form><label>User <input></label><label>Subject <input></label></form></body>"],
    [
      "a message with labels",
      `<body><div class="message"><dl><dt>Status</dt><dd>x</dd><dt>Priority</dt><dd>x</dd>
      <dt>Assignee</dt><dd>Tess</dd></dl></div></body>`,
    ],
  ])("%s", (_, html) => expect(changed(parse(html), page as PageDefinition)).toBeNull());

  test("customers, applications and lookups are not expected to print who is in charge", () => {
    const document =
      parse(`<div id="ticket"><dl><dt>Status</dt><dd>x</dd><dt>Priority</dt><dd>x</dd><dt>Assigned to</dt>
      <dd>Tess Tech</dd></dl></div>`);
    const given = (more: object) => ({ ...(page as PageDefinition), ...more });
    expect(changed(document, given({}))).toBe("assignee");
    expect(changed(document, given({ audience: "customer" }))).toBeNull();
    expect(changed(document, given({ callWith: "me" }))).toBeNull();
    expect(changed(document, given({ fields: {} }))).toBeNull();
    expect(changed(document, given({ fields: { assignee: [{ json: "/assignee/name" }] } }))).toBeNull();
    expect(changed(document, given({ emptyAssignee: "unassigned" }))).toBeNull();
    expect(changed(document, given({ kind: "list", row: "tr" }))).toBeNull();
  });
});
