import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CalendarAccount } from "../../../../lib/scheduler/account/account";
import { calComAccount } from "../../../../lib/scheduler/account/cal-com-account";
import {
  type Booking,
  beginning,
  calComTicket,
  isOf,
  PAGE,
  readPage,
  toldBooking,
} from "../../../../lib/scheduler/account/cal-com-bookings";
import { type CalComStandIn, startCalCom } from "../../../scheduler/cal-com";
import { problemOf } from "./problem-of";

let calCom: CalComStandIn;
let account: CalendarAccount;
beforeAll(async () => {
  calCom = await startCalCom();
});
afterAll(() => calCom.close());
beforeEach(() => {
  calCom.reset();
  calCom.allow(120);
  account = calComAccount(calCom.key, calCom.api);
});

const ticket = {
  portal: "help",
  ticketId: "12",
  ticketNumber: "43012",
  ticketUrl: "https://help.example.com/12",
};
/** Asks until there is no more. @returns what was told, and where to go on */
async function changes(position: unknown = null) {
  const bookings = [];
  for (let turn = 0; turn < 20; turn++) {
    const portion = await account.changes(position, new Date());
    bookings.push(...portion.bookings);
    position = portion.position;
    if (!portion.more) break;
  }
  return { bookings, position };
}

describe("over HTTP", () => {
  test("booked, confirmed, moved and cancelled elsewhere: each is told once, with its ticket", async () => {
    const first = await changes();
    expect(first.bookings).toEqual([]);
    const waits = calCom.bookElsewhere("tess/confirm", ticket);
    const video = calCom.bookElsewhere("tess/15min", {});
    const second = await changes(first.position);
    expect(second.bookings).toMatchObject([
      {
        uid: waits.uid,
        state: "awaiting",
        start: waits.start,
        end: waits.end,
        movedFrom: null,
        movedTo: null,
        timeZone: "Europe/Berlin",
        joinUrl: null,
        attendee: { name: "Ada Visitor", email: "ada@example.com" },
        ticket: { portal: "help", id: "12", number: "43012", url: ticket.ticketUrl },
      },
      { uid: video.uid, state: "booked", ticket: null, joinUrl: expect.stringMatching(/^https:/) },
    ]);
    calCom.confirmByMail(waits.uid);
    const third = await changes(second.position);
    expect(third.bookings).toMatchObject([{ uid: waits.uid, state: "booked" }]);
    const moved = calCom.moveByMail(waits.uid);
    calCom.cancelByMail(video.uid);
    const fourth = await changes(third.position);
    expect(fourth.bookings).toHaveLength(3);
    expect(new Map(fourth.bookings.map((one) => [one.uid, one]))).toEqual(
      new Map([
        [waits.uid, expect.objectContaining({ state: "cancelled", movedTo: moved.uid })],
        [moved.uid, expect.objectContaining({ state: "awaiting", movedFrom: waits.uid, movedTo: null })],
        [video.uid, expect.objectContaining({ state: "cancelled", movedTo: null })],
      ]),
    );
    expect((await changes(fourth.position)).bookings).toEqual([]);
  });

  test("where nothing has changed the answer is 304, and the position stays", async () => {
    calCom.bookElsewhere("tess/30min", ticket);
    const answers: number[] = [];
    account = calComAccount(calCom.key, calCom.api, async (url, init) => {
      const response = await fetch(url, init);
      answers.push(response.status);
      return response;
    });
    let { position } = await changes();
    position = (await changes(position)).position;
    const { position: same, bookings } = await changes(position);
    expect([same, bookings]).toEqual([position, []]);
    expect(answers.at(-1)).toBe(304);
    calCom.bookElsewhere("tess/30min", ticket);
    expect((await changes(position)).bookings).toHaveLength(1);
  });

  test("more than a page, and nothing is told twice or left out", async () => {
    const made = Array.from({ length: PAGE + 30 }, () => calCom.bookElsewhere("tess/30min", ticket).uid);
    const { bookings, position } = await changes();
    expect(bookings.map(({ uid }) => uid).sort()).toEqual(made.sort());
    expect((await changes(position)).bookings).toEqual([]);
  });

  test("a booking by its uid; none is there for another one", async () => {
    const { uid } = calCom.bookElsewhere("tess/30min", ticket);
    expect(await account.booking(uid)).toMatchObject({ uid, state: "booked" });
    expect(await account.booking("nobody's")).toBeNull();
  });

  test("a key that is refused, and too many requests", async () => {
    calCom.revokeKey();
    expect(await problemOf(changes())).toMatchObject({ cause: "token-refused" });
    calCom.restoreKey();
    calCom.allow(0);
    const problem = await problemOf(changes());
    expect(problem).toMatchObject({ cause: "rate-limited" });
    expect(problem.cause === "rate-limited" && problem.seconds).toBeGreaterThan(0);
  });
});

