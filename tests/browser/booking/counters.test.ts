import fc from "fast-check";
import { deleteDB, openDB } from "idb";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Counter, Step } from "../../../lib/booking/insights/counter";
import { counters } from "../../../lib/booking/insights/counters";

const NAME = "callcard-insights";
beforeEach(() => deleteDB(NAME));

const key = { day: "2026-11-21", portal: "help", technician: "tess@example.com" };

/** Writes rows as another version, or a damaged disk, might have left them. */
async function put(...rows: object[]): Promise<void> {
  await counters.all();
  const database = await openDB(NAME, 1);
  for (const row of rows) await database.put("counters", row);
  database.close();
}

test("what is counted at once in several tabs is added up", async () => {
  const all: Step[] = [...Array(20)].map((_, at) => (at % 4 ? "shown" : "opened"));
  await Promise.all(all.map((step) => counters.add(key, step)));
  expect(await counters.all()).toEqual([{ ...key, shown: 15, opened: 5 }]);
});

test("another day, portal or technician is another counter; nothing else is in it", async () => {
  for (const given of [{}, { day: "2026-11-22" }, { portal: "jobs" }, { technician: "" }])
    await counters.add({ ...key, ...given }, "shown");
  const all = await counters.all();
  expect(all).toHaveLength(4);
  for (const row of all)
    expect(Object.keys(row).sort()).toEqual(["day", "opened", "portal", "shown", "technician"]);
});

test("whatever is counted in whatever order: each counter holds what was told of it", async () => {
  const told = fc.array(
    fc.tuple(
      fc.constantFrom("2026-11-21", "2026-11-22"),
      fc.constantFrom("help", "jobs"),
      fc.constantFrom("shown", "opened"),
    ),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(told, async (all) => {
      await counters.erase();
      for (const [day, portal, step] of all) await counters.add({ ...key, day, portal }, step as Step);
      for (const { day, portal, shown, opened } of await counters.all()) {
        const of = (step: string) =>
          all.filter((one) => one[0] === day && one[1] === portal && one[2] === step).length;
        expect([shown, opened]).toEqual([of("shown"), of("opened")]);
      }
    }),
    { numRuns: 20 },
  );
});

test("erased counts are gone; the undo adds them to what was counted meanwhile", async () => {
  await counters.add(key, "shown");
  await counters.add(key, "opened");
  const erased = await counters.erase();
  expect(await counters.all()).toEqual([]);
  await counters.add(key, "shown");
  await counters.restore(erased);
  expect(await counters.all()).toEqual([{ ...key, shown: 2, opened: 1 }]);
});

test.each([
  ["a number that is none", { shown: "many" }],
  ["a number below nothing", { shown: -1 }],
  ["a field that is missing", { opened: undefined }],
])("a row with %s is set aside when it is read, and does not spoil the others", async (_, damage) => {
  await counters.add({ ...key, portal: "jobs" }, "shown");
  await put({ ...key, shown: 1, opened: 1, ...damage });
  expect((await counters.all()).map(({ portal }) => portal)).toEqual(["jobs"]);
  expect(await counters.broken()).toBe(1);
  await counters.erase();
  expect(await counters.broken()).toBe(0);
});

test("a broken row is set aside when it is counted on, too", async () => {
  await put({ ...key, shown: null, opened: 3 });
  await counters.add(key, "shown");
  expect(await counters.all()).toEqual([{ ...key, shown: 1, opened: 0 } satisfies Counter]);
  expect(await counters.broken()).toBe(1);
});

test("whoever watches learns of each change, until they stop", async () => {
  const changed = vi.fn();
  const stop = counters.watch(changed);
  onTestFinished(stop);
  await counters.add(key, "shown");
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  await counters.erase();
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
});

test("a browser that refuses says so to who counts", async () => {
  const refuse = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(refuse);
  onTestFinished(() => put.mockRestore());
  await expect(counters.add(key, "shown")).rejects.toThrow("full");
});
