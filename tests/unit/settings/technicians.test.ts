import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { normaliseIdentity } from "../../../lib/offer/identity";
import { matchTechnician } from "../../../lib/offer/match-technician";
import { identitiesOf, Technician } from "../../../lib/offer/technician";
import {
  allTechnicians,
  directory,
  removeTechnicians,
  replaceTechnician,
  saveTechnicians,
  technicianByEmail,
  watchTechnicians,
} from "../../../lib/settings/technicians";

const storage = fakeBrowser.storage.local;
const technician = (email: string, given: Partial<Technician> = {}) => Technician.parse({ email, ...given });
const TESS = technician("tess@example.com", {
  name: "Tess Tech",
  aliases: ["tt"],
  link: "https://cal.com/tess",
});
const ADA = technician("Ada@Example.com", { name: "Ada Visitor" });

/** What storage has to hold for these technicians: each under its address, and each text that names one. */
function expected(technicians: Iterable<Technician>): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  for (const entry of technicians) {
    const email = normaliseIdentity(entry.email);
    stored[`technician:${email}`] = entry;
    for (const { text, kind } of identitiesOf(entry)) {
      if (kind === "email") continue;
      const key = `identity:${text}`;
      const known = (stored[key] ?? []) as { email: string; kind: string }[];
      if (!known.some((other) => other.email === email && other.kind === kind)) {
        stored[key] = [...known, { email, kind }];
      }
    }
  }
  return stored;
}

/** What storage holds; the order in which a text names several technicians is of no account. */
async function stored(content?: Record<string, unknown>): Promise<Record<string, unknown>> {
  const all = content ?? (await storage.get(null));
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => [
      key,
      key.startsWith("identity:") ? (value as object[]).map((entry) => JSON.stringify(entry)).sort() : value,
    ]),
  );
}

async function expectStored(...technicians: Technician[]): Promise<void> {
  expect(await stored()).toEqual(await stored(expected(technicians)));
}

describe("saving", () => {
  test("a technician is found by address, login, alias and name", async () => {
    await saveTechnicians([TESS, ADA]);
    await expectStored(TESS, ADA);
    expect(await technicianByEmail("TESS@example.com ")).toEqual(TESS);
    expect(await technicianByEmail("bob@example.com")).toBeNull();
    for (const [name, by] of [
      ["tt", "alias"],
      ["tess", "login"],
      ["Tess Tech", "name"],
    ] as const) {
      const found = await matchTechnician({ name, login: name, email: null, phone: null }, directory);
      expect(found).toEqual({ kind: "match", technician: TESS, by });
    }
  });
  test("the same address again replaces, and forgets what no longer names", async () => {
    await saveTechnicians([TESS]);
    const renamed = technician("TESS@example.com", { name: "Tess Other", aliases: ["to"] });
    await saveTechnicians([renamed]);
    await expectStored(renamed);
  });
  test("two with one name are both found by it, and one stays when the other goes", async () => {
    const namesake = technician("tess@other.example", { name: "Tess Tech" });
    await saveTechnicians([TESS, namesake]);
    await expectStored(TESS, namesake);
    await removeTechnicians(["tess@example.com"]);
    await expectStored(namesake);
  });
  test("many at once are all there", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        saveTechnicians([technician(`t${at}@example.com`, { name: "Same" })]),
      ),
    );
    expect((await directory.find([], ["same"])).identities.get("same")).toHaveLength(20);
  });
  test("unknown keys are kept", async () => {
    const extended = Technician.parse({ ...TESS, pager: "123" });
    await saveTechnicians([extended]);
    expect((await storage.get("technician:tess@example.com"))["technician:tess@example.com"]).toHaveProperty(
      "pager",
    );
  });
});

describe("replacing", () => {
  test("with another address moves everything", async () => {
    await saveTechnicians([TESS, ADA]);
    const moved = { ...TESS, email: "tess.tech@example.com" };
    await replaceTechnician("tess@example.com", moved);
    await expectStored(moved, ADA);
  });
  test("with an address that differs in case only keeps it", async () => {
    await saveTechnicians([TESS]);
    const same = { ...TESS, email: "Tess@Example.com", aliases: [] };
    await replaceTechnician(TESS.email, same);
    await expectStored(same);
  });
  test("onto somebody else's address replaces both", async () => {
    await saveTechnicians([TESS, ADA]);
    const merged = technician(ADA.email, { name: "Both" });
    await replaceTechnician(TESS.email, merged);
    await expectStored(merged);
  });
});

