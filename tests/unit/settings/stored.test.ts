import { describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import * as z from "zod/mini";
import { brokenValues, defineStored, defineStoredList, setAside } from "../../../lib/settings/stored";

const Size = z.object({ width: z.number() });
const size = defineStored("size", Size, { width: 10 });
const list = defineStoredList("list", Size);
const storage = fakeBrowser.storage.local;
const stored = () => storage.get(null);

describe("a value", () => {
  test("that was never written is the default, and nothing is stored by reading", async () => {
    expect(await size.read()).toEqual({ width: 10 });
    expect(await stored()).toEqual({});
  });
  test("is read as it was written", async () => {
    await size.write({ width: 3 });
    expect(await size.read()).toEqual({ width: 3 });
    expect(await stored()).toEqual({ size: { width: 3 } });
  });
  test.each([{ width: "3" }, {}, "3", 3, [3], false])(
    "that is broken (%j) is the default, and stays",
    async (raw) => {
      await storage.set({ size: raw });
      expect(await size.read()).toEqual({ width: 10 });
      expect(await stored()).toEqual({ size: raw });
    },
  );
  test("that is broken is set aside before it is written over", async () => {
    await storage.set({ size: { width: "wide" } });
    await size.write({ width: 5 });
    expect(await stored()).toEqual({ size: { width: 5 }, "broken:size": { width: "wide" } });
  });
  test("that was intact is not set aside", async () => {
    await size.write({ width: 1 });
    await size.write({ width: 2 });
    expect(await stored()).toEqual({ size: { width: 2 } });
  });
});

describe("a list", () => {
  test("keeps the entries that can be read", async () => {
    await storage.set({ list: [{ width: 1 }, "?", { width: 2 }] });
    expect(await list.read()).toEqual([{ width: 1 }, { width: 2 }]);
  });
  test("with a broken entry is set aside whole before it is written over", async () => {
    const raw = [{ width: 1 }, "?"];
    await storage.set({ list: raw });
    await list.update((entries) => [...entries, { width: 3 }]);
    expect(await stored()).toEqual({ list: [{ width: 1 }, { width: 3 }], "broken:list": raw });
  });
  test("that is none is empty", async () => {
    await storage.set({ list: { 0: { width: 1 } } });
    expect(await list.read()).toEqual([]);
  });
});

describe("update", () => {
  test("loses none of many changes at once", async () => {
    const steps = Array.from({ length: 50 }, (_, step) => step);
    await Promise.all(steps.map((step) => list.update((entries) => [...entries, { width: step }])));
    expect((await list.read()).map(({ width }) => width)).toEqual(steps);
  });
  test("and write wait for each other", async () => {
    await Promise.all([
      size.write({ width: 1 }),
      size.update(({ width }) => ({ width: width + 1 })),
      size.update(({ width }) => ({ width: width * 10 })),
    ]);
    expect(await size.read()).toEqual({ width: 20 });
  });
  test("that fails leaves everything as it was, and the next one works", async () => {
    await size.write({ width: 1 });
    const failing = size.update(() => {
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await size.update(({ width }) => ({ width: width + 1 }));
    expect(await size.read()).toEqual({ width: 2 });
  });
});

test("watchers hear of changes of their value only, parsed, until they stop", async () => {
  const heard: unknown[] = [];
  const stop = size.watch((value) => heard.push(value));
  await size.write({ width: 4 });
  await list.write([]);
  await storage.set({ size: { width: "broken" } });
  await fakeBrowser.storage.session.set({ size: { width: 8 } });
  stop();
  await size.write({ width: 5 });
  expect(heard).toEqual([{ width: 4 }, { width: 10 }]);
});

test("what is broken now and what was set aside can be exported", async () => {
  await setAside("old", [1]);
  await storage.set({ size: 7, list: [{ width: 1 }] });
  expect(await brokenValues([size, list])).toEqual({ old: [1], size: 7 });
});
