import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Match, matchTechnician } from "../../../lib/offer/match-technician";
import { parsePerson } from "../../../lib/ticket/parse-person";
import { directoryOf, type Given } from "./directory";

const TESS = { email: "tess@example.com", name: "Tess Tech", aliases: ["tt", "Tess T."] };
const ADA = { email: "ada@example.com", name: "Ada Visitor", aliases: ["al"] };

async function match(printed: string, ...technicians: Given[]): Promise<Match> {
  const person = parsePerson(printed);
  if (!person) throw new Error("nobody is printed");
  return matchTechnician(person, directoryOf(...technicians));
}

/** Whom a printed text names among these technicians, and how. */
async function whom(printed: string, ...technicians: Given[]): Promise<string> {
  const found = await match(printed, ...technicians);
  if (found.kind === "match") return `${found.technician.email} by ${found.by}`;
  return found.kind === "ambiguous" ? `${found.emails.join(" or ")} by ${found.by}?` : "nobody";
}

describe("one technician fits", () => {
  test.each<[string, string]>([
    ["tess@example.com", "tess@example.com by email"],
    ["TESS@Example.com", "tess@example.com by email"],
    ["Tess Tech <tess@example.com>", "tess@example.com by email"],
    ["Somebody Else <tess@example.com>", "tess@example.com by email"],
    ["tt", "tess@example.com by alias"],
    ["TT (Tess Tech)", "tess@example.com by alias"],
    ["Tess T.", "tess@example.com by alias"],
    ["tess", "tess@example.com by login"],
    ["tess (Tess Tech)", "tess@example.com by login"],
    ["tess (tess)", "tess@example.com by login"],
    ["Tess  TECH", "tess@example.com by name"],
    ["t.tech (Tess Tech)", "tess@example.com by name"],
    ["Tess Tech (Support)", "tess@example.com by name"],
    ["tess@elsewhere.example", "nobody"],
    ["Tess Tech <tess@elsewhere.example>", "nobody"], // the address contradicts the name
    ["tess (Tess Other)", "nobody"], // the name contradicts the login
    ["tes", "nobody"],
    ["Tess", "tess@example.com by login"],
    ["example.com", "nobody"],
  ])("%s: %s", async (printed, expected) => expect(await whom(printed, TESS, ADA)).toBe(expected));
});

describe("the stronger text decides", () => {
  test("e-mail before alias", async () => {
    const other = { email: "ada@example.com", aliases: ["tess@example.com"] };
    expect(await whom("tess@example.com", TESS, other)).toBe("tess@example.com by email");
  });
  test("alias before login", async () => {
    const other = { email: "ada@example.com", aliases: ["tess"] };
    expect(await whom("tess", TESS, other)).toBe("ada@example.com by alias");
  });
  test("login before name", async () => {
    const namesake = { email: "t.other@example.com", name: "tess" };
    expect(await whom("tess", TESS, namesake)).toBe("tess@example.com by login");
  });
  test("an alias may be an address of another domain", async () => {
    const moved = { ...TESS, aliases: ["tess@old.example"] };
    expect(await whom("Tess Tech <tess@old.example>", moved)).toBe("tess@example.com by alias");
  });
});

describe("two fit at the same step: nobody is guessed", () => {
  test.each<[string, string, Given[]]>([
    ["tt", "ada@example.com or tess@example.com by alias?", [TESS, { ...ADA, aliases: ["tt"] }]],
    [
      "tess",
      "tess@a.example or tess@b.example by login?",
      [{ email: "tess@a.example" }, { email: "tess@b.example" }],
    ],
    [
      "Tess Tech",
      "t1@example.com or t2@example.com by name?",
      [
        { email: "t1@example.com", name: "Tess Tech" },
        { email: "t2@example.com", name: "tess tech" },
      ],
    ],
    // Ambiguous aliases are not settled by a weaker step.
    [
      "tess",
      "ada@example.com or bob@example.com by alias?",
      [
        TESS,
        { email: "ada@example.com", aliases: ["tess"] },
        { email: "bob@example.com", aliases: ["tess"] },
      ],
    ],
    // Two aliases of different people in one printed text.
    ["tt (al)", "ada@example.com or tess@example.com by alias?", [TESS, ADA]],
  ])("%s: %s", async (printed, expected, technicians) => {
    expect(await whom(printed, ...technicians)).toBe(expected);
  });

  test("the same technician twice is one", async () => {
    expect(await whom("tt (Tess T.)", TESS)).toBe("tess@example.com by alias");
  });
});

test("an index entry whose technician is gone names nobody", async () => {
  const stale = {
    find: async () => ({
      technicians: new Map(),
      identities: new Map([["tess", [{ email: "tess@example.com", kind: "login" as const }]]]),
    }),
  };
  expect(await matchTechnician({ name: null, login: "tess", email: null, phone: null }, stale)).toEqual({
    kind: "none",
  });
});

test("a login and a name count only where no address is printed", async () => {
  const printed = { name: "Tess Tech", login: "tess", email: "tess@elsewhere.example", phone: null };
  expect(await matchTechnician(printed, directoryOf(TESS))).toEqual({ kind: "none" });
});

test("a person without any text is nobody", async () => {
  expect(
    await matchTechnician({ name: null, login: null, email: null, phone: null }, directoryOf(TESS, ADA)),
  ).toEqual({ kind: "none" });
});

test("a printed address never names somebody with another one, unless an alias says so", async () => {
  const email = fc.constantFrom("tess@a.example", "tess@b.example", "ada@a.example");
  const name = fc.constantFrom("Tess", "tess", "Ada Visitor", "");
  const technicians = fc.uniqueArray(fc.record({ email, name }), { selector: (entry) => entry.email });
  await fc.assert(
    fc.asyncProperty(technicians, email, name, async (given, address, printedName) => {
      const found = await match(printedName ? `${printedName} <${address}>` : address, ...given);
      const there = given.some((technician) => technician.email === address);
      expect(found.kind).toBe(there ? "match" : "none");
      if (found.kind === "match") expect(found.technician.email).toBe(address);
    }),
  );
});
