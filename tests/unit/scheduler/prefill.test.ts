import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPrefill, type PrefillOptions, prefillWithoutTicket } from "../../../lib/scheduler/prefill";
import { Me, Share } from "../../../lib/settings/share";
import type { Person, Ticket } from "../../../lib/ticket/ticket";
import { person, ticket } from "../ticket/given-ticket";

const SHARE_ALL: Share = { number: true, subject: true, ticketLink: true, requester: true, watchers: true };
const SHARE_NOTHING: Share = {
  number: false,
  subject: false,
  ticketLink: false,
  requester: false,
  watchers: false,
};
const NOBODY = Me.parse({});
const MY_PORTAL = { TicketNumber: "number", TicketURL: "url", title: "title", About: "subject" } as const;

function prefill(given: Partial<Ticket> = {}, options: Partial<PrefillOptions> = {}) {
  return buildPrefill(ticket(given), {
    share: SHARE_ALL,
    me: NOBODY,
    questions: {},
    regarding: (kind, number, subject) =>
      `Regarding ${kind === "ticket" ? "" : `${kind} `}#${number}${subject === null ? "" : ` — ${subject}`}`,
    invited: (name) => `With ${name}`,
    ...options,
  });
}

const URL_7 = "https://help.example.com/tickets/7";

test("everything that may be shared", () => {
  const watchers = [person({ email: "bob@example.com" })];
  expect(prefill({ watchers }, { questions: MY_PORTAL })).toEqual({
    name: "Ada Visitor",
    email: "ada@example.com",
    phone: "+49 30 1",
    guests: ["bob@example.com"],
    notes: `Regarding #T-7 — Printer is on fire\n${URL_7}`,
    metadata: { ticketId: "7", ticketNumber: "T-7", ticketUrl: URL_7, portal: "help" },
    questions: {
      TicketNumber: "T-7",
      TicketURL: URL_7,
      title: "T-7 - Printer is on fire",
      About: "Printer is on fire",
    },
  });
});

describe("each switch", () => {
  const without = (name: keyof Share, given: Partial<Ticket> = {}) =>
    prefill(given, { share: { ...SHARE_ALL, [name]: false }, questions: MY_PORTAL });

  test("without the number", () => {
    const { notes, metadata, questions } = without("number");
    expect(notes).toBe(`Printer is on fire\n${URL_7}`);
    expect(metadata).toEqual({ ticketUrl: URL_7, portal: "help" });
    expect(questions).toEqual({ TicketURL: URL_7, title: "Printer is on fire", About: "Printer is on fire" });
  });
  test("without the subject", () => {
    const shared = without("subject");
    expect(shared.notes).toBe(`Regarding #T-7\n${URL_7}`);
    expect(JSON.stringify(shared)).not.toContain("fire");
  });
  test("without the link to the ticket", () => {
    const shared = without("ticketLink");
    expect(shared.notes).toBe("Regarding #T-7 — Printer is on fire");
    expect(JSON.stringify(shared)).not.toContain("https:");
  });
  test("without the requester", () => {
    const shared = without("requester");
    expect(shared).toMatchObject({ name: "Vic Viewer", email: "vic@example.com", phone: null });
    expect(JSON.stringify(shared)).not.toMatch(/Ada Visitor|ada@|\+49/);
  });
  test("without the watchers", () => {
    expect(without("watchers", { watchers: [person({ email: "bob@example.com" })] }).guests).toEqual([]);
  });
  test("nothing at all: only which portal it is", () => {
    const shared = prefill({ viewer: null }, { share: SHARE_NOTHING, questions: MY_PORTAL });
    expect(shared).toEqual({
      name: null,
      email: null,
      phone: null,
      guests: [],
      notes: null,
      metadata: { portal: "help" },
      questions: {},
    });
  });
  test("watchers are off unless somebody turns them on", () => {
    expect(Share.parse({})).toEqual({ ...SHARE_ALL, watchers: false });
  });
});

