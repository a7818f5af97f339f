import fc from "fast-check";
import { openDB } from "idb";
import { beforeEach, describe, expect, test } from "vitest";
import type { Booking } from "../../../lib/booking/store/booking";
import { bookings, type Page } from "../../../lib/booking/store/bookings";
import { NAME } from "../../../lib/booking/store/database";
import type { BookingFilter, Cursor, Order } from "../../../lib/booking/store/query";
import { readAgain, readOn } from "../../../lib/booking/store/shown-list";
import { forgetBookings, NOW, newBooking, outcome } from "./given-booking";

beforeEach(forgetBookings);

const book = (given: Parameters<typeof outcome>[0] = {}, created = newBooking()) =>
  bookings.create(created, [{ what: "booked", outcome: outcome(given) }], NOW);
const all = async () => (await bookings.list({ limit: 1000 })).bookings;

describe("creating", () => {
  test("a booking begins as started, and an outcome makes it booked under the same id", async () => {
    const created = newBooking();
    expect(await bookings.create(created, [], NOW)).toMatchObject({ state: "started", uid: null });
    await book({}, created);
    expect(await all()).toEqual([
      expect.objectContaining({
        ...created,
        state: "booked",
        uid: "uid-1",
        start: "2026-11-23T09:00:00.000Z",
        history: [
          expect.objectContaining({ what: "started", uid: null }),
          expect.objectContaining({ what: "booked", uid: "uid-1" }),
        ],
      }),
    ]);
  });

  test("the same uid is one booking, whoever tells of it and how often", async () => {
    const [first, ...rest] = await Promise.all([book(), book(), book({ status: "accepted" })]);
    expect(rest.map(({ id }) => id)).toEqual([first?.id, first?.id]);
    expect(await all()).toHaveLength(1);
    expect((await all())[0]?.history.map(({ what }) => what)).toEqual(["started", "booked"]);
  });

  test("the same uid of another scheduler is another booking", async () => {
    await book();
    await book({}, newBooking({ scheduler: "calendly" }));
    expect(await all()).toHaveLength(2);
  });

  test("without a uid the id tells that it is the same", async () => {
    const created = newBooking();
    await book({ uid: null }, created);
    await book({ uid: null }, created);
    await book({ uid: null });
    expect(await all()).toHaveLength(2);
  });

  test("a second call that is booked in the same open calendar is a second booking", async () => {
    const created = newBooking();
    await book({ uid: "one" }, created);
    const second = await book({ uid: "two" }, created);
    expect(second.id).not.toBe(created.id);
    expect((await all()).map(({ uid }) => uid).sort()).toEqual(["one", "two"]);
  });
});

describe("changing", () => {
  test("a call that is moved is one booking with a history, and is found by both uids", async () => {
    const { id } = await book();
    const moved = outcome({ uid: "uid-2", start: "2026-11-24T09:00:00Z", end: "2026-11-24T09:30:00Z" });
    await bookings.update(id, { what: "rescheduled", outcome: moved }, NOW);
    await book(); // told late
    const booking = (await all())[0];
    expect(booking).toMatchObject({ id, uid: "uid-2", start: moved.start, state: "booked" });
    expect(booking?.history.map(({ what, uid }) => [what, uid])).toEqual([
      ["started", null],
      ["booked", "uid-1"],
      ["rescheduled", "uid-2"],
    ]);
    expect(await bookings.findByUid("cal-com", "uid-1")).toEqual(booking);
    expect(await bookings.findByUid("cal-com", "uid-2")).toEqual(booking);
  });

  test("a cancelled call stays cancelled when its booking is told late", async () => {
    const { id } = await book();
    await bookings.update(id, { what: "cancelled" }, NOW);
    await book();
    expect(await all()).toMatchObject([{ id, state: "cancelled" }]);
  });

  test("a confirmation, a mark and a time", async () => {
    const { id } = await book({ status: "pending", start: null, end: null });
    expect(await bookings.get(id)).toMatchObject({ state: "awaiting" });
    await book();
    await bookings.update(id, { what: "marked", mark: "held" }, NOW);
    const time = { start: "2026-11-25T09:00:00Z", end: null, timeZone: null };
    await bookings.update(id, { what: "time-set", ...time }, NOW);
    const { history, ...booking } = (await bookings.get(id)) as Booking;
    expect(booking).toMatchObject({ state: "booked", mark: "held", ...time, timeZone: "Europe/Berlin" });
    expect(history.map(({ what }) => what)).toEqual(["started", "booked", "confirmed", "marked", "time-set"]);
  });

  test("what is gone cannot be changed", async () => {
    expect(await bookings.update(crypto.randomUUID(), { what: "cancelled" }, NOW)).toBeNull();
  });

  test("changes at the same moment all count", async () => {
    const { id } = await book();
    const days = [24, 25, 26, 27];
    await Promise.all(
      days.map((day) =>
        bookings.update(
          id,
          { what: "rescheduled", outcome: outcome({ uid: `uid-${day}`, start: `2026-11-${day}T09:00:00Z` }) },
          NOW,
        ),
      ),
    );
    expect((await bookings.get(id))?.history).toHaveLength(2 + days.length);
  });
});

