import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseIdentity } from "../../../lib/offer/identity";
import { checkLink, DEFAULT_BOOKING_HOSTS } from "../../../lib/offer/link";
import { Technician } from "../../../lib/offer/technician";
import {
  type Configuration,
  type ImportPlan,
  planImport,
  toDocument,
} from "../../../lib/settings/configuration";
import { BookingHost, OwnSchedulers } from "../../../lib/settings/items";
import { Portal } from "../../../lib/settings/portal";
import { Me, Share } from "../../../lib/settings/share";

const EMPTY: Configuration = {
  portals: [],
  technicians: [],
  bookingHosts: [...DEFAULT_BOOKING_HOSTS],
  schedulers: {},
  share: Share.parse({}),
  me: Me.parse({}),
  other: {},
};
const HELP = { id: "help", name: "Help desk", origin: "https://help.example.com", basePath: "/rt" };
const TESS = { email: "tess@example.com", name: "Tess Tech", aliases: ["tt"], link: "https://cal.com/tess" };

function check(document: unknown, present = EMPTY) {
  return planImport(typeof document === "string" ? document : JSON.stringify(document), present);
}

function plan(document: object, present = EMPTY): ImportPlan {
  const checked = check({ version: 1, ...document }, present);
  if (!checked.ok) throw new Error(checked.problem);
  return checked.plan;
}

/** The configuration after a plan was carried out: technicians that do not change stay where they are. */
function apply({ result }: ImportPlan, present: Configuration): Configuration {
  const technicians = new Map(
    [...present.technicians, ...result.technicians].map((entry) => [normaliseIdentity(entry.email), entry]),
  );
  return { ...result, technicians: [...technicians.values()] };
}

describe("what is no document", () => {
  test.each<[string, string]>([
    ["", "not-json"],
    ["{", "not-json"],
    ["version: 1", "not-json"],
    ["null", "not-a-document"],
    ["[]", "not-a-document"],
    ["7", "not-a-document"],
    ["{}", "not-a-document"],
    ['{"version":"1"}', "not-a-document"],
    ['{"version":2}', "newer-version"],
    ['{"version":2,"technicians":[]}', "newer-version"],
  ])("%j is %s", (text, problem) => expect(check(text)).toMatchObject({ ok: false, problem }));

  test("the newer version is told", () => expect(check({ version: 7 })).toMatchObject({ detail: "7" }));
});

test("an empty document changes nothing", () => {
  const empty = plan({});
  expect(empty).toMatchObject({ added: [], changed: [], unchanged: 0, skipped: [], unknown: [] });
  expect(apply(empty, EMPTY)).toEqual(EMPTY);
});

test("a whole document into an empty browser", () => {
  const whole = plan({
    portals: [HELP],
    technicians: [TESS, { email: "ada@example.com" }],
    bookingHosts: ["cal.com", "cal.example.com:8443"],
    share: { watchers: true },
    me: { name: "Mia" },
  });
  expect(whole).toMatchObject({
    added: [
      "cal.example.com:8443",
      "Help desk (https://help.example.com/rt)",
      "Tess Tech",
      "ada@example.com",
    ],
    changed: ["share", "me"],
    unchanged: 1,
    skipped: [],
    unknown: [],
  });
  expect(whole.result).toEqual({
    portals: [{ ...HELP, nativeButton: "keep" }],
    technicians: [TESS, { email: "ada@example.com", name: "", aliases: [], link: "" }],
    bookingHosts: [...DEFAULT_BOOKING_HOSTS, "cal.example.com:8443"],
    schedulers: {},
    share: { number: true, subject: true, ticketLink: true, requester: true, watchers: true },
    me: { name: "Mia", email: "", phone: "" },
    other: {},
  });
});

test("entries are merged by portal id and technician address; what is not named stays", () => {
  const present: Configuration = {
    ...EMPTY,
    portals: [Portal.parse(HELP), Portal.parse({ ...HELP, id: "other" })],
    technicians: [Technician.parse(TESS), Technician.parse({ email: "Ada@example.com" })],
  };
  const merged = plan(
    {
      portals: [{ ...HELP, name: "New name" }],
      technicians: [TESS, { email: "ADA@example.com", name: "Ada" }, { email: "bob@example.com" }],
    },
    present,
  );
  expect(merged).toMatchObject({
    added: ["bob@example.com"],
    changed: ["New name (https://help.example.com/rt)", "Ada"],
    unchanged: 1,
  });
  expect(merged.result.portals.map(({ id, name }) => [id, name])).toEqual([
    ["help", "New name"],
    ["other", "Help desk"],
  ]);
  expect(apply(merged, present).technicians.map(({ email, name }) => [email, name])).toEqual([
    ["tess@example.com", "Tess Tech"],
    ["ADA@example.com", "Ada"],
    ["bob@example.com", ""],
  ]);
});

