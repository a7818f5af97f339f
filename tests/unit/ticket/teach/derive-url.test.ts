import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchUrl } from "../../../../lib/ticket/match-url";
import { deriveUrl } from "../../../../lib/ticket/teach/derive-url";

const ORIGIN = "https://help.example.com";
const derive = (paths: string[], number: string | null = null, basePath = "") =>
  deriveUrl(
    paths.map((path) => new URL(ORIGIN + path)),
    number,
    basePath,
  );
const UUID = "[\\da-fA-F]{8}(?:-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12}";
const [A, B] = ["0b7c1f7e-93b4-4f5e-9a55-1b2f6f0a9d10", "f3a1c2d4-0000-4abc-8def-0123456789ab"];

describe("from one address", () => {
  test.each<[string, string | null, string | null]>([
    ["/tickets/123", null, "/tickets/:id(\\d+)"],
    ["/tickets/123/", null, "/tickets/:id(\\d+)"],
    ["/browse/HELP-12", null, "/browse/:id([A-Za-z]\\w*-\\d+)"],
    [`/t/${A}`, null, `/t/:id(${UUID})`],
    [
      "/index.pl?Action=AgentTicketZoom;TicketID=7",
      null,
      "/index.pl?Action=AgentTicketZoom&TicketID=:id(\\d+)",
    ],
    ["/Ticket/Display.html?id=3", null, "/Ticket/Display.html?id=:id(\\d+)"],
    ["/#ticket/zoom/12", null, "/#ticket/zoom/:id(\\d+)"],
    ["/app#/cases/12", null, "/app#cases/:id(\\d+)"],
    ["/issues/12-printer-on-fire", null, "/issues/:id(\\d+){-*}?"],
    // the number that was pointed at wins
    ["/projects/7/items/9", "7", "/projects/:id(\\d+)/items/9"],
    ["/projects/7/items/9", null, "/projects/7/items/:id(\\d+)"],
    ["/view?page=2&ticket=9", null, "/view?ticket=:id(\\d+)"],
    ["/t/aZ3kP9x", null, "/t/:id(\\w+)"],
    // what has a meaning in patterns stands for itself
    ["/a(b)+c:d/12", null, "/a\\(b\\)\\+c\\:d/:id(\\d+)"],
    ["/tickets", null, null],
    ["/", null, null],
    ["/search?q=printer", null, null],
  ])("%s (%s)", (path, number, expected) => {
    expect(derive([path], number)).toBe(expected);
    if (expected) expect(matchUrl(expected, new URL(ORIGIN + path))?.id).toBeTruthy();
  });
});

describe("from two addresses", () => {
  test.each<[string, string, string | null]>([
    ["/tickets/123", "/tickets/124", "/tickets/:id(\\d+)"],
    ["/projects/7/items/9", "/projects/8/items/12", "/projects/:part1/items/:id(\\d+)"],
    ["/tickets/123/overview", "/tickets/124", "/tickets/:id(\\d+){/*}?"],
    [`/t/${A}`, `/t/${B}`, `/t/:id(${UUID})`],
    ["/view.php?id=3&tab=notes", "/view.php?id=4", "/view.php?id=:id(\\d+)"],
    // the part that differs is the id, whatever comes later in the address
    ["/tickets/3/views/1", "/tickets/4/views/1", "/tickets/:id(\\d+)/views/1"],
    ["/tickets/123", "/tickets/123", null],
    ["/tickets/123", "/articles/124", null],
    ["/tickets/123", "/tickets", null],
  ])("%s and %s", (first, second, expected) => {
    const pattern = derive([first, second]);
    expect(pattern).toBe(expected);
    if (pattern === null) return;
    const ids = [first, second].map((path) => matchUrl(pattern, new URL(ORIGIN + path))?.id);
    expect(new Set(ids).size).toBe(2);
  });
});

test("the base path is no part of the pattern", () => {
  expect(derive(["/rt/7/tickets/123"], null, "/rt")).toBe("/7/tickets/:id(\\d+)");
  expect(derive(["/other/123"], null, "/rt")).toBeNull();
});

test("whatever the address: a pattern matches all of its tickets, with their own ids, or there is none", () => {
  const segment = fc.oneof(
    fc.stringMatching(/^[a-z][a-z-]{0,11}$/),
    fc.webFragments({ size: "small" }).map((text) => encodeURIComponent(text) || "x"),
    fc.constantFrom("a(b)", "x{y}", "it's", "~me", "100%25", "a:b", "*"),
  );
  const id = fc.oneof(
    fc.nat(999_999).map(String),
    fc.uuid(),
    fc.tuple(fc.stringMatching(/^[A-Z][A-Z]{1,5}$/), fc.nat(9999)).map(([key, at]) => `${key}-${at}`),
  );
  fc.assert(
    fc.property(
      fc.array(segment, { maxLength: 4 }),
      fc.uniqueArray(id, { minLength: 2, maxLength: 2 }),
      fc.constantFrom("path", "search", "hash"),
      (head, ids, where) => {
        const path = head.map((text) => `/${text}`).join("");
        const addresses = ids.map((one) =>
          where === "path"
            ? `${path}/${one}`
            : where === "search"
              ? `${path}/v?id=${one}`
              : `${path}/#t/${one}`,
        );
        const pattern = derive(addresses);
        if (pattern === null) return;
        const found = addresses.map((address) => matchUrl(pattern, new URL(ORIGIN + address))?.id);
        expect(found).toEqual(ids);
        expect(matchUrl(pattern, new URL(`${ORIGIN}/somewhere/else/entirely/at/all`))).toBeNull();
      },
    ),
    { numRuns: 500 },
  );
});
