import { describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { type BookedCall, bookedKey, type Outcome } from "../../../lib/booking/outcome";
import { parseBookedCalls, recordOutcome, upcoming } from "../../../lib/booking/record";

const storage = fakeBrowser.storage.local;
const KEY = bookedKey("help", "7");
const NOW = new Date("2026-11-20T12:00:00.000Z");
const TESS = { email: "tess@example.com", name: "Tess Tech" };
const OUTCOME: Outcome = {
  uid: "secret",
  start: "2026-11-23T09:00:00.000Z",
  end: "2026-11-23T09:30:00.000Z",
  status: "accepted",
  paymentRequired: false,
  timeZone: "Europe/Berlin",
};

const record = (id: string, given: Partial<Outcome> = {}, now = NOW) =>
  recordOutcome(KEY, { id, technician: TESS }, { ...OUTCOME, ...given }, now);
const calls = async () => parseBookedCalls((await storage.get(KEY))[KEY]);
const call = (given: Partial<BookedCall>): BookedCall => {
  const { uid: _, ...outcome } = OUTCOME;
  return { ...outcome, technician: TESS, session: "s", bookedAt: NOW.toISOString(), ...given };
};

test("an outcome is recorded under its ticket, without the uid by which it could be cancelled", async () => {
  await record("s1");
  expect(await storage.get(null)).toEqual({ "booked:help:7": [call({ session: "s1" })] });
  expect(JSON.stringify(await storage.get(null))).not.toContain("secret");
});

test("the same session is recorded once, as it was said last", async () => {
  await record("s1", { status: "pending" });
  await record("s1");
  expect(await calls()).toEqual([call({ session: "s1" })]);
});

test("calls recorded at the same moment are all there, the next one first", async () => {
  const days = [27, 24, 26, 25];
  await Promise.all(days.map((day) => record(`s${day}`, { start: `2026-11-${day}T09:00:00Z` })));
  expect((await calls()).map(({ session }) => session)).toEqual(["s24", "s25", "s26", "s27"]);
});

test("what ended more than 30 days ago is dropped by the next record", async () => {
  await record("old", { start: "2026-10-19T09:00:00Z", end: "2026-10-19T09:30:00Z" });
  await record("young", { start: "2026-10-22T09:00:00Z", end: "2026-10-22T09:30:00Z" });
  await record("no time", { start: null, end: null }, new Date("2026-10-01T12:00:00Z"));
  await record("new");
  expect((await calls()).map(({ session }) => session)).toEqual(["young", "new"]);
});

describe("what cannot be read", () => {
  test.each([undefined, null, 7, "x", {}, [[]]])("%j holds no calls", (raw) => {
    expect(parseBookedCalls(raw)).toEqual([]);
  });
  test("is left out, the others stay", () => {
    const raw = [
      null,
      call({ session: "a" }),
      { ...call({}), start: "tomorrow" },
      { ...call({}), status: "x" },
    ];
    expect(parseBookedCalls(raw)).toEqual([call({ session: "a" })]);
  });
  test("does not stop a record", async () => {
    await storage.set({ [KEY]: [7, call({ session: "a" })] });
    await record("b");
    expect((await calls()).map(({ session }) => session)).toEqual(["a", "b"]);
  });
  test("an offset counts in the order", () => {
    const late = call({ session: "late", start: "2026-11-23T09:00:00Z" });
    const early = call({ session: "early", start: "2026-11-23T09:30:00+02:00" });
    expect(parseBookedCalls([late, early]).map(({ session }) => session)).toEqual(["early", "late"]);
  });
});

test.each<[string, Partial<BookedCall>, boolean]>([
  ["to come", {}, true],
  ["going on", { start: "2026-11-20T11:50:00Z", end: "2026-11-20T12:20:00Z" }, true],
  ["just over", { start: "2026-11-20T11:30:00Z", end: "2026-11-20T12:00:00Z" }, false],
  ["without a time, booked today", { start: null, end: null, bookedAt: "2026-11-20T00:00:00Z" }, true],
  ["without a time, booked last week", { start: null, end: null, bookedAt: "2026-11-13T12:00:00Z" }, false],
  ["without an end", { start: "2026-11-20T11:30:00Z", end: null, bookedAt: "2026-11-01T12:00:00Z" }, true],
  ["without an end, an hour ago", { start: "2026-11-20T11:00:00Z", end: null }, false],
])("a call %s is on the card: %s", (_, given, shown) => {
  expect(upcoming([call(given)], NOW)).toHaveLength(shown ? 1 : 0);
});
