import { expect, test, vi } from "vitest";
import { tellUntilKept } from "../../../lib/booking/tell-until-kept";

test("tells again while nobody answers, and no more once somebody has", async () => {
  const tell = vi
    .fn()
    .mockRejectedValueOnce(new Error("the message port closed"))
    .mockResolvedValue({ kept: true });
  expect(await tellUntilKept(tell, [0, 1, 1])).toBe(true);
  expect(tell).toHaveBeenCalledTimes(2);
});

test("what the background could not keep is not told again: it tries by itself", async () => {
  const tell = vi.fn().mockResolvedValue({ kept: false });
  expect(await tellUntilKept(tell, [0, 1])).toBe(false);
  expect(tell).toHaveBeenCalledOnce();
});

test("gives up in the end", async () => {
  expect(await tellUntilKept(() => Promise.reject(new Error("gone")), [0, 1, 1])).toBe(false);
});