test("removing leaves nothing behind; unknown addresses are no error", async () => {
  await saveTechnicians([TESS, ADA]);
  await removeTechnicians(["tess@example.com", "ada@example.com", "bob@example.com"]);
  expect(await storage.get(null)).toEqual({});
});

describe("entries that cannot be read", () => {
  const broken = { "technician:tess@example.com": { email: 7 } };
  test("name nobody, are listed, and stay", async () => {
    await storage.set(broken);
    expect(await technicianByEmail("tess@example.com")).toBeNull();
    expect(await allTechnicians()).toEqual({ technicians: [], broken });
  });
  test("are set aside before they are written over", async () => {
    await storage.set(broken);
    await saveTechnicians([TESS]);
    expect(await storage.get("broken:technician:tess@example.com")).toEqual({
      "broken:technician:tess@example.com": { email: 7 },
    });
    expect(await technicianByEmail("tess@example.com")).toEqual(TESS);
  });
  test("of the index are as if they were not there", async () => {
    await storage.set({ "identity:tt": "?", "identity:tess": [{ email: 1 }] });
    await saveTechnicians([TESS]);
    await expectStored(TESS);
  });
});

test("they are listed by name, or address where there is none", async () => {
  await saveTechnicians([
    technician("b@example.com", { name: "zoe" }),
    technician("m@example.com"),
    ADA,
    TESS,
  ]);
  const { technicians } = await allTechnicians();
  expect(technicians.map(({ name, email }) => name || email)).toEqual([
    "Ada Visitor",
    "m@example.com",
    "Tess Tech",
    "zoe",
  ]);
});

test("watchers hear of technicians only", async () => {
  const heard = vi.fn();
  const stop = watchTechnicians(heard);
  await storage.set({ portals: [] });
  expect(heard).not.toHaveBeenCalled();
  await saveTechnicians([TESS]);
  expect(heard).toHaveBeenCalled();
  const before = heard.mock.calls.length;
  stop();
  await removeTechnicians([TESS.email]);
  expect(heard).toHaveBeenCalledTimes(before);
});

test("whatever is saved, replaced and removed, storage holds exactly the technicians and what names them", async () => {
  const email = fc.constantFrom(
    "tess@a.example",
    "TESS@a.example",
    "tess@b.example",
    "ada@a.example",
    "tt@a.example",
  );
  const word = fc.constantFrom(
    "Tess",
    "tess",
    "tt",
    "Tess Tech",
    "ADA",
    "ada@a.example",
    "constructor",
    "__proto__",
  );
  const entry = fc
    .record({ email, name: fc.oneof(fc.constant(""), word), aliases: fc.array(word, { maxLength: 3 }) })
    .map((given) => Technician.parse(given));
  const operation = fc.oneof(
    fc.record({ save: fc.uniqueArray(entry, { maxLength: 3, selector: (e) => normaliseIdentity(e.email) }) }),
    fc.record({ replace: email, by: entry }),
    fc.record({ remove: fc.array(email, { maxLength: 2 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 12 }), async (operations) => {
      fakeBrowser.reset();
      const model = new Map<string, Technician>();
      for (const step of operations) {
        if ("save" in step) {
          await saveTechnicians(step.save);
          for (const saved of step.save) model.set(normaliseIdentity(saved.email), saved);
        } else if ("replace" in step) {
          await replaceTechnician(step.replace, step.by);
          model.delete(normaliseIdentity(step.replace));
          model.set(normaliseIdentity(step.by.email), step.by);
        } else {
          await removeTechnicians(step.remove);
          for (const gone of step.remove) model.delete(normaliseIdentity(gone));
        }
      }
      expect(await stored()).toEqual(await stored(expected(model.values())));
    }),
    { numRuns: 200 },
  );
});

test("10,000 technicians: all there, each found by key, all gone again", async () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    technician(`t${at}@example.com`, { name: `Technician ${at}`, aliases: [`alias-${at}`] }),
  );
  await saveTechnicians(many);
  expect((await allTechnicians()).technicians).toHaveLength(10_000);
  const get = vi.spyOn(storage, "get");
  const person = { name: "Technician 9999", login: null, email: null, phone: null };
  expect(await matchTechnician(person, directory)).toMatchObject({
    kind: "match",
    technician: { email: "t9999@example.com" },
  });
  expect(get.mock.calls.flatMap(([keys]) => keys)).toEqual([
    "identity:technician 9999",
    "technician:t9999@example.com",
  ]);
  get.mockRestore();
  await removeTechnicians(many.map(({ email }) => email));
  expect(await storage.get(null)).toEqual({});
});
