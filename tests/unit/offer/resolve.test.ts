import { describe, expect, test } from "vitest";
import { DEFAULT_BOOKING_HOSTS, type LinkProblem } from "../../../lib/offer/link";
import { resolve } from "../../../lib/offer/resolve";
import { parsePerson } from "../../../lib/ticket/parse-person";
import { directoryOf } from "./directory";

const HOSTS = [...DEFAULT_BOOKING_HOSTS];
const NOBODY = { email: "" };
const LINK = "https://cal.com/tess/30min";
const TESS = { email: "tess@example.com", name: "Tess Tech", link: LINK };

const assigned = (printed: string) => ({ assignee: parsePerson(printed), assignment: "assigned" as const });

test("an offer: the directory's link, and by what the technician was found", async () => {
  const resolution = await resolve(assigned("tess (Tess Tech)"), directoryOf(TESS), HOSTS, NOBODY);
  expect(resolution).toMatchObject({
    kind: "offer",
    offer: { technician: { email: "tess@example.com" }, link: LINK, matchedBy: "login" },
  });
});

test("a link without a scheme is completed", async () => {
  const directory = directoryOf({ ...TESS, link: "cal.com/tess" });
  expect(await resolve(assigned("tess"), directory, HOSTS, NOBODY)).toMatchObject({
    kind: "offer",
    offer: { link: "https://cal.com/tess" },
  });
});

describe("no offer", () => {
  test("nobody is in charge", async () => {
    const ticket = { assignee: null, assignment: "unassigned" as const };
    expect(await resolve(ticket, directoryOf(TESS), HOSTS, NOBODY)).toEqual({
      kind: "none",
      reason: "unassigned",
    });
  });
  test("nobody is in charge, even when somebody is printed", async () => {
    const ticket = { ...assigned("tess"), assignment: "unassigned" as const };
    expect(await resolve(ticket, directoryOf(TESS), HOSTS, NOBODY)).toEqual({
      kind: "none",
      reason: "unassigned",
    });
  });
  test("the page does not say who is in charge", async () => {
    const ticket = { assignee: null, assignment: "unknown" as const };
    expect(await resolve(ticket, directoryOf(TESS), HOSTS, NOBODY)).toEqual({
      kind: "none",
      reason: "assignee-unknown",
    });
  });
  test.each<[string, string]>([
    ["Bob <bob@example.com>", "bob@example.com"],
    ["bob (Bob Builder)", "Bob Builder"],
    ["bob", "bob"],
  ])("%s is not in the directory", async (printed, who) => {
    expect(await resolve(assigned(printed), directoryOf(TESS), HOSTS, NOBODY)).toEqual({
      kind: "none",
      reason: "not-in-directory",
      who,
    });
  });
  test("two technicians fit", async () => {
    const namesake = { ...TESS, email: "tess@elsewhere.example" };
    expect(await resolve(assigned("tess"), directoryOf(TESS, namesake), HOSTS, NOBODY)).toEqual({
      kind: "none",
      reason: "ambiguous",
      who: "tess",
      by: "login",
      emails: ["tess@elsewhere.example", "tess@example.com"],
    });
  });
  test("the technician has no link", async () => {
    expect(await resolve(assigned("tess"), directoryOf({ ...TESS, link: "" }), HOSTS, NOBODY)).toEqual({
      kind: "none",
      reason: "no-link",
      who: "tess",
      email: "tess@example.com",
    });
  });
  test.each<[string, LinkProblem]>([
    ["https://evil.example/tess", { code: "host-not-allowed", host: "evil.example" }],
    ["http://cal.com/tess", { code: "not-https" }],
    ["https://x@cal.com/tess", { code: "has-credentials" }],
    ["javascript:alert(1)", { code: "not-a-link" }],
    ["https://cal.com/", { code: "no-calendar" }],
    ["https://cal.com/settings/my-account", { code: "no-calendar" }],
    ["https://cal.com/a/b/c/d", { code: "no-calendar" }],
  ])("the link %s is refused", async (link, problem) => {
    expect(await resolve(assigned("tess"), directoryOf({ ...TESS, link }), HOSTS, NOBODY)).toEqual({
      kind: "none",
      reason: "link-refused",
      who: "tess",
      email: "tess@example.com",
      problem,
    });
  });
  test("the host was taken from the allow-list", async () => {
    expect(await resolve(assigned("tess"), directoryOf(TESS), ["cal.example"], NOBODY)).toMatchObject({
      reason: "link-refused",
      problem: { code: "host-not-allowed", host: "cal.com" },
    });
  });
});

