import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchUrl } from "../../../lib/ticket/match-url";
import { presets } from "../../../lib/ticket/presets";

const match = (pattern: string, url: string, basePath?: string) => matchUrl(pattern, new URL(url), basePath);

/** Products whose tickets have the same address; only their fingerprints tell them apart. */
const SAME_ADDRESS = [["my-portal", "syncro"]];

describe("examples of the presets", () => {
  const pagesOf = (address: string, id?: string) => {
    const same = SAME_ADDRESS.find((ids) => id && ids.includes(id)) ?? [];
    return presets
      .filter((preset) => preset.id === id || !same.includes(preset.id))
      .map((preset) => ({
        id: preset.id,
        pages: preset.pages.filter((page) => page.kind !== "list" && match(page.url, address)).length,
      }));
  };

  for (const preset of presets) {
    test.each(preset.examples.tickets)(
      `${preset.id}: %s is one page of it and of no other product`,
      (address) => {
        const found = pagesOf(address, preset.id).filter(({ pages }) => pages > 0);
        expect(found).toEqual([{ id: preset.id, pages: 1 }]);
      },
    );
    test.each(preset.examples.others)(`${preset.id}: %s is no ticket`, (address) => {
      expect(pagesOf(address).filter(({ pages }) => pages > 0)).toEqual([]);
    });
    test(`${preset.id} has examples of both`, () => {
      expect(preset.examples.tickets.length).toBeGreaterThan(0);
      expect(preset.examples.others.length).toBeGreaterThan(0);
    });
  }
});