describe("what cannot be read is left out, and told with its place", () => {
  test.each<[string, object, string, string]>([
    ["no list", { technicians: {} }, "technicians", "not-a-list"],
    ["no list of portals", { portals: null }, "portals", "not-a-list"],
    ["no object", { technicians: [TESS, 7] }, "technicians[1]", "invalid_type"],
    ["no address", { technicians: [{ name: "Tess" }] }, "technicians[0].email", "invalid_type"],
    ["broken address", { technicians: [{ email: "tess" }] }, "technicians[0].email", "invalid_format"],
    [
      "broken alias",
      { technicians: [{ ...TESS, aliases: ["tt", 7] }] },
      "technicians[0].aliases[1]",
      "invalid_type",
    ],
    ["long name", { technicians: [{ ...TESS, name: "x".repeat(201) }] }, "technicians[0].name", "too_big"],
    [
      "foreign host",
      { technicians: [{ ...TESS, link: "https://evil.example/x" }] },
      "technicians[0].link",
      "host-not-allowed",
    ],
    [
      "no https",
      { technicians: [{ ...TESS, link: "http://cal.com/x" }] },
      "technicians[0].link",
      "not-https",
    ],
    [
      "script",
      { technicians: [{ ...TESS, link: "javascript:alert(1)" }] },
      "technicians[0].link",
      "not-a-link",
    ],
    ["twice", { technicians: [TESS, { ...TESS, email: "TESS@example.com" }] }, "technicians[1]", "twice"],
    ["portal twice", { portals: [HELP, HELP] }, "portals[1]", "twice"],
    ["no site", { portals: [{ ...HELP, origin: "ftp://x.example" }] }, "portals[0].origin", "not-an-origin"],
    ["all sites", { portals: [{ ...HELP, origin: "https://*" }] }, "portals[0].origin", "not-an-origin"],
    ["base path", { portals: [{ ...HELP, basePath: "rt" }] }, "portals[0].basePath", "not-a-base-path"],
    ["id", { portals: [{ ...HELP, id: "a b" }] }, "portals[0].id", "not-an-id"],
    [
      "selector's expression",
      {
        portals: [
          {
            ...HELP,
            pages: [{ kind: "ticket", url: "/:id", fields: { number: [{ css: "a", match: "(" }] } }],
          },
        ],
      },
      "portals[0].pages[0].fields.number[0].match",
      "not-a-regex-with-one-group",
    ],
    ["host with a path", { bookingHosts: ["cal.example/x"] }, "bookingHosts[0]", "not-a-host"],
    ["host with a scheme", { bookingHosts: ["https://cal.example"] }, "bookingHosts[0]", "not-a-host"],
    ["all hosts", { bookingHosts: ["*"] }, "bookingHosts[0]", "not-a-host"],
    ["share", { share: { watchers: "yes" } }, "share.watchers", "invalid_type"],
    ["me", { me: { email: "mia" } }, "me.email", "invalid_format"],
  ])("%s", (_, document, path, reason) => {
    const { skipped, result } = plan(document);
    expect(skipped).toEqual([{ path, reason }]);
    expect(result.share).toEqual(EMPTY.share);
    expect(result.me).toEqual(EMPTY.me);
  });

  test("all others are taken", () => {
    const { skipped, added } = plan({ technicians: [7, TESS, { email: "x" }], portals: [HELP, {}] });
    expect(skipped.map(({ path }) => path)).toEqual([
      "portals[1].id",
      "technicians[0]",
      "technicians[2].email",
    ]);
    expect(added).toEqual(["Help desk (https://help.example.com/rt)", "Tess Tech"]);
  });

  test("a link counts with the hosts of the same document", () => {
    const link = "https://cal.example.com/tess";
    expect(plan({ bookingHosts: ["cal.example.com"], technicians: [{ ...TESS, link }] }).skipped).toEqual([]);
  });
});

test("unknown keys are told, kept, and exported again", () => {
  const document = {
    rules: [{ use: { event: "15min" } }],
    technicians: [{ ...TESS, pager: { number: 7 } }],
    portals: [{ ...HELP, colour: "red" }],
    share: { status: true },
    me: { title: "Dr" },
  };
  const imported = plan(document);
  expect(imported.unknown.sort()).toEqual([
    "me.title",
    "portals[0].colour",
    "rules",
    "share.status",
    "technicians[0].pager",
  ]);
  expect(toDocument(apply(imported, EMPTY))).toMatchObject({ version: 1, ...document });
});

