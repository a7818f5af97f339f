import { deleteDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { ledgerCsv, ledgerJson } from "../../../lib/ledger/export-ledger";
import type { Leaving } from "../../../lib/ledger/leaving";
import { entryNotKept, ledger, noteLeaving } from "../../../lib/ledger/ledger";
import { privacy } from "../../../lib/settings/privacy";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const leaving = (given: Partial<Leaving> = {}): Leaving => ({
  host: "cal.com",
  purpose: "calendar",
  ticket: { portal: "help", number: "7" },
  fields: [{ name: "name", value: "Ada Visitor" }],
  ...given,
});
const asking = (given: Partial<Leaving> = {}): Leaving => ({
  host: "api.cal.com",
  purpose: "api",
  request: "GET /v2/slots",
  fields: [
    { name: "eventTypeId", value: "7" },
    { name: "start", value: "2026-11-20" },
  ],
  repeats: true,
  ...given,
});

beforeEach(async () => {
  await deleteDB("callcard-ledger");
  fakeBrowser.reset();
});
afterEach(() => vi.restoreAllMocks());

describe("keeping", () => {
  test("an entry has all of it, the newest first", async () => {
    await ledger.add(leaving(), NOW);
    await ledger.add(leaving({ host: "calendly.com" }), new Date(NOW.getTime() + 1000));
    const [second, first] = await ledger.list();
    expect(second?.host).toBe("calendly.com");
    expect(first).toEqual({
      id: expect.any(String),
      at: NOW.toISOString(),
      lastAt: NOW.toISOString(),
      count: 1,
      host: "cal.com",
      purpose: "calendar",
      request: null,
      ticket: { portal: "help", number: "7" },
      fields: [{ name: "name", value: "Ada Visitor" }],
    });
  });

  test("equal questions of a day are one entry, whatever their values; what is not always the same is not kept", async () => {
    await Promise.all(
      ["2026-11-20", "2026-11-27", "2026-12-04"].map((start) =>
        ledger.add(
          asking({
            fields: [
              { name: "eventTypeId", value: "7" },
              { name: "start", value: start },
            ],
          }),
          NOW,
        ),
      ),
    );
    const entries = await ledger.list();
    expect(entries).toMatchObject([
      {
        count: 3,
        fields: [
          { name: "eventTypeId", value: "7" },
          { name: "start", value: null },
        ],
      },
    ]);
  });

  test.each<[string, Partial<Leaving>, Date]>([
    ["another day", {}, new Date("2026-11-22T12:00:00.000Z")],
    ["another host", { host: "api.cal.eu" }, NOW],
    ["another request", { request: "GET /v2/me" }, NOW],
    ["other fields", { fields: [{ name: "eventTypeId", value: "7" }] }, NOW],
    ["about another ticket", { ticket: { portal: "help", number: "8" } }, NOW],
    ["what somebody does once", { repeats: false }, NOW],
  ])("%s is another entry", async (_, given, at) => {
    await ledger.add(asking(), NOW);
    await ledger.add(asking(given), at);
    expect(await ledger.list()).toHaveLength(2);
  });

  test("a question that names a person is an entry of its own", async () => {
    const fields = [{ name: "email", value: "ada@example.com" }];
    await ledger.add(asking({ fields }), NOW);
    await ledger.add(asking({ fields: [{ name: "email", value: "rob@example.com" }] }), NOW);
    expect((await ledger.list()).map((entry) => entry.fields[0]?.value).sort()).toEqual([
      "ada@example.com",
      "rob@example.com",
    ]);
  });

  test("switched off, nothing is kept", async () => {
    await privacy.update((now) => ({ ...now, ledger: false }));
    noteLeaving(leaving(), NOW);
    await privacy.update((now) => ({ ...now, ledger: true }));
    noteLeaving(leaving({ host: "later.example" }), NOW);
    await vi.waitFor(async () => expect(await ledger.list()).toHaveLength(1));
    expect((await ledger.list())[0]?.host).toBe("later.example");
  });

  test("a full disk neither throws nor waits, and is remembered", async () => {
    vi.spyOn(ledger, "add").mockRejectedValue(new DOMException("full", "QuotaExceededError"));
    expect(await entryNotKept()).toBeNull();
    expect(() => noteLeaving(leaving(), NOW)).not.toThrow();
    await vi.waitFor(async () => expect(await entryNotKept()).toBe(NOW.toISOString()));
  });
});

test.each<[object, number]>([
  [{}, 2],
  [{ host: "cal.com" }, 1],
  [{ purpose: "api" }, 1],
  [{ purpose: "note" }, 0],
  [{ text: "ada VISITOR" }, 1],
  [{ text: "slots" }, 1],
  [{ text: "help 7" }, 1],
  [{ text: "visitor nobody" }, 0],
  [{ host: "cal.com", purpose: "api" }, 0],
])("looking for %j finds %i", async (filter, count) => {
  await ledger.add(leaving(), NOW);
  await ledger.add(asking(), NOW);
  expect(await ledger.list({ host: "", purpose: "", text: "", ...filter })).toHaveLength(count);
});

test("erased, and put back; what was counted meanwhile stands beside it", async () => {
  await ledger.add(leaving(), NOW);
  await ledger.add(asking(), NOW);
  const erased = await ledger.erase();
  expect(await ledger.list()).toEqual([]);
  await ledger.add(asking(), NOW);
  await ledger.restore(erased);
  expect(await ledger.list()).toHaveLength(3);
  await ledger.add(asking(), NOW);
  expect((await ledger.list()).map(({ count }) => count).sort()).toEqual([1, 1, 2]);
});

test("what is older goes", async () => {
  await ledger.add(leaving(), new Date("2026-08-01T00:00:00.000Z"));
  await ledger.add(leaving(), NOW);
  const before = "2026-11-01T00:00:00.000Z";
  expect(await ledger.countBefore(before)).toBe(1);
  expect(await ledger.deleteBefore(before)).toBe(1);
  expect(await ledger.list()).toMatchObject([{ at: NOW.toISOString() }]);
});

test("as a table a row a field, without formulas; as JSON with all of it", async () => {
  await ledger.add(
    leaving({
      fields: [
        { name: "name", value: "=cmd()" },
        { name: "Authorization", value: null },
      ],
    }),
    NOW,
  );
  const entries = await ledger.list();
  const at = NOW.toISOString();
  expect(ledgerCsv(entries).split("\r\n")).toEqual([
    "at,last_at,count,host,purpose,request,portal,ticket,field,value",
    `${at},${at},1,cal.com,calendar,,help,7,name,'=cmd()`,
    `${at},${at},1,cal.com,calendar,,help,7,Authorization,`,
    "",
  ]);
  expect(JSON.parse(ledgerJson(entries))).toEqual({ version: 1, entries });
});