describe("deleting", () => {
  test("one, and back", async () => {
    const { id } = await book();
    await book({ uid: "other" });
    const deleted = await bookings.delete(id);
    expect((await all()).map(({ uid }) => uid)).toEqual(["other"]);
    expect(await bookings.delete(id)).toBeNull();
    await bookings.restore([deleted as Booking]);
    expect(await bookings.get(id)).toEqual(deleted);
  });
  test("all, and back", async () => {
    await Promise.all([book({ uid: "a" }), book({ uid: "b" })]);
    const before = await all();
    const deleted = await bookings.deleteAll();
    expect(await all()).toEqual([]);
    await bookings.restore(deleted);
    await bookings.restore(deleted);
    expect(await all()).toEqual(before);
  });
});

describe("lists", () => {
  const at = (day: number) => ({
    start: `2026-11-${day}T09:00:00Z`,
    end: `2026-11-${day}T09:30:00Z`,
    uid: `uid-${day}`,
  });
  async function some() {
    await book(at(22));
    await book(at(21), newBooking({ technician: { email: "Rob@example.com", name: "Rob" } }));
    await book(at(19));
    await book(at(10), newBooking({ portal: "desk" }));
    await book({ ...at(23), status: "pending" });
    const { id } = await book(at(24));
    await bookings.update(id, { what: "cancelled" }, NOW);
    await bookings.create(newBooking(), [], NOW);
  }
  const uids = async (filter: BookingFilter) =>
    (await bookings.list(filter, NOW)).bookings.map(({ uid }) => uid?.slice(4) ?? null);

  test("by group, each in its order", async () => {
    await some();
    expect(await uids({ group: "upcoming" })).toEqual(["21", "22"]);
    expect(await uids({ group: "past" })).toEqual(["19", "10"]);
    expect(await uids({ group: "awaiting" })).toEqual(["23"]);
    expect(await uids({ group: "cancelled" })).toEqual(["24"]);
    expect(await uids({ group: "started" })).toEqual([null]);
  });
  test("by portal, technician and ticket", async () => {
    await some();
    expect(await uids({ portal: "desk" })).toEqual(["10"]);
    expect(await uids({ technician: "rob@example.com" })).toEqual(["21"]);
    expect(await uids({ group: "past", portal: "help" })).toEqual(["19"]);
    expect(await uids({ ticket: { portal: "help", id: "7" }, group: "upcoming" })).toEqual(["21", "22"]);
    expect(await uids({ ticket: { portal: "help", id: "8" } })).toEqual([]);
  });
  test.each<[string, number]>([
    ["printer", 1],
    ["PRINT fi", 1],
    ["ada@ex", 2],
    ["drucker", 0],
    ["印刷", 1],
    ["Größe", 1],
    ["T-8", 1],
    ["  ", 2],
  ])("by text: %j", async (text, found) => {
    await book({ uid: "a" });
    const subject = "印刷できません: GRÖSSE und Größe";
    await book({ uid: "b" }, newBooking({ ticket: { id: "8", number: "T-8", subject, url: null } }));
    expect((await bookings.list({ text }, NOW)).bookings).toHaveLength(found);
    expect(await bookings.count({ text }, NOW)).toBe(found);
  });

  test("many that match are read in order, too", async () => {
    const one = await book({ uid: "a" });
    const many = Array.from({ length: 1500 }, (_, at) => {
      const start = new Date(NOW.getTime() + (at - 500) * 60_000).toISOString();
      return { ...one, id: crypto.randomUUID(), uid: null, history: [], start, end: start };
    });
    await bookings.deleteAll();
    await bookings.restore(many);
    const upcoming = await bookings.list({ group: "upcoming", text: "printer", limit: 2 }, NOW);
    expect(upcoming.bookings.map(({ start }) => start)).toEqual([many[501]?.start, many[502]?.start]);
    const next = await bookings.list(
      { group: "upcoming", text: "printer", limit: 1, after: upcoming.next },
      NOW,
    );
    expect(next.bookings[0]?.start).toBe(many[503]?.start);
    const past = await bookings.list({ group: "past", text: "printer", limit: 1 }, NOW);
    expect(past.bookings[0]?.start).toBe(many[500]?.start);
    const counts = { upcoming: 999, past: 501, awaiting: 0, cancelled: 0, started: 0 };
    expect(await bookings.counts({ text: "printer" }, NOW)).toEqual(counts);
  });

  test("pages hold every booking once, in order, whatever the filter", async () => {
    const minute = 60_000;
    const model = fc.array(
      fc.record({
        start: fc.integer({ min: -5, max: 5 }).map((n) => new Date(NOW.getTime() + n * minute).toISOString()),
        portal: fc.constantFrom("help", "desk"),
        what: fc.constantFrom("booked", "pending", "cancelled", "started"),
      }),
      { maxLength: 12 },
    );
    const filters = fc.record(
      {
        group: fc.constantFrom("upcoming", "awaiting", "past", "cancelled", "started"),
        portal: fc.constantFrom("help", "desk"),
        text: fc.constantFrom("printer", "nothing", ""),
        order: fc.constantFrom<Order>("soonest", "latest"),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(model, filters, fc.integer({ min: 1, max: 4 }), async (given, filter, limit) => {
        await bookings.deleteAll();
        const expected = [];
        for (const { start, portal, what } of given) {
          const told = outcome({ uid: crypto.randomUUID(), start, end: start });
          const status = what === "pending" ? "pending" : "accepted";
          const created = await bookings.create(
            newBooking({ portal }),
            what === "started" ? [] : [{ what: "booked", outcome: { ...told, status } }],
            NOW,
          );
          if (what === "cancelled") await bookings.update(created.id, { what: "cancelled" }, NOW);
          const group =
            what === "booked"
              ? new Date(start) > NOW
                ? "upcoming"
                : "past"
              : what === "pending"
                ? "awaiting"
                : what;
          if ((filter.group ?? group) !== group || (filter.portal ?? portal) !== portal) continue;
          if (filter.text !== "nothing") expected.push(created.id);
        }
        const found: Booking[] = [];
        let after: Cursor | null = null;
        do {
          const page: Awaited<ReturnType<typeof bookings.list>> = await bookings.list(
            { ...filter, after, limit },
            NOW,
          );
          found.push(...page.bookings);
          after = page.next;
        } while (after);
        expect(found.map(({ id }) => id).sort()).toEqual(expected.sort());
        expect(await bookings.count(filter, NOW)).toBe(expected.length);
        const times = found.map(
          ({ end, createdAt }) => end ?? new Date(Date.parse(createdAt) + 7 * 24 * 60 * minute).toISOString(),
        );
        const soonest =
          (filter.order ?? (["upcoming", "awaiting"].includes(filter.group ?? "") ? "soonest" : "latest")) ===
          "soonest";
        const sorted = [...times].sort();
        expect(times).toEqual(soonest ? sorted : sorted.reverse());
      }),
      { numRuns: 60 },
    );
  });
});

describe("a list that somebody reads further down", () => {
  const ids = (page: Page) => page.bookings.map(({ id }) => id);
  const given = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, at) =>
        book(
          { uid: `uid-${at}`, start: new Date(NOW.getTime() + (at + 1) * 3600_000).toISOString(), end: null },
          { ...newBooking(), id: crypto.randomUUID() },
        ),
      ),
    );

  test("goes on from where it ended: each booking once, in order, to the end", async () => {
    const made = (await given(120)).map(({ id }) => id);
    let shown = await readAgain(0, { group: "upcoming" }, NOW);
    expect(ids(shown)).toEqual(made.slice(0, 50));
    shown = await readOn(shown, { group: "upcoming" }, NOW);
    expect(ids(shown)).toEqual(made.slice(0, 100));
    shown = await readOn(shown, { group: "upcoming" }, NOW);
    expect(ids(shown)).toEqual(made);
    expect(shown.next).toBeNull();
    expect(await readOn(shown, { group: "upcoming" }, NOW)).toBe(shown);
  });

  test("after a change is as long as before, and goes on from its new end", async () => {
    const made = await given(120);
    const [first, second] = made;
    let shown = await readAgain(0, { group: "upcoming" }, NOW);
    shown = await readOn(shown, { group: "upcoming" }, NOW);
    await bookings.delete(first?.id ?? "");
    shown = await readAgain(shown.bookings.length, { group: "upcoming" }, NOW);
    expect(ids(shown)[0]).toBe(second?.id);
    expect(shown.bookings).toHaveLength(100);
    shown = await readOn(shown, { group: "upcoming" }, NOW);
    expect(ids(shown)).toEqual(made.slice(1).map(({ id }) => id));
  });
});

describe("rows that cannot be read", () => {
  async function spoil(id: string): Promise<void> {
    const database = await openDB(NAME);
    await database.put("bookings", { ...(await database.get("bookings", id)), link: 7 });
    database.close();
  }
  test("are left out of lists and kept apart", async () => {
    const { id } = await book({ uid: "a" });
    await book({ uid: "b" });
    await spoil(id);
    expect((await all()).map(({ uid }) => uid)).toEqual(["b"]);
    expect(await bookings.broken()).toEqual([expect.objectContaining({ id, link: 7 })]);
    expect(await bookings.count()).toBe(1);
  });
  test("are kept apart by whoever writes over them", async () => {
    const { id } = await book();
    await spoil(id);
    expect(await book({}, newBooking({ id }))).toMatchObject({ state: "booked", id });
    expect(await bookings.broken()).toHaveLength(1);
    expect(await all()).toHaveLength(1);
  });
});

test("whoever watches hears of changes that others make", async () => {
  const heard = new Promise<void>((resolve) => bookings.watch(resolve));
  await book();
  await heard;
});