const NOW = new Date("2026-11-20T12:00:00.000Z");
const booking = (uid: string, updatedAt: string | null, given: Partial<Booking> = {}): Booking => ({
  uid,
  status: "accepted",
  start: "2026-11-23T09:00:00Z",
  end: "2026-11-23T09:30:00Z",
  updatedAt,
  ...given,
});
const at = (second: number) => new Date(NOW.getTime() + second * 1000).toISOString();

describe("pages by the time of the last change", () => {
  test("one that changed at the very instant where the last page ended is told once", () => {
    const first = readPage(beginning(1, NOW), [booking("a", at(1)), booking("b", at(2))]);
    expect(first.fresh.map(({ uid }) => uid)).toEqual(["a", "b"]);
    expect(first.after).toMatchObject({ since: at(2), told: ["b"], skip: 0 });
    const second = readPage(first.after, [booking("b", at(2)), booking("c", at(2))]);
    expect(second.fresh.map(({ uid }) => uid)).toEqual(["c"]);
    expect(second.after.told.sort()).toEqual(["b", "c"]);
    const third = readPage(second.after, [booking("b", at(3))]);
    expect(third.fresh.map(({ uid }) => uid)).toEqual(["b"]);
  });

  test("more at one instant than fit on a page: they are counted", () => {
    const page = Array.from({ length: PAGE }, (_, n) => booking(`u${n}`, at(1)));
    const first = readPage({ ...beginning(1, NOW), since: at(1) }, page);
    expect(first.after.skip).toBe(PAGE);
    const second = readPage(first.after, [booking("last", at(1))]);
    expect(second.fresh).toHaveLength(1);
    expect(second.after.skip).toBe(0);
  });

  test("the first look goes back as far as links live", () => {
    expect(beginning(1, NOW).since).toBe("2026-08-22T12:00:00.000Z");
  });
});

test.each<[string, Booking["hosts"], boolean]>([
  ["nobody is named", undefined, true],
  ["the owner", [{ id: 1 }], true],
  ["the owner among others", [{ id: 2 }, { id: 1 }], true],
  ["somebody else of the organisation", [{ id: 2 }], false],
])("whose booking it is: %s", (_, hosts, expected) => {
  expect(isOf(1, booking("a", null, { hosts }))).toBe(expected);
});

test.each([
  ["accepted", "booked"],
  ["pending", "awaiting"],
  ["cancelled", "cancelled"],
  ["rejected", "cancelled"],
  ["of a later version", "cancelled"],
])("%s is %s", (status, state) => expect(toldBooking(booking("a", null, { status })).state).toBe(state));

test.each([
  ["https://meet.example.com/a", "https://meet.example.com/a"],
  ["http://meet.example.com/a", null],
  ["javascript:alert(1)", null],
  ["+49 30 1", null],
  [{ type: "link" }, null],
  [null, null],
])("the place %j is joined at %j", (location, joinUrl) => {
  expect(toldBooking(booking("a", null, { location })).joinUrl).toBe(joinUrl);
});

test("metadata: only texts count", () => {
  expect(calComTicket({ ticketId: 12, portal: "help" })).toBeNull();
  expect(calComTicket({})).toBeNull();
  expect(calComTicket({ ticketNumber: "7" })).toEqual({ portal: null, id: null, number: "7", url: null });
});

test("a position of another form begins again", async () => {
  calCom.bookElsewhere("tess/30min", ticket);
  for (const kept of [undefined, 7, { since: "yesterday" }])
    expect((await changes(kept)).bookings).toHaveLength(1);
});
