import { describe, expect, test } from "vitest";
import { isCallTime, readTypedTime } from "../../../lib/booking/call-time";

const NOW = new Date("2026-11-20T12:00:00Z");
const local = (iso: string) => {
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

describe("a typed time", () => {
  test("is read on this machine's clock", () => {
    expect(readTypedTime(local("2026-11-23T13:00:00Z"), NOW)).toEqual({
      ok: true,
      start: "2026-11-23T13:00:00.000Z",
    });
  });
  test.each([
    ["", "empty"],
    ["2026-11-23", "empty"],
    ["2026-11-31T25:00", "empty"],
    ["tomorrow", "empty"],
    [local("2026-11-20T11:54:00Z"), "past"],
    ["0026-11-23T10:00", "past"],
    [local("2027-11-22T12:00:00Z"), "far"],
    ["20266-11-23T10:00", "empty"],
  ])("%j is refused: %s", (typed, problem) => {
    expect(readTypedTime(typed, NOW)).toEqual({ ok: false, problem });
  });
  test("a call that begins while it is typed is none in the past", () => {
    expect(readTypedTime(local("2026-11-20T11:56:00Z"), NOW)).toMatchObject({ ok: true });
  });
});

test.each([
  ["2026-11-23T13:00:00Z", true],
  ["2026-11-19T13:00:00Z", false],
  ["2036-11-23T13:00:00Z", false],
])("the background checks %s again", (start, ok) => {
  expect(isCallTime(start, NOW)).toBe(ok);
});
