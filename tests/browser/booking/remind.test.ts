import { deleteDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { keepSnooze, readMarks } from "../../../lib/booking/reminders/marks";
import { readReminderId, shownReminders } from "../../../lib/booking/reminders/notification";
import { remind, snooze } from "../../../lib/booking/reminders/remind";
import { bookings } from "../../../lib/booking/store/bookings";
import { Reminders, reminders } from "../../../lib/settings/reminders";
import { forgetBookings, newBooking, outcome } from "./given-booking";

const START = Date.parse("2026-11-23T09:00:00.000Z");
const LONG_AGO = new Date("2026-11-01T12:00:00.000Z");
const at = (minutes: number) => new Date(START - minutes * 60_000);
const remindAt = (minutes: number) => remind(() => at(minutes));

/** The notifications that are on the screen, and everything that was ever shown. */
let screen: Map<string, { title: string; message: string }>;
let shown: string[];
let allowed: boolean;
let alarm: number | null;

/** As much of the browser as reminders need. */
const create = async (id: string, { title, message }: { title: string; message: string }) => {
  screen.set(id, { title, message });
  shown.push(title);
};
const api = {
  runtime: { getURL: (path: string) => path },
  permissions: { contains: async () => allowed },
  notifications: {
    getAll: async () => Object.fromEntries(screen),
    clear: async (id: string) => screen.delete(id),
    create: vi.fn(create),
  },
  alarms: {
    async create(_name: string, { when }: { when: number }) {
      alarm = when;
    },
    async clear() {
      alarm = null;
    },
  },
};

beforeEach(async () => {
  [screen, shown, allowed, alarm] = [new Map(), [], true, null];
  await browser.storage.local.clear();
  await Promise.all([forgetBookings(), deleteDB("callcard-reminders")]);
  Object.assign(browser, api);
  await reminders.write({ ...Reminders.parse({}), on: true });
});
afterEach(() => vi.restoreAllMocks());

const book = (given: Parameters<typeof outcome>[0] = {}) =>
  bookings.create(newBooking(), [{ what: "booked", outcome: outcome(given) }], LONG_AGO);

test("off until switched on, and without the permission: nothing, and no alarm", async () => {
  await book();
  await reminders.write(Reminders.parse({}));
  await remindAt(10);
  await reminders.write({ ...Reminders.parse({}), on: true });
  allowed = false;
  await remindAt(10);
  expect([shown, alarm]).toEqual([[], null]);
  allowed = true;
  await remindAt(10);
  expect(shown).toHaveLength(1);
});

test("says when, with whom and about what; the alarm is set to the next one", async () => {
  const { id } = await book();
  await remindAt(70);
  expect(shown).toEqual(["The call begins in 70 minutes."]); // the day before was missed
  expect(alarm).toBe(at(60).getTime());
  await remindAt(60);
  expect(shown.slice(1)).toEqual(["The call begins in 60 minutes."]);
  expect([...screen.keys()].map(readReminderId)).toEqual([{ booking: id, start: START, canJoin: false }]);
  const [{ message } = { message: "" }] = screen.values();
  expect(message).toContain("Tess Tech, Ada Visitor\n#T-7 — Printer is on fire");
});

test("the technician reads the attendee's name, the attendee the technician's", async () => {
  await book();
  await browser.storage.local.set({ me: { name: "Tess", email: "TESS@example.com", phone: "" } });
  await remindAt(10);
  expect([...screen.values()][0]?.message).toMatch(/\nAda Visitor\n/);
});

test("two alarms at once, and many after each other: once", async () => {
  await book();
  await Promise.all([remindAt(10), remindAt(10)]);
  for (const minutes of [10, 9, 9, 8]) await remindAt(minutes);
  expect(shown).toHaveLength(1);
});

test("the background ends between mark and notification: not told, and not told twice", async () => {
  await book();
  api.notifications.create.mockImplementationOnce(() => Promise.reject(new Error("ended")));
  await expect(remindAt(10)).rejects.toThrow("ended");
  await remindAt(10);
  expect(shown).toEqual([]);
  await remindAt(0); // snoozing and other calls go on
  expect(alarm).not.toBeNull();
});

test("the disk is full: what cannot be marked is not told", async () => {
  await book();
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await expect(remindAt(10)).rejects.toThrow("full");
  expect(shown).toEqual([]);
});

describe("not reminded of", () => {
  const none = async (minutes = 10) => {
    await remindAt(minutes);
    expect(shown).toEqual([]);
  };
  test("a call that was cancelled; its notification goes", async () => {
    const { id } = await book();
    await remindAt(60);
    expect(screen.size).toBe(1);
    await bookings.update(id, { what: "cancelled" }, LONG_AGO);
    shown = [];
    await none();
    expect(screen.size).toBe(0);
  });
  test("a call that was marked as held", async () => {
    const { id } = await book();
    await bookings.update(id, { what: "marked", mark: "held" }, LONG_AGO);
    await none();
  });
  test("a call that still has to be confirmed", async () => {
    await book({ status: "pending" });
    await none();
  });
  test("a call without a time", async () => {
    await book({ start: null, end: null });
    await none();
  });
  test("a call that was deleted; its notification goes", async () => {
    const { id } = await book();
    await remindAt(60);
    await bookings.delete(id);
    shown = [];
    await none();
    expect(screen.size).toBe(0);
  });
});

test("moved: the old notification goes, the new time is told", async () => {
  const { id } = await book();
  await remindAt(10);
  const later = new Date(START + 86_400_000).toISOString();
  await bookings.update(
    id,
    { what: "rescheduled", outcome: outcome({ uid: "uid-2", start: later, end: null }) },
    at(9),
  );
  await remindAt(9);
  expect(screen.size).toBe(0);
  await remindAt(10 - 1440);
  expect(await shownReminders()).toEqual([{ booking: id, start: Date.parse(later), canJoin: false }]);
});

test("snoozed: gone, and told again after five minutes; until the start, when that is sooner", async () => {
  const { id } = await book();
  await remindAt(10);
  vi.setSystemTime(at(9));
  await snooze(id, "5-minutes", at(9));
  expect(screen.size).toBe(0);
  expect(alarm).toBe(at(4).getTime());
  await remindAt(5);
  expect(screen.size).toBe(0);
  await remindAt(4);
  await remindAt(3.5);
  expect(shown).toHaveLength(2);
  vi.setSystemTime(at(3));
  await snooze(id, "5-minutes", at(3));
  expect(alarm).toBe(START);
  await remindAt(0);
  expect(shown.at(-1)).toBe("The call begins now.");
  vi.useRealTimers();
});

test("marks of calls long over are removed, those of the others stay", async () => {
  await book();
  await remindAt(10);
  await keepSnooze("gone", { start: START, until: START });
  await remindAt(-20 * 1440);
  expect((await readMarks()).told.size).toBe(3);
  await remindAt(-31 * 1440);
  expect(await readMarks()).toEqual({ told: new Set(), snoozes: new Map() });
});

test("hundreds of calls before it: the one that is due is found", async () => {
  for (let call = 0; call < 210; call++) {
    const end = new Date(START - 1000 + call).toISOString();
    await bookings.create(
      newBooking(),
      [
        {
          what: "booked",
          outcome: outcome({ uid: `u-${call}`, start: at(20).toISOString(), end, status: "accepted" }),
        },
      ],
      at(15),
    );
  }
  await book({ uid: "late" });
  await remindAt(10);
  expect(shown).toHaveLength(1);
});