describe("a link in the lookup's answer", () => {
  const told = (bookingUrl: string) => ({ ...assigned("Tess Tech <tess@example.com>"), bookingUrl });
  const OTHER = "https://cal.com/tess/15min";

  test("does not replace the directory's", async () => {
    expect(await resolve(told(OTHER), directoryOf(TESS), HOSTS, NOBODY)).toMatchObject({
      offer: { link: LINK },
    });
  });
  test("counts for people without one", async () => {
    expect(await resolve(told(OTHER), directoryOf({ ...TESS, link: "" }), HOSTS, NOBODY)).toMatchObject({
      offer: { link: OTHER, matchedBy: "email" },
    });
  });
  test("counts for people whom only the portal knows, by address", async () => {
    expect(await resolve(told(OTHER), directoryOf(), HOSTS, NOBODY)).toMatchObject({
      offer: {
        technician: { email: "tess@example.com", name: "Tess Tech" },
        link: OTHER,
        matchedBy: "lookup",
      },
    });
    const nameless = { ...told(OTHER), ...assigned("Tess Tech") };
    expect(await resolve(nameless, directoryOf(), HOSTS, NOBODY)).toMatchObject({
      reason: "not-in-directory",
    });
  });
  test("names nobody where nobody is in charge, or two fit", async () => {
    const nobody = { ...told(OTHER), assignment: "unassigned" as const };
    expect(await resolve(nobody, directoryOf(), HOSTS, NOBODY)).toMatchObject({ reason: "unassigned" });
    const two = directoryOf(TESS, { ...TESS, email: "tess@elsewhere.example" });
    expect(await resolve({ ...told(OTHER), ...assigned("tess") }, two, HOSTS, NOBODY)).toMatchObject({
      reason: "ambiguous",
    });
  });
  test.each(["https://evil.example/tess", "javascript:alert(1)", "http://cal.com/tess"])(
    "%s is refused like any other",
    async (link) => {
      expect(await resolve(told(link), directoryOf(), HOSTS, NOBODY)).toMatchObject({
        reason: "link-refused",
      });
    },
  );
});

describe("the viewer's own calendar", () => {
  const page = { ...assigned("Bob Builder"), callWith: "me" } as const;
  const me = { email: "Tess@Example.com" };

  test("the own link, whoever is in charge", async () => {
    const directory = directoryOf(TESS, { email: "bob@example.com", name: "Bob Builder", link: LINK });
    for (const ticket of [page, { ...page, assignee: null, assignment: "unassigned" as const }]) {
      expect(await resolve(ticket, directory, HOSTS, me)).toMatchObject({
        kind: "offer",
        offer: { technician: { email: "tess@example.com" }, link: LINK, matchedBy: "me" },
      });
    }
  });
  test.each([
    ["nobody said who uses this browser", TESS, NOBODY],
    ["no link is stored", { ...TESS, link: "" }, me],
    ["somebody else's link is stored", { ...TESS, email: "rob@example.com" }, me],
  ])("%s", async (_, technician, own) => {
    expect(await resolve(page, directoryOf(technician), HOSTS, own)).toEqual({
      kind: "none",
      reason: "no-own-link",
    });
  });
  test("a link on a host that is not allowed", async () => {
    expect(await resolve(page, directoryOf(TESS), ["cal.example"], me)).toMatchObject({
      kind: "none",
      reason: "link-refused",
      who: "tess@example.com",
    });
  });
  test("elsewhere the assignee is called, not the viewer", async () => {
    expect(await resolve({ ...page, callWith: "assignee" }, directoryOf(TESS), HOSTS, me)).toMatchObject({
      reason: "not-in-directory",
    });
  });
});
