import fc from "fast-check";
import { expect, test } from "vitest";
import type { PageReport } from "../../../lib/messages";
import { requestTracker } from "../../../lib/ticket/presets/request-tracker";
import { reportText } from "../../../lib/ticket/report-text";
import { person, ticket } from "./given-ticket";

const reporter = {
  version: "0.1.0",
  userAgent:
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
  language: "de-AT",
};
const report: PageReport = {
  portal: { id: "help", name: "Help desk" },
  preset: "Request Tracker",
  product: { id: "request-tracker", seen: "5.0.3, November 2026" },
  page: { from: "preset", kind: "ticket", url: "/Ticket/Display.html?id=:id(\\d+)", root: "found" },
  fields: [
    {
      name: "number",
      answered: 1,
      sources: [
        { kind: "css", where: ".id" },
        { kind: "url", where: "id" },
      ],
    },
    { name: "assignee", answered: null, sources: [{ kind: "css", where: ".owner" }] },
  ],
  guess: null,
  drift: "assignee",
  ticket: ticket({ assignee: null, assignment: "unknown" }),
  offer: null,
  reason: { reason: "assignee-unknown" },
  lookup: null,
  drivenOut: false,
  rows: null,
};

test("what whoever mends it wants to know", () => {
  expect(reportText(report, reporter)).toBe(
    [
      "CallCard 0.1.0, Chrome/156.0.0.0, de-AT",
      `preset: request-tracker (seen ${requestTracker.seen})`,
      "page: ticket, preset, /Ticket/Display.html?id=:id(\\d+), root found",
      "number: found by source 2 of 2 (css, url)",
      "assignee: not found of 1 (css)",
      "in charge: unknown",
      "card: assignee-unknown",
      "changed page: assignee missing",
    ].join("\n"),
  );
});

test("where nothing is known of the page", () => {
  const nothing = {
    ...report,
    product: null,
    preset: null,
    page: null,
    fields: [],
    ticket: null,
    drift: null,
  };
  expect(reportText({ ...nothing, reason: { reason: "not-a-ticket" } }, reporter)).toBe(
    [
      "CallCard 0.1.0, Chrome/156.0.0.0, de-AT",
      "preset: none",
      "page: no definition fits the address",
      "in charge: not read",
      "card: not-a-ticket",
    ].join("\n"),
  );
});

test("what was asked, and how it went: of a portal's own lookup not even the address", () => {
  const asked = { url: "/REST/2.0/ticket/{id}", failure: null } as const;
  const text = (lookup: PageReport["lookup"]) =>
    /^lookup: .*$/m.exec(reportText({ ...report, lookup }, reporter))?.[0];
  expect(text(null)).toBeUndefined();
  expect(text({ ...asked, from: "preset", state: "answered" })).toBe(
    "lookup: /REST/2.0/ticket/{id}, answered",
  );
  const failure = { cause: "refused", status: 403 } as const;
  expect(text({ from: "portal", url: "https://acme.example/{id}", state: "failed", failure })).toBe(
    "lookup: the portal's own, failed (refused 403)",
  );
});

test("of a portal's own pages only the form is told", () => {
  const own = {
    from: "portal",
    kind: "ticket",
    url: "/acme/t/:id(\\d+)?who=acme&n=(\\d+)#/acme",
    root: "none",
  } as const;
  const text = reportText({ ...report, page: own }, reporter);
  expect(text).toContain("page: ticket, portal, /…/…/:id(\\d+)?…=…&…=(\\d+)#/…, root none");
  expect(text).not.toContain("acme");
});

test("whatever the page says, the report says nothing of it", () => {
  const marked = fc.string({ maxLength: 20 }).map((text) => `${text} MARKER ${text}`);
  fc.assert(
    fc.property(marked, fc.constantFrom("portal", "labels"), (text, from) => {
      const who = person({ name: text, login: text, email: text, phone: text });
      const read = ticket({
        id: text,
        number: text,
        subject: text,
        assignee: who,
        requester: who,
        watchers: [who],
        category: text,
        priority: text,
        viewer: who,
        portal: text,
        url: `https://help.example.com/${encodeURIComponent(text)}`,
      });
      const technician = { email: text, name: text, aliases: [text], link: text };
      const full = reportText(
        {
          ...report,
          portal: { id: text, name: text },
          preset: text,
          product: { id: text, seen: text },
          page: { from, kind: "ticket", url: `/${text.replaceAll("/", "")}/:id`, root: "found" },
          fields: [{ name: "assignee", answered: 0, sources: [{ kind: "css", where: text }] }],
          guess: {
            label: text,
            value: text,
            page: {
              kind: "ticket",
              url: "/:id",
              fields: {},
              place: [],
              audience: "agent",
              emptyAssignee: "unknown",
            },
          },
          ticket: read,
          lookup: {
            from: "portal",
            url: text,
            state: "failed",
            failure: { cause: "not-the-format", path: text },
          },
          offer: { technician, plainLink: text, matchedBy: text },
          reason: { reason: text, who: text },
        },
        { version: "0.1.0", userAgent: text, language: text },
      );
      expect(full).not.toContain("MARKER");
    }),
  );
});
