import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { parseBookedCalls } from "../../../lib/booking/booked-calls";
import { importCalls } from "../../../lib/booking/import-calls";
import { projectChanges } from "../../../lib/booking/projection";
import { recordCallTime, recordChange, recordStart, repairRecord } from "../../../lib/booking/record";
import { findSession, openSession, type Session } from "../../../lib/booking/sessions";
import { bookings } from "../../../lib/booking/store/bookings";
import type { ToldChange } from "../../../lib/booking/store/change";
import { forgetBookings, NOW, newBooking, outcome } from "./given-booking";

const KEY = "booked:help:7";
const { local, session: memory } = browser.storage;

async function open(booking: Session["booking"] = newBooking()): Promise<Session> {
  const { technician, link } = newBooking();
  const prefill = {
    name: null,
    email: null,
    phone: null,
    guests: [],
    notes: null,
    metadata: {},
    questions: {},
  };
  const about = { ticket: null, technician, link, prefill, booking, portal: null, opener: null };
  return openSession({
    ...about,
    theme: "light",
    rung: "frame",
    insteadOfFrame: false,
    manages: null,
    note: null,
    native: null,
    account: null,
    scheduler: "cal-com",
    plainLink: link,
    direct: false,
  });
}
const booked = (uid: string, day = 23): ToldChange => ({
  what: "booked",
  outcome: outcome({ uid, start: `2026-11-${day}T09:00:00.000Z`, end: `2026-11-${day}T09:30:00.000Z` }),
});
const moved = (uid: string, day: number): ToldChange =>
  ({ ...booked(uid, day), what: "rescheduled" }) as ToldChange;
const onCard = async (key = KEY) => parseBookedCalls((await local.get(key))[key]);
const all = async () => (await bookings.list({ limit: 1000 })).bookings;

beforeEach(async () => {
  await Promise.all([local.clear(), memory.clear()]);
  await forgetBookings();
});
afterEach(() => vi.restoreAllMocks());

describe("an outcome", () => {
  test("is on the ticket's card, without the uid by which it could be cancelled", async () => {
    const session = await open();
    await recordStart(session, NOW);
    expect(await onCard()).toEqual([]);
    await recordChange(session, booked("secret"), NOW);
    expect(await onCard()).toEqual([
      expect.objectContaining({
        id: session.booking?.id,
        canChange: true,
        canJoin: false,
        status: "accepted",
      }),
    ]);
    expect(JSON.stringify(await local.get(null))).not.toContain("secret");
  });

  test("moved: one call on the card, at its new time; cancelled: none", async () => {
    const session = await open();
    await recordChange(session, booked("one"), NOW);
    await recordChange(session, moved("two", 25), NOW);
    expect((await onCard()).map(({ start }) => start)).toEqual(["2026-11-25T09:00:00.000Z"]);
    await recordChange(session, { what: "cancelled" }, NOW);
    expect(await onCard()).toEqual([]);
    expect(await local.get(KEY)).toEqual({});
    expect(await all()).toHaveLength(1);
  });

  test("cancelling after a second booking in the same calendar cancels the second", async () => {
    const session = await open();
    await recordChange(session, booked("one"), NOW);
    await recordChange(session, booked("two", 24), NOW);
    const now = (await findSession(session.id)) as Session;
    await recordChange(now, { what: "cancelled" }, NOW);
    expect((await all()).map(({ uid, state }) => [uid, state]).sort()).toEqual([
      ["one", "booked"],
      ["two", "cancelled"],
    ]);
  });

  test("in two tabs at the same moment: both are on the card", async () => {
    const sessions = await Promise.all([open(), open(), open()]);
    await Promise.all(
      sessions.map((session, at) => recordChange(session, booked(`uid-${at}`, 23 + at), NOW)),
    );
    expect((await onCard()).map(({ start }) => start?.slice(8, 10))).toEqual(["23", "24", "25"]);
  });

  test("that ended more than 30 days ago leaves the card, not the store", async () => {
    const session = await open();
    await recordChange(session, booked("uid", 10), new Date("2026-11-09T12:00:00Z"));
    expect(await onCard()).toHaveLength(1);
    await recordChange(await open(), booked("other", 30), new Date("2026-12-20T12:00:00Z"));
    expect((await onCard()).map(({ start }) => start?.slice(8, 10))).toEqual(["30"]);
    expect(await all()).toHaveLength(2);
  });
});

test("a time that is told later completes the call, once, and only on its own ticket", async () => {
  const session = await open();
  await recordChange(
    session,
    { what: "booked", outcome: outcome({ uid: null, start: null, end: null }) },
    NOW,
  );
  const where = { portal: "help", ticket: "7", booking: session.booking?.id ?? "" };
  const start = "2026-11-23T13:00:00.000Z";
  expect(await recordCallTime({ ...where, ticket: "8" }, start, NOW)).toBe(false);
  expect(await recordCallTime({ ...where, portal: "desk" }, start, NOW)).toBe(false);
  expect(await recordCallTime({ ...where, booking: crypto.randomUUID() }, start, NOW)).toBe(false);
  expect((await onCard())[0]?.start).toBeNull();
  expect(await recordCallTime(where, start, NOW)).toBe(true);
  expect((await onCard())[0]?.start).toBe(start);
  expect(await recordCallTime(where, "2026-11-24T13:00:00.000Z", NOW)).toBe(false);
});