test("nothing that is passed in is changed", () => {
  const freeze = <T>(value: T): T => {
    if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  const present = freeze<Configuration>({
    ...structuredClone(EMPTY),
    portals: [Portal.parse(HELP)],
    technicians: [Technician.parse(TESS)],
    other: { rules: [] },
  });
  const { result } = plan(
    {
      portals: [{ ...HELP, name: "New" }],
      technicians: [{ ...TESS, name: "New" }],
      bookingHosts: ["new.example"],
      share: { number: false },
      me: { name: "New" },
      rules: [1],
    },
    present,
  );
  expect(result).toMatchObject({ share: { number: false }, other: { rules: [1] } });
});

describe("export and import", () => {
  const text = (maxLength: number) => fc.string({ maxLength }).map((value) => value.trim());
  const link = fc.oneof(
    fc.constant(""),
    fc.stringMatching(/^[a-z0-9-]{1,20}$/).map((user) => `https://cal.com/of-${user}`), // `/d` and others are no person's
  );
  /** What a JSON text can say: it has no -0. */
  const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  const unknown = fc.dictionary(fc.stringMatching(/^x-[a-z]{1,5}$/), json, { maxKeys: 2 });
  const parsed =
    <T>(schema: { safeParse(value: unknown): { success: boolean; data?: T | undefined } }) =>
    (value: unknown): T[] => {
      const { data } = schema.safeParse(value);
      return data === undefined ? [] : [data];
    };
  const technician = fc
    .record({
      email: fc.emailAddress(),
      name: text(30),
      aliases: fc.array(text(10), { maxLength: 3 }),
      link,
      more: unknown,
    })
    .map(({ more, ...known }) => ({ ...more, ...known }));
  const portal = fc
    .record({
      id: fc.stringMatching(/^[\w.-]{1,20}$/),
      name: text(30),
      origin: fc.domain().map((domain) => `https://${domain}`),
      basePath: fc.constantFrom("", "/rt", "/a/b"),
      more: unknown,
    })
    .map(({ more, ...known }) => ({ ...more, ...known }));
  const host = fc.oneof(fc.domain(), fc.constantFrom("cal.com", "*.cal.eu", "localhost:3000"));
  const configuration: fc.Arbitrary<Configuration> = fc.record({
    portals: fc
      .uniqueArray(portal, { maxLength: 4, selector: ({ id }) => id })
      .map((all) => all.flatMap(parsed(Portal))),
    technicians: fc
      .uniqueArray(technician, { maxLength: 6, selector: ({ email }) => normaliseIdentity(email) })
      .map((all) => all.flatMap(parsed(Technician))),
    bookingHosts: fc
      .uniqueArray(host, { maxLength: 4 })
      .map((all) => ["cal.com", ...all.flatMap(parsed(BookingHost)).filter((entry) => entry !== "cal.com")]),
    schedulers: fc
      .dictionary(host, fc.constantFrom("cal-com", "calendly"), { maxKeys: 3 })
      .map((own) => OwnSchedulers.safeParse(own).data ?? {}),
    share: fc.record({
      number: fc.boolean(),
      subject: fc.boolean(),
      ticketLink: fc.boolean(),
      requester: fc.boolean(),
      watchers: fc.boolean(),
    }),
    me: fc.record({ name: text(20), email: fc.constantFrom("", "mia@example.com"), phone: text(20) }),
    other: unknown,
  });

  test("an export imports as it is: everything is there already", () => {
    fc.assert(
      fc.property(configuration, (present) => {
        const exported = toDocument(present);
        const again = plan(exported, present);
        const { portals, technicians, bookingHosts } = present;
        expect(again).toMatchObject({
          added: [],
          changed: [],
          skipped: [],
          unchanged: portals.length + technicians.length + bookingHosts.length + 3,
        });
        expect(toDocument(apply(again, present))).toEqual(exported);
      }),
      { numRuns: 300 },
    );
  });

  test("an export imports whole into an empty browser", () => {
    fc.assert(
      fc.property(configuration, (present) => {
        const empty = { ...EMPTY, bookingHosts: [] };
        const moved = apply(plan(toDocument(present), empty), empty);
        expect(toDocument(moved)).toEqual(toDocument(present));
      }),
      { numRuns: 300 },
    );
  });

  test("never throws, whatever the document; links that get in are allowed", () => {
    const value = fc.oneof(fc.jsonValue(), fc.array(fc.oneof(technician, portal, fc.jsonValue())));
    const document = fc.record(
      { portals: value, technicians: value, bookingHosts: value, share: fc.jsonValue(), me: fc.jsonValue() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(document, (parts) => {
        const { result } = plan(parts);
        for (const entry of result.technicians) {
          if (entry.link !== "") expect(checkLink(entry.link, result.bookingHosts).ok).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
