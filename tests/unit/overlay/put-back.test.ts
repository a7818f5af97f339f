import { expect, test } from "vitest";
import { createPutBack } from "../../../entrypoints/overlay.content/put-back";

test("a page that renders its rows anew now and then always gets the button back", () => {
  let now = 0;
  const may = createPutBack(() => now);
  for (let at = 0; at < 100; at++) {
    now += 1500;
    expect(may()).toBe(true);
  }
});

test("one that removes it at once is left alone for ten seconds", () => {
  let now = 0;
  const may = createPutBack(() => now);
  const allowed = Array.from({ length: 100 }, () => {
    now += 100;
    return may();
  });
  expect(allowed.filter(Boolean)).toHaveLength(5);
  now += 10_000;
  expect(may()).toBe(true);
});