describe("a full disk", () => {
  test("loses nothing: the outcome is kept in memory and stored as soon as there is room", async () => {
    const session = await open();
    const full = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
      throw new DOMException("No room", "QuotaExceededError");
    });
    expect(await recordChange(session, booked("one"), NOW)).toBe(false);
    expect(await recordChange(session, moved("two", 25), NOW)).toBe(false);
    expect(JSON.stringify(await local.get(null))).not.toContain("one");
    full.mockRestore();
    expect(await all()).toEqual([]);
    await repairRecord(NOW);
    await repairRecord(NOW);
    expect(await all()).toMatchObject([{ uid: "two", state: "booked" }]);
    expect((await onCard()).map(({ start }) => start?.slice(8, 10))).toEqual(["25"]);
    expect(Object.keys(await memory.get(null)).filter((key) => key.startsWith("unsaved:"))).toEqual([]);
  });
  test("for the card alone: the store has it, and the card follows", async () => {
    const full = vi.spyOn(local, "set").mockRejectedValue(new DOMException("No room", "QuotaExceededError"));
    expect(await recordChange(await open(), booked("one"), NOW)).toBe(true);
    full.mockRestore();
    expect(await onCard()).toEqual([]);
    await repairRecord(NOW);
    expect(await onCard()).toHaveLength(1);
  });
});

describe("what versions before kept", () => {
  const old = {
    ...{ start: "2026-11-23T09:00:00.000Z", end: "2026-11-23T09:30:00.000Z", status: "accepted" },
    ...{
      paymentRequired: false,
      timeZone: null,
      technician: { email: "tess@example.com", name: "Tess Tech" },
    },
    ...{ session: "7b0f3c1e-4f59-4a55-9c39-0b5c4f0f9d11", bookedAt: "2026-11-19T12:00:00.000Z" },
  };
  test("is taken over once, and what cannot be read does not stand in the way", async () => {
    await local.set({ [KEY]: [7, null, old], "booked:desk:a:b": [{ ...old, session: crypto.randomUUID() }] });
    await importCalls(NOW);
    await importCalls(NOW);
    expect((await all()).map(({ portal, ticket }) => [portal, ticket.id])).toEqual(
      expect.arrayContaining([
        ["help", "7"],
        ["desk", "a:b"],
      ]),
    );
    expect(await all()).toHaveLength(2);
    expect(await onCard()).toEqual([
      expect.objectContaining({
        id: old.session,
        start: old.start,
        bookedAt: old.bookedAt,
        canChange: false,
      }),
    ]);
  });
  test("does not come back when it was deleted", async () => {
    await local.set({ [KEY]: [old] });
    await importCalls(NOW);
    await bookings.deleteAll();
    await projectChanges(NOW);
    await importCalls(NOW);
    expect(await all()).toEqual([]);
    expect(await local.get(KEY)).toEqual({});
  });
});

/** The browser stops the background before its n-th step: a transaction, or a write to its storage. */
function killBefore(step: number) {
  let steps = 0;
  let dead = false;
  const next = () => {
    dead ||= ++steps === step;
    if (dead) throw new Error("killed");
  };
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (this: IDBDatabase, ...args) {
    next();
    return begin.apply(this, args);
  });
  for (const area of [local, memory]) {
    for (const what of ["set", "remove"] as const) {
      const real = area[what].bind(area) as (given: never) => Promise<void>;
      vi.spyOn(area, what).mockImplementation(async (given: unknown) => {
        next();
        await real(given as never);
      });
    }
  }
  return { wasKilled: () => dead, revive: () => vi.restoreAllMocks() };
}

test("killed between any two steps: nothing that was told is lost, nothing is there twice", async () => {
  const told = fc.array(
    fc.record({
      session: fc.nat({ max: 1 }),
      what: fc.constantFrom("booked", "rescheduled", "cancelled"),
      uid: fc.constantFrom("a", "b", "c"),
      killAt: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(told, async (steps) => {
      const results = [];
      for (const withKills of [false, true]) {
        await Promise.all([
          local.clear(),
          memory.clear(),
          bookings.deleteAll().then(() => projectChanges(NOW)),
        ]);
        const sessions = [await open(), await open()];
        for (const { session: which, what, uid, killAt } of steps) {
          const id = sessions[which]?.id ?? "";
          const change = {
            booked: booked(`${which}${uid}`),
            rescheduled: moved(`${which}${uid}`, 25),
            cancelled: { what: "cancelled" } as const,
          }[what];
          // The booking page tells until it is answered; the background reads its session each time.
          const tell = async () => recordChange((await findSession(id)) as Session, change, NOW);
          if (withKills) {
            const { wasKilled, revive } = killBefore(killAt);
            await tell().catch(() => null);
            revive();
            await repairRecord(NOW);
            if (wasKilled()) await tell();
          } else await tell();
        }
        const kept = (await all()).map(({ state, uid, start, history }) => ({
          state,
          uid,
          start,
          history: history.map((event) => [event.what, event.uid]),
        }));
        const shown = (await onCard()).map(({ start, status }) => ({ start, status }));
        results.push({ kept: kept.map((one) => JSON.stringify(one)).sort(), shown });
      }
      expect(results[1]).toEqual(results[0]);
    }),
    { numRuns: 60 },
  );
});
