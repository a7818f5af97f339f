import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveUrlPattern } from "../../../lib/ticket/derive-url-pattern";
import { matchUrl } from "../../../lib/ticket/match-url";

const at = (path: string) => new URL(path, "https://help.example.com");
const UUID = "0b5f9a1e-6c1d-4d0e-9a55-0123456789ab";

// [address, printed number, pattern, another address of the same kind, its id, an address of another page]
test.each([
  ["/tickets/123", null, "/tickets/:id(\\d+)", "/tickets/7/", "7", "/tickets/new"],
  ["/tickets/123/", "#123", "/tickets/:id(\\d+)", "/tickets/7", "7", "/users/7"],
  ["/tickets/123?tab=history", null, "/tickets/:id(\\d+)", "/tickets/7", "7", "/tickets"],
  ["/tickets/123/edit", null, "/tickets/:id(\\d+)/edit", "/tickets/7/edit", "7", "/tickets/7"],
  ["/browse/HELP-12", "HELP-12", "/browse/:id([A-Z]\\w*-\\d+)", "/browse/IT_2-9", "IT_2-9", "/browse/help"],
  ["/incident/INC0010001", null, "/incident/:id([A-Z]+\\d+)", "/incident/INC7", "INC7", "/incident/new"],
  [
    `/t/${UUID}`,
    null,
    "/t/:id([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})",
    `/t/${UUID.replace("0", "9")}`,
    UUID.replace("0", "9"),
    "/t/12",
  ],
  [
    "/c/5f2b8c0a9d1e4f3a2b1c0d9e",
    null,
    "/c/:id([0-9a-fA-F]+)",
    "/c/6f2b8c0a9d1e4f3a2b1c0d9e",
    "6f2b8c0a9d1e4f3a2b1c0d9e",
    "/c/new",
  ],
  [
    "/tickets/123-printer-on-fire",
    null,
    "/tickets/:id(\\d+){-:words}?",
    "/tickets/7-no-paper",
    "7",
    "/tickets/new-one",
  ],
  [
    "/projects/5/tickets/123",
    null,
    "/projects/(\\d+)/tickets/:id(\\d+)",
    "/projects/6/tickets/7",
    "7",
    "/projects/6",
  ],
  [
    "/tickets/123/replies/9",
    "123",
    "/tickets/:id(\\d+)/replies/(\\d+)",
    "/tickets/7/replies/1",
    "7",
    "/tickets/7",
  ],
  ["/case/tKt_9x", "tKt_9x", "/case/:id", "/case/other", "other", "/case"],
  [
    "/Ticket/Display.html?id=12",
    null,
    "/Ticket/Display.html?id=:id(\\d+)",
    "/Ticket/Display.html?x=1&id=7",
    "7",
    "/Ticket/Display.html",
  ],
  [
    "/index.pl?Action=AgentTicketZoom;TicketID=12;Session=9",
    null,
    "/index.pl?Action=AgentTicketZoom&TicketID=:id(\\d+)",
    "/index.pl?TicketID=7;Action=AgentTicketZoom",
    "7",
    "/index.pl?Action=AgentUser;TicketID=7",
  ],
  [
    "/index.php?m=candidates&a=show&candidateID=12&sort=name",
    null,
    "/index.php?m=candidates&a=show&candidateID=:id(\\d+)",
    "/index.php?m=candidates&a=show&candidateID=7",
    "7",
    "/index.php?m=candidates&a=edit&candidateID=7",
  ],
  ["/view?what=9&case=12", "12", "/view?case=:id(\\d+)", "/view?case=7", "7", "/view"],
  [
    "/project/5/issue?id=12",
    null,
    "/project/(\\d+)/issue?id=:id(\\d+)",
    "/project/6/issue?id=7",
    "7",
    "/project/6/issue",
  ],
  ["/#ticket/zoom/12", null, "/#ticket/zoom/:id(\\d+)", "/#ticket/zoom/7", "7", "/#ticket/create"],
  ["/#/tickets/12?tab=1", null, "/#/tickets/:id(\\d+){*}?", "/#/tickets/7", "7", "/#/users/7"],
  ["/a/4#/tickets/12", "12", "/a/(\\d+)#/tickets/:id(\\d+)", "/a/5#/tickets/7", "7", "/a/5"],
  ["/a:b/(c)/12", null, "/a\\:b/\\(c\\)/:id(\\d+)", "/a:b/(c)/7", "7", "/a/c/7"],
])("%s (%s)", (address, number, pattern, other, id, another) => {
  expect(deriveUrlPattern(at(address), number)).toBe(pattern);
  expect(matchUrl(pattern, at(other))?.id).toBe(id);
  expect(matchUrl(pattern, at(another))).toBeNull();
});

test.each([
  ["/"],
  ["/tickets"],
  ["/tickets/new"],
  ["/search?q=12"],
  ["/#overview"],
  [`/tickets/12/${"x".repeat(400)}`],
])("%s names no ticket", (address) => expect(deriveUrlPattern(at(address), null)).toBeNull());

describe("whatever the address", () => {
  const word = fc.stringMatching(/^[a-z][a-z.:()+*{}\\-]{0,8}$/);
  const id = fc.oneof(
    fc.integer({ min: 1, max: 1e9 }).map(String),
    fc.uuid(),
    fc.stringMatching(/^[A-Z][A-Z]{1,5}-[1-9]\d{0,4}$/),
  );

  test("the pattern finds the id in it, and that of any other ticket of its kind", () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 4 }),
        id,
        fc.constantFrom("path", "search", "hash"),
        (words, mine, where) => {
          const folder = words.map((each) => `/${encodeURIComponent(each)}`).join("");
          const make = (ticket: string) =>
            at(
              {
                path: `${folder}/${ticket}`,
                search: `${folder || "/"}?id=${ticket}`,
                hash: `${folder || "/"}#x/${ticket}`,
              }[where],
            );
          const pattern = deriveUrlPattern(make(mine), mine);
          expect(matchUrl(pattern ?? "", make(mine))?.id).toBe(mine);
          const sibling = mine.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
          expect(matchUrl(pattern ?? "", make(sibling))?.id).toBe(sibling);
        },
      ),
    );
  });

  test("it is a pattern for that very address, or none", () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.option(fc.string()),
        (address, number) => {
          const url = new URL(address);
          const pattern = deriveUrlPattern(url, number);
          if (pattern !== null) expect(matchUrl(pattern, url)?.id).toBeTruthy();
        },
      ),
    );
  });
});
