import { expect, test } from "vitest";
import { createSlices } from "../../../entrypoints/overlay.content/slices";

const items = (count: number) => Array.from({ length: count }, (_, at) => at);

test("no more than 20 items a task, all of them read before one is written", async () => {
  const log: string[] = [];
  const slices = createSlices<number, number>(
    (item) => {
      log.push("r");
      return { write: () => log.push(item < 0 ? "" : "w"), wanted: null };
    },
    () => Promise.resolve(),
  );
  slices.add(items(50));
  slices.add(items(50)); // they wait already, but for those that are done
  await slices.done();
  const tasks = log.join("").match(/r+w+/g) ?? [];
  expect(tasks.length).toBeGreaterThanOrEqual(3);
  for (const task of tasks) {
    const reads = task.match(/r/g)?.length ?? 0;
    expect(reads).toBeLessThanOrEqual(20);
    expect(task).toBe("r".repeat(reads) + "w".repeat(reads));
  }
  expect(log.filter((entry) => entry === "w").length).toBeGreaterThanOrEqual(50);
  expect(log.filter((entry) => entry === "w").length).toBeLessThanOrEqual(70);
});

test("a slice fetches once, and its items come again", async () => {
  const known = new Set<number>();
  const fetched: number[][] = [];
  const done: number[] = [];
  const slices = createSlices<number, number>(
    (item) => ({
      write: () => known.has(item) && done.push(item),
      wanted: known.has(item) ? null : item,
    }),
    async (wanted) => {
      fetched.push([...wanted]);
      for (const item of wanted) known.add(item);
    },
  );
  slices.add(items(10));
  await slices.done();
  expect(fetched.flat().sort((a, b) => a - b)).toEqual(items(10));
  expect(done.sort((a, b) => a - b)).toEqual(items(10));
});

test("what was stopped is not done, and new work is", async () => {
  const done: number[] = [];
  const slices = createSlices<number, never>(
    (item) => ({ write: () => done.push(item), wanted: null }),
    () => Promise.resolve(),
  );
  slices.add(items(100));
  slices.stop();
  await slices.done();
  expect(done.length).toBeLessThanOrEqual(20);
  slices.add([1000]);
  await slices.done();
  expect(done).toContain(1000);
});