describe("who attends", () => {
  const ada = person({ name: "Ada Visitor", email: "ada@example.com" });
  const vic = person({ name: "Vic Viewer", email: "vic@example.com" });
  const me: Me = { name: "Mia Me", email: "mia@example.com", phone: "1" };

  test.each<[string, Partial<Ticket>, Me, [string | null, string | null]]>([
    ["agent: the requester", { requester: ada, viewer: vic }, me, ["Ada Visitor", "ada@example.com"]],
    [
      "agent, requester without address: me",
      { requester: person({ name: "Ada" }), viewer: vic },
      me,
      ["Mia Me", "mia@example.com"],
    ],
    ["agent, no requester: me", { requester: null, viewer: vic }, me, ["Mia Me", "mia@example.com"]],
    [
      "agent, no requester, no me: the viewer",
      { requester: null, viewer: vic },
      NOBODY,
      ["Vic Viewer", "vic@example.com"],
    ],
    [
      "agent, nobody has an address: the requester's name",
      { requester: person({ name: "Ada" }), viewer: null },
      NOBODY,
      ["Ada", null],
    ],
    [
      "customer: the viewer",
      { audience: "customer", requester: ada, viewer: vic },
      me,
      ["Vic Viewer", "vic@example.com"],
    ],
    [
      "customer, viewer unknown: me",
      { audience: "customer", requester: ada, viewer: null },
      me,
      ["Mia Me", "mia@example.com"],
    ],
    [
      "customer, viewer unknown, no me: the requester",
      { audience: "customer", requester: ada, viewer: null },
      NOBODY,
      ["Ada Visitor", "ada@example.com"],
    ],
    ["nobody at all", { requester: null, viewer: null }, NOBODY, [null, null]],
  ])("%s", (_, given, own, [name, email]) => {
    expect(prefill(given, { me: own })).toMatchObject({ name, email });
  });

  test("never one person's name, address or phone with another's", () => {
    const someone = (who: string) =>
      fc.option(
        fc.record({ name: fc.boolean(), email: fc.boolean(), phone: fc.boolean() }).map((has) =>
          person({
            name: has.name ? `name of ${who}` : null,
            email: has.email ? `${who}@example.com` : null,
            phone: has.phone ? `phone of ${who}` : null,
          }),
        ),
      );
    fc.assert(
      fc.property(
        fc.constantFrom("agent" as const, "customer" as const),
        someone("ada"),
        someone("vic"),
        someone("mia"),
        fc.boolean(),
        (audience, requester, viewer, mia: Person | null, share) => {
          const own: Me = { name: mia?.name ?? "", email: mia?.email ?? "", phone: mia?.phone ?? "" };
          const { name, email, phone } = prefill(
            { audience, requester, viewer },
            { me: own, share: { ...SHARE_ALL, requester: share } },
          );
          const whose = [name, email, phone].flatMap((text) => text?.match(/ada|vic|mia/) ?? []);
          expect(new Set(whose).size).toBeLessThanOrEqual(1);
          if (!share) expect(whose).not.toContain("ada");
        },
      ),
    );
  });
});

describe("watchers", () => {
  const watchers = (...emails: (string | null)[]) =>
    emails.map((email) => person({ name: "Somebody", email }));
  test("are guests once, and never who attends; without an address they are none", () => {
    const given = watchers("bob@example.com", null, "bob@example.com", "ada@example.com");
    expect(prefill({ watchers: given }).guests).toEqual(["bob@example.com"]);
  });
  test("the case of an address makes no difference", () => {
    expect(
      prefill({ watchers: watchers("Ada@Example.com", "bob@example.com", "BOB@example.com") }).guests,
    ).toEqual(["bob@example.com"]);
  });
});

test("long values are cut where Cal.com refuses them", () => {
  const url = `https://help.example.com/${"x".repeat(1000)}`;
  const { metadata, questions } = prefill({ url, subject: "s".repeat(500) }, { questions: MY_PORTAL });
  expect(metadata.ticketUrl).toHaveLength(500);
  expect(questions.title).toHaveLength(500);
  expect(url.startsWith(metadata.ticketUrl ?? "?")).toBe(true);
});

test("without a ticket only own data is filled in", () => {
  expect(prefillWithoutTicket({ name: "Mia Me", email: "mia@example.com", phone: "" })).toEqual({
    name: "Mia Me",
    email: "mia@example.com",
    phone: null,
    guests: [],
    notes: null,
    metadata: {},
    questions: {},
  });
});

describe("the viewer's own calendar", () => {
  const me = Me.parse({ name: "Cleo Caster", email: "cleo@example.com", phone: "+44 1" });
  const invite = (given: Partial<Ticket> = {}, share: Share = SHARE_ALL) =>
    prefill({ kind: "application", callWith: "me", ...given }, { me, share });

  test("the page's person is the attendee; the metadata names who invites", () => {
    expect(invite()).toMatchObject({
      name: "Ada Visitor",
      email: "ada@example.com",
      phone: "+49 30 1",
      notes: `Regarding application #T-7 — Printer is on fire\n${URL_7}`,
      metadata: { ticketNumber: "T-7", callerName: "Cleo Caster", callerEmail: "cleo@example.com" },
    });
  });
  test("without an address the viewer is, and the notes name the person", () => {
    const shared = invite({ requester: { ...person({ name: "Ada Visitor" }), phone: "+49 30 1" } });
    expect(shared).toMatchObject({ name: "Cleo Caster", email: "cleo@example.com", phone: "+44 1" });
    expect(shared.notes).toBe(`Regarding application #T-7 — Printer is on fire\nWith Ada Visitor\n${URL_7}`);
  });
  test("who must not be shared is not named", () => {
    const shared = invite({}, { ...SHARE_ALL, requester: false });
    expect(shared).toMatchObject({ name: "Cleo Caster", email: "cleo@example.com" });
    expect(JSON.stringify(shared)).not.toMatch(/Ada|ada@|\+49/);
  });
  test("elsewhere nobody invites", () => {
    expect(prefill({}, { me }).metadata).not.toHaveProperty("callerEmail");
  });
});
