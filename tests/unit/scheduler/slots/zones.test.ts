import { expect, test } from "vitest";
import { findZones, listZones } from "../../../../lib/scheduler/slots/zones";

const winter = new Date("2026-11-23T12:00Z");
const list = listZones(["Europe/Berlin"], winter, "en");
const found = (text: string) => findZones(list, text).map(({ id }) => id);

test("every zone is there once, with its distance on that day", () => {
  expect(list.length).toBeGreaterThan(400);
  expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  const berlin = (at: Date) => listZones([], at, "en").find(({ id }) => id === "Europe/Berlin");
  expect(berlin(winter)).toEqual({
    id: "Europe/Berlin",
    text: "Europe/Berlin (GMT+1)",
    name: "Central European Time",
  });
  expect(berlin(new Date("2026-07-01T12:00Z"))?.text).toBe("Europe/Berlin (GMT+2)");
});

test("a zone that the list has under another name is added", () => {
  const other = Intl.supportedValuesOf("timeZone").includes("Asia/Kolkata")
    ? "Asia/Calcutta"
    : "Asia/Kolkata";
  expect(listZones([other], winter, "en").map(({ id }) => id)).toContain(other);
});

test("UTC is there", () => expect(found("utc")).toContain("UTC"));

test.each<[string, string]>([
  ["berlin", "Europe/Berlin"],
  ["new york", "America/New_York"],
  ["New_York", "America/New_York"],
  ["  YORK america ", "America/New_York"],
  ["gmt+5:45", "Asia/Kathmandu"],
  ["central european", "Europe/Berlin"],
  ["+1 berlin", "Europe/Berlin"],
])("“%s” finds %s", (text, id) => {
  const ids = found(text);
  // Where the browser knows the zone by its older name, that one is found.
  expect(ids.some((one) => one === id || (id === "Asia/Kathmandu" && one === "Asia/Katmandu"))).toBe(true);
  expect(ids.length).toBeLessThan(80);
});

test("nothing is found by nonsense, and everything by nothing", () => {
  expect(found("xyzzy")).toEqual([]);
  expect(found("  ")).toHaveLength(list.length);
});
