import { expect, test } from "vitest";
import { createPatience } from "../../../entrypoints/overlay.content/patience";

function patienceAt() {
  const clock = { now: 0 };
  const patience = createPatience(() => clock.now);
  /** Puts the card back every so many milliseconds. @returns how often it may */
  const fight = (times: number, every: number): number => {
    let allowed = 0;
    for (let count = 0; count < times; count++, clock.now += every) {
      if (!patience.isOver() && patience.tryOnce()) allowed++;
    }
    return allowed;
  };
  return { clock, patience, fight };
}

test("a few re-renders are no fight", () => {
  expect(patienceAt().fight(10, 100)).toBe(10);
});

test("nor is a re-render every second, all day", () => {
  expect(patienceAt().fight(10_000, 1_000)).toBe(10_000);
});

test("a fight ends after ten times, for a minute", () => {
  const { clock, patience, fight } = patienceAt();
  expect(fight(50, 100)).toBe(10);
  expect(patience.isOver()).toBe(true);
  clock.now = 1_000 + 60_000;
  expect(patience.isOver()).toBe(false);
  expect(fight(50, 100)).toBe(10);
});

test("an hour of it is at most ten times a minute", () => {
  expect(patienceAt().fight(36_000, 100)).toBeLessThanOrEqual(10 * 60);
});

test("another ticket is another try", () => {
  const { patience, fight } = patienceAt();
  fight(50, 100);
  patience.reset();
  expect(patience.isOver()).toBe(false);
  expect(fight(5, 100)).toBe(5);
});
