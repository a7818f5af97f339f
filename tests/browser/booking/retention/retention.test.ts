import { deleteDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { bookedKey } from "../../../../lib/booking/outcome";
import { projectChanges } from "../../../../lib/booking/projection";
import { deleteOld, dueTonight } from "../../../../lib/booking/retention/retention";
import { retentionState } from "../../../../lib/booking/retention/state";
import { bookings } from "../../../../lib/booking/store/bookings";
import { ledger } from "../../../../lib/ledger/ledger";
import { readNoted, setNoted } from "../../../../lib/note/noted";
import { type Privacy, privacy } from "../../../../lib/settings/privacy";
import { forgetBookings, newBooking, outcome } from "../given-booking";

const DAY = 24 * 3600_000;
const NOW = new Date("2026-11-20T12:00:00.000Z");
const ago = (days: number) => new Date(NOW.getTime() - days * DAY);
const later = (days: number) => ago(-days);

beforeEach(async () => {
  await forgetBookings();
  await deleteDB("callcard-ledger");
  fakeBrowser.reset();
  // A clock that has walked for long.
  await retentionState.update((state) => ({ ...state, last: ago(1).toISOString() }));
});
afterEach(() => vi.restoreAllMocks());

const set = (given: Partial<Privacy>) => privacy.update((now) => ({ ...now, ...given }));
let uid = 0;

/** A call of a ticket that was over so many days ago. */
async function callBefore(days: number, id = "7") {
  const start = ago(days).toISOString();
  const created = newBooking({ ticket: { id, number: `T-${id}`, subject: null, url: null } });
  const told = outcome({ uid: `uid-${++uid}`, start, end: start });
  return bookings.create(created, [{ what: "booked", outcome: told }], ago(days));
}
const left = async () => (await bookings.all({}, NOW)).map(({ id }) => id);
const deletions = async () => (await retentionState.read()).deletions;

test("never, unless somebody says so", async () => {
  await callBefore(4000);
  await deleteOld(NOW);
  expect(await left()).toHaveLength(1);
});

test.each([30, 90, 365, 730] as const)("after %i days, and not before", async (bookingDays) => {
  await set({ bookingDays });
  const old = await callBefore(bookingDays + 0.1);
  const young = await callBefore(bookingDays - 0.1, "8");
  const toCome = await callBefore(-10, "9");
  expect(await dueTonight(await privacy.read(), NOW)).toMatchObject({ bookings: 2 }); // the young one by then
  await deleteOld(NOW);
  expect(await left()).not.toContain(old.id);
  expect((await left()).sort()).toEqual([young.id, toCome.id].sort());
  expect(await deletions()).toEqual([
    { at: NOW.toISOString(), what: "bookings", days: bookingDays, count: 1 },
  ]);
});

test("what else is known of a call goes with it: its card, and that a note was written", async () => {
  await set({ bookingDays: 30 });
  const old = await callBefore(40);
  const other = await callBefore(2);
  await projectChanges(ago(39));
  for (const { id } of [old, other]) await setNoted("help", "7", id, "written", NOW);
  await deleteOld(NOW);
  expect(await readNoted("help", "7", old.id)).toBeNull();
  expect(await readNoted("help", "7", other.id)).toBe("written");
  const key = bookedKey("help", "7");
  const shown = (await fakeBrowser.storage.local.get(key))[key] as { id: string }[];
  expect(shown.map(({ id }) => id)).toEqual([other.id]);
});

test("a calendar that was opened and came to nothing is forgotten after 90 days, whatever is set", async () => {
  const old = await bookings.create(newBooking(), [], ago(100));
  const young = await bookings.create(newBooking(), [], ago(89));
  await deleteOld(NOW);
  expect(await left()).toEqual([young.id]);
  expect(await left()).not.toContain(old.id);
  expect(await deletions()).toMatchObject([{ what: "started", days: 90, count: 1 }]);
});

test("entries of the ledger have a time of their own", async () => {
  const entry = { host: "cal.com", purpose: "calendar", fields: [] } as const;
  await ledger.add(entry, ago(91));
  await ledger.add(entry, ago(89));
  await deleteOld(NOW);
  expect(await ledger.list()).toHaveLength(1);
  await set({ ledgerDays: null });
  await deleteOld(later(3));
  expect(await ledger.list()).toHaveLength(1);
});

test("a changed setting waits for the night", async () => {
  await callBefore(40);
  await set({ bookingDays: 30, changedAt: NOW.toISOString() });
  await deleteOld(new Date(NOW.getTime() + 3600_000));
  expect(await left()).toHaveLength(1);
  await deleteOld(later(1));
  expect(await left()).toHaveLength(0);
});

test("a clock that is set far ahead deletes nothing, and nothing is lost when it is set right", async () => {
  await set({ bookingDays: 365 });
  await callBefore(10);
  const wrong = later(3000);
  await deleteOld(wrong);
  for (let day = 1; day < 7; day++) await deleteOld(new Date(wrong.getTime() + day * DAY));
  expect(await left()).toHaveLength(1);
  await deleteOld(later(7)); // set right
  for (let day = 8; day < 20; day++) await deleteOld(later(day));
  expect(await left()).toHaveLength(1);
  expect((await retentionState.read()).jumpedAt).toBeNull();
});

test("more than a batch: all of them, and one sentence", async () => {
  await set({ bookingDays: 30 });
  for (let at = 0; at < 230; at++) await callBefore(40 + at / 1000, String(at));
  await deleteOld(NOW);
  expect(await left()).toHaveLength(0);
  expect(await deletions()).toMatchObject([{ what: "bookings", count: 230 }]);
});

test("cut short after the deletion: the next run forgets the notes, and says how many there were", async () => {
  await set({ bookingDays: 30 });
  const { id } = await callBefore(40);
  await setNoted("help", "7", id, "written", NOW);
  const whole = bookings.deleteOver;
  vi.spyOn(bookings, "deleteOver").mockImplementationOnce(async (...given) => {
    await whole(...given);
    throw new Error("killed");
  });
  await expect(deleteOld(NOW)).rejects.toThrow("killed");
  expect(await left()).toHaveLength(0);
  expect(await readNoted("help", "7", id)).toBe("written");
  await deleteOld(new Date(NOW.getTime() + 1000));
  expect(await readNoted("help", "7", id)).toBeNull();
  expect(await deletions()).toMatchObject([{ what: "bookings", days: 30, count: 1 }]);
  expect((await retentionState.read()).deleting).toEqual([]);
});

test("cut short before the deletion: nothing is gone, and the next run does it", async () => {
  await set({ bookingDays: 30 });
  const { id } = await callBefore(40);
  await setNoted("help", "7", id, "written", NOW);
  vi.spyOn(bookings, "deleteOver").mockRejectedValueOnce(new Error("killed"));
  await expect(deleteOld(NOW)).rejects.toThrow("killed");
  expect(await left()).toHaveLength(1);
  expect(await readNoted("help", "7", id)).toBe("written");
  await set({ bookingDays: null }); // and if somebody says otherwise meanwhile, it stays
  await deleteOld(new Date(NOW.getTime() + 1000));
  expect(await left()).toHaveLength(1);
  expect(await readNoted("help", "7", id)).toBe("written");
  expect(await deletions()).toEqual([]);
});

test("a call that is moved while it is to be deleted stays", async () => {
  const { id } = await callBefore(40);
  const next = outcome({ uid: "uid-next", start: later(3).toISOString(), end: later(3).toISOString() });
  await bookings.update(id, { what: "rescheduled", outcome: next }, NOW);
  await bookings.deleteOver([id], ago(30));
  expect(await left()).toEqual([id]);
});