const RT = "/Ticket/Display.html?id=:id(\\d+)";
test.each<[string, string, string, string | undefined, Record<string, string> | null]>([
  ["path", "/tickets/:id", "https://x.example/tickets/7", undefined, { id: "7" }],
  ["trailing slash", "/tickets/:id", "https://x.example/tickets/7/", undefined, { id: "7" }],
  ["two trailing slashes are another page", "/tickets/:id", "https://x.example/tickets/7//", undefined, null],
  ["query is not asked for", "/tickets/:id", "https://x.example/tickets/7?tab=a", undefined, { id: "7" }],
  ["hash is not asked for", "/tickets/:id", "https://x.example/tickets/7#reply", undefined, { id: "7" }],
  ["deeper path", "/tickets/:id", "https://x.example/tickets/7/edit", undefined, null],
  ["shallower path", "/tickets/:id", "https://x.example/tickets", undefined, null],
  ["digits only", "/tickets/:id(\\d+)", "https://x.example/tickets/new", undefined, null],
  ["decoded group", "/tickets/:id", "https://x.example/tickets/a%20b", undefined, { id: "a b" }],
  ["stray percent sign", "/tickets/:id", "https://x.example/tickets/a%b", undefined, { id: "a%b" }],
  ["base path", RT, "https://x.example/rt/Ticket/Display.html?id=7", "/rt", { id: "7" }],
  ["base path is missing", RT, "https://x.example/Ticket/Display.html?id=7", "/rt", null],
  ["only begins like the base path", RT, "https://x.example/rtx/Ticket/Display.html?id=7", "/rt", null],
  ["base path without a setting", RT, "https://x.example/rt/Ticket/Display.html?id=7", undefined, null],
  ["query", RT, "https://x.example/Ticket/Display.html?id=7", undefined, { id: "7" }],
  ["query behind others", RT, "https://x.example/Ticket/Display.html?a=1&id=7", undefined, { id: "7" }],
  ["semicolons", RT, "https://x.example/Ticket/Display.html?a=1;id=7;b", undefined, { id: "7" }],
  ["query is missing", RT, "https://x.example/Ticket/Display.html", undefined, null],
  ["query with another value", RT, "https://x.example/Ticket/Display.html?id=new", undefined, null],
  [
    "query repeated, one fits",
    RT,
    "https://x.example/Ticket/Display.html?id=new&id=8",
    undefined,
    { id: "8" },
  ],
  ["query with a longer name", RT, "https://x.example/Ticket/Display.html?xid=7", undefined, null],
  ["query within a value", RT, "https://x.example/Ticket/Display.html?q=id=7", undefined, null],
  ["case of the path matters", RT, "https://x.example/ticket/display.html?id=7", undefined, null],
  [
    "any order",
    "/index.pl?Action=AgentTicketZoom&TicketID=:id(\\d+)",
    "https://x.example/index.pl?TicketID=9;Action=AgentTicketZoom",
    undefined,
    { id: "9" },
  ],
  [
    "a constant that differs",
    "/index.pl?Action=AgentTicketZoom&TicketID=:id(\\d+)",
    "https://x.example/index.pl?TicketID=9;Action=AgentTicketClose",
    undefined,
    null,
  ],
  ["a parameter that is not there", "/i.php?m=c&!a", "https://x.example/i.php?m=c&b=1", undefined, {}],
  ["a parameter that must not be there", "/i.php?m=c&!a", "https://x.example/i.php?a=&m=c", undefined, null],
  ["nothing else asked", "/t.php?!id", "https://x.example/t.php", undefined, {}],
  ["nothing else asked, and there", "/t.php?!id", "https://x.example/t.php?q=1;id=2", undefined, null],
  ["query with a slash", "/a?id=:id(.+)", "https://x.example/a?id=x%2Fy", undefined, { id: "x/y" }],
  ["hash", "/#ticket/zoom/:id(\\d+)", "https://x.example/#ticket/zoom/5", undefined, { id: "5" }],
  ["hash with a slash", "/#/tickets/:id", "https://x.example/#/tickets/5", undefined, { id: "5" }],
  [
    "a hash's first slash makes no difference",
    "/#tickets/:id",
    "https://x.example/#/tickets/5",
    undefined,
    { id: "5" },
  ],
  ["hash of another page", "/#ticket/zoom/:id(\\d+)", "https://x.example/#dashboard", undefined, null],
  ["hash is missing", "/#ticket/zoom/:id(\\d+)", "https://x.example/", undefined, null],
  ["hash below a base path", "/#ticket/zoom/:id", "https://x.example/z/#ticket/zoom/5", "/z", { id: "5" }],
  ["optional group", "/t/:id/:tab?", "https://x.example/t/5", undefined, { id: "5" }],
  ["broken path", "/tickets/:id(", "https://x.example/tickets/7", undefined, null],
  ["broken query", "/a?id=:id(", "https://x.example/a?id=7", undefined, null],
  ["broken hash", "/a#:id(", "https://x.example/a#7", undefined, null],
])("%s", (_, pattern, url, basePath, groups) => {
  expect(match(pattern, url, basePath)).toEqual(groups);
});

test("what follows in the address changes nothing", () => {
  const id = fc.nat().map(String);
  const rest = fc.webQueryParameters();
  fc.assert(
    fc.property(id, rest, rest, (number, before, after) => {
      fc.pre(![before, after].some((query) => /(^|[&;])id(=|[&;]|$)/.test(query)));
      const url = `https://x.example/Ticket/Display.html?${before}&id=${number}&${after}`;
      expect(match(RT, url)).toEqual({ id: number });
    }),
  );
});

test("never throws, whatever the pattern and the address", () => {
  const patternPart = fc.constantFrom(
    "/",
    ":id",
    "(\\d+)",
    "(",
    ")",
    "{",
    "}",
    "?",
    "*",
    "+",
    "#",
    "=",
    "&",
    "a",
    "%",
    "\\",
  );
  const pattern = fc.oneof(
    fc.string(),
    fc.array(patternPart).map((parts) => parts.join("")),
  );
  const url = fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string().map((path) => new URL(`https://x.example/${path}`).href),
  );
  fc.assert(
    fc.property(pattern, url, (text, address) => {
      const groups = match(text, address);
      expect(groups === null || typeof groups === "object").toBe(true);
    }),
    { numRuns: 1000 },
  );
});
