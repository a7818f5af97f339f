import { deleteDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { parseBookedCalls } from "../../../lib/booking/booked-calls";
import { bookings } from "../../../lib/booking/store/bookings";
import { looks } from "../../../lib/booking/sync/looks";
import { getPosition } from "../../../lib/booking/sync/positions";
import { syncBookings } from "../../../lib/booking/sync/sync-bookings";
import { Account, accountSecret, accounts } from "../../../lib/settings/accounts";
import { portals } from "../../../lib/settings/items";
import { setSecret } from "../../../lib/settings/secrets";
import { saveTechnicians } from "../../../lib/settings/technicians";
import { forgetBookings, NOW, newBooking, outcome } from "./given-booking";

const { local } = browser.storage;
const KEY = "booked:help:7";
const QUARTER = 15 * 60_000;
const turn = (turns: number) => new Date(NOW.getTime() + turns * QUARTER);

/** Cal.com's bookings by uid, as its API shows them; and what it was asked for. */
let told: Record<string, object>;
let asked: URL[];
let answer: ((url: URL) => Response | null) | null;

function say(uid: string, given: object = {}): void {
  told[uid] = {
    uid,
    status: "accepted",
    start: "2026-11-23T09:00:00Z",
    end: "2026-11-23T09:30:00Z",
    hosts: [{ id: 1, timeZone: "Europe/Berlin" }],
    attendees: [{ name: "Ada Visitor", email: "ada@example.com" }],
    metadata: { portal: "help", ticketId: "7", ticketNumber: "T-7" },
    createdAt: NOW.toISOString(),
    ...told[uid],
    ...given,
    updatedAt: new Date(NOW.getTime() + asked.length * 1000).toISOString(),
  };
}
const account = (given: object = {}) =>
  Account.parse({
    id: "a",
    scheduler: "cal-com",
    api: "https://api.cal.com/v2/",
    owner: {
      name: "Tess Tech",
      email: "tess@example.com",
      timeZone: "Europe/Berlin",
      link: "https://cal.com/tess",
    },
    ...given,
  });

beforeEach(async () => {
  told = {};
  asked = [];
  answer = null;
  await local.clear();
  await forgetBookings();
  await deleteDB("callcard-sync");
  await accounts.write([account()]);
  await setSecret(accountSecret("a"), "the-key");
  await portals.write([
    { id: "help", name: "Help", origin: "https://help.example.com", basePath: "", nativeButton: "keep" },
  ]);
  await saveTechnicians([
    {
      email: "tess@example.com",
      name: "Tess of the directory",
      aliases: [],
      link: "https://cal.com/tess/30min",
    },
  ]);
  vi.stubGlobal("fetch", async (url: URL) => {
    asked.push(url);
    const own = answer?.(url);
    if (own) return own;
    if (url.pathname.endsWith("/me"))
      return Response.json({
        status: "success",
        data: { id: 1, username: "tess", email: "tess@example.com", name: "Tess", timeZone: null },
      });
    const [, uid] = /\/bookings\/(.+)$/.exec(url.pathname) ?? [];
    if (uid !== undefined)
      return told[uid]
        ? Response.json({ status: "success", data: told[uid] })
        : Response.json({}, { status: 404 });
    const since = Date.parse(url.searchParams.get("afterUpdatedAt") ?? "");
    const at = (booking: object) => Date.parse((booking as { updatedAt: string }).updatedAt);
    const data = Object.values(told)
      .filter((booking) => at(booking) >= since)
      .sort((one, other) => at(one) - at(other));
    return Response.json({ status: "success", data, pagination: { hasNextPage: false } });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const all = async () => (await bookings.list({ limit: 1000 })).bookings;
const history = async () => (await all())[0]?.history.map(({ what }) => what);
const onCard = async () => parseBookedCalls((await local.get(KEY))[KEY]);

describe("a call of the account", () => {
  test("that names a ticket of a portal here is kept, with the technician of the directory", async () => {
    say("u1", { location: "https://meet.example.com/a" });
    expect(await syncBookings(NOW)).toEqual({ offline: false, changed: 1, asked: 1, problems: [] });
    expect(await all()).toMatchObject([
      {
        state: "booked",
        source: "sync",
        uid: "u1",
        portal: "help",
        ticket: { id: "7", number: "T-7", subject: null },
        technician: { email: "tess@example.com", name: "Tess of the directory" },
        link: "https://cal.com/tess/30min",
        attendee: { name: "Ada Visitor", email: "ada@example.com" },
        start: "2026-11-23T09:00:00.000Z",
        timeZone: "Europe/Berlin",
        joinUrl: "https://meet.example.com/a",
        history: [{ what: "booked", uid: "u1" }],
      },
    ]);
    expect(await onCard()).toMatchObject([{ canJoin: true, canChange: true, status: "accepted" }]);
    expect(JSON.stringify(await local.get(null))).not.toContain("u1");
  });

  test.each<[string, object]>([
    ["names no ticket", { metadata: {} }],
    ["names a ticket of another portal", { metadata: { portal: "elsewhere", ticketId: "7" } }],
    ["is somebody else's of the organisation", { hosts: [{ id: 2 }] }],
    ["was cancelled before anybody here knew of it", { status: "cancelled" }],
  ])("that %s is not kept", async (_, given) => {
    say("u1", given);
    expect(await syncBookings(NOW)).toMatchObject({ changed: 0, problems: [] });
    expect(await all()).toEqual([]);
    expect(await onCard()).toEqual([]);
  });

  test("that is known by its uid is kept in step, whatever it names", async () => {
    await bookings.create(newBooking(), [{ what: "booked", outcome: outcome({ status: "pending" }) }], NOW);
    say("uid-1", { metadata: {} });
    await syncBookings(turn(1));
    expect(await history()).toEqual(["started", "booked", "confirmed"]);
    say("uid-1", { status: "cancelled" });
    await syncBookings(turn(2));
    expect(await history()).toEqual(["started", "booked", "confirmed", "cancelled"]);
    expect(await onCard()).toEqual([]);
    expect(await all()).toMatchObject([{ source: "here", ticket: { subject: "Printer is on fire" } }]);
  });

  test("that was moved, once or more often between two looks, stays one booking", async () => {
    say("u1");
    await syncBookings(NOW);
    say("u1", { status: "cancelled", rescheduledToUid: "u2" });
    say("u2", { rescheduledFromUid: "u1", status: "cancelled", rescheduledToUid: "u3", metadata: {} });
    say("u3", {
      rescheduledFromUid: "u2",
      metadata: {},
      start: "2026-11-24T09:00:00Z",
      end: "2026-11-24T09:30:00Z",
    });
    expect(await syncBookings(turn(1))).toMatchObject({ changed: 1 });
    expect(await all()).toMatchObject([{ uid: "u3", start: "2026-11-24T09:00:00.000Z", state: "booked" }]);
    expect(await history()).toEqual(["booked", "rescheduled"]);
    expect(await onCard()).toHaveLength(1);
  });

  test("that was moved to where the key does not see it is asked for by its uid", async () => {
    say("u1");
    await syncBookings(NOW);
    answer = (url) => (url.pathname.endsWith("/bookings") ? page([told.u1 as object]) : null);
    say("u1", { status: "cancelled", rescheduledToUid: "u2" });
    say("u2", { rescheduledFromUid: "u1", start: "2026-11-24T09:00:00Z", hosts: [{ id: 9 }] });
    await syncBookings(turn(1));
    expect(await all()).toMatchObject([{ uid: "u2", state: "booked" }]);
    delete told.u2;
    say("u2", { rescheduledFromUid: "u1", rescheduledToUid: "u9" }); // and that one is nowhere
    say("u1", {});
    await syncBookings(turn(2));
    expect(await all()).toMatchObject([{ state: "cancelled" }]);
  });

  test("that is two bookings here by an accident becomes one again", async () => {
    await bookings.create(newBooking(), [{ what: "booked", outcome: outcome({ uid: "u1" }) }], NOW);
    await bookings.create(newBooking(), [{ what: "booked", outcome: outcome({ uid: "u2" }) }], NOW);
    say("u1", { status: "cancelled", rescheduledToUid: "u2" });
    say("u2", { rescheduledFromUid: "u1" });
    await syncBookings(turn(1));
    expect((await all()).map(({ uid, state }) => [uid, state]).sort()).toEqual([
      ["u1", "cancelled"],
      ["u2", "booked"],
    ]);
    expect(await onCard()).toHaveLength(1);
  });
});

const page = (data: object[]) =>
  Response.json({ status: "success", data, pagination: { hasNextPage: false } });

describe("what was started", () => {
  test("becomes the booking, link and all; a second one for the ticket stays", async () => {
    const attempt = {
      account: "a",
      type: { id: "1", name: "Call" },
      start: null,
      link: "https://cal.com/d/x/30min",
      notes: "",
    };
    const attendee = { name: "Ada", email: "ada@example.com" };
    const link = newBooking({ attendee });
    await bookings.create(link, [{ what: "begun", attempt, attendee }], NOW);
    const bob = { name: "Bob", email: "bob@example.com" };
    const other = newBooking({ attendee: bob });
    await bookings.create(other, [{ what: "begun", attempt, attendee: bob }], NOW);
    say("u1");
    expect(await syncBookings(turn(1))).toMatchObject({ changed: 1 });
    const settled = await bookings.get(link.id);
    expect(settled).toMatchObject({ state: "booked", uid: "u1", attempt: null });
    expect(settled?.history.map(({ what }) => what)).toEqual(["started", "link-made", "booked"]);
    expect(await bookings.get(other.id)).toMatchObject({ state: "started", attempt });
    say("u2");
    await syncBookings(turn(2));
    expect(await bookings.get(other.id)).toMatchObject({ state: "booked", uid: "u2" });
    expect(await all()).toHaveLength(2);
  });

  test("a time that nobody told is filled in", async () => {
    const unknown = outcome({ uid: "u1", start: null, end: null, timeZone: null });
    await bookings.create(newBooking(), [{ what: "booked", outcome: unknown }], NOW);
    say("u1");
    await syncBookings(turn(1));
    expect(await history()).toEqual(["started", "booked", "time-set"]);
    expect(await onCard()).toMatchObject([{ start: "2026-11-23T09:00:00.000Z", timeZone: "Europe/Berlin" }]);
  });

  test("a calendar that is open meanwhile, and is booked in, is a call of its own", async () => {
    const open = newBooking();
    await bookings.create(open, [], NOW);
    say("u1");
    await syncBookings(turn(1));
    await bookings.create(open, [{ what: "booked", outcome: outcome({ uid: "u2" }) }], turn(1));
    expect((await all()).map(({ uid }) => uid).sort()).toEqual(["u1", "u2"]);
  });
});

describe("cut short", () => {
  test("before the position is kept: told once more, and nothing twice", async () => {
    say("u1");
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      if (this.name === "positions") throw new DOMException("", "QuotaExceededError");
      return put.apply(this, given);
    });
    await expect(syncBookings(NOW)).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await all()).toHaveLength(1);
    expect(await syncBookings(turn(1))).toMatchObject({ changed: 0 });
    expect(await all()).toHaveLength(1);
    expect(await onCard()).toHaveLength(1);
  });

  test("two at once: one after the other, and the second has nothing to ask", async () => {
    say("u1");
    const [one, other] = await Promise.all([syncBookings(NOW), syncBookings(NOW)]);
    expect([one.asked, other.asked]).toEqual([1, 0]);
  });
});

describe("when nobody is asked, or not yet", () => {
  test("offline", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    expect(await syncBookings(NOW)).toMatchObject({ offline: true, asked: 0 });
    expect(asked).toEqual([]);
  });

  test("a token that is refused: said, marked, and not asked again", async () => {
    answer = () => Response.json({}, { status: 401 });
    expect(await syncBookings(NOW)).toMatchObject({
      problems: [{ scheduler: "cal-com", problem: { cause: "token-refused" } }],
    });
    expect((await accounts.read())[0]?.refused).toBe(true);
    expect(await syncBookings(turn(100), true)).toMatchObject({ asked: 0 });
    expect(asked).toHaveLength(1);
  });

  test("too many requests: as long as the server says, and not longer", async () => {
    answer = () => Response.json({}, { status: 429, headers: { "Retry-After": "1200" } });
    await syncBookings(NOW);
    expect((await looks.read()).a).toMatchObject({ problem: { cause: "rate-limited", seconds: 1200 } });
    answer = null;
    expect(await syncBookings(turn(1))).toMatchObject({ asked: 0 });
    expect(await syncBookings(turn(1), true)).toMatchObject({ asked: 0 });
    expect(await syncBookings(turn(2))).toMatchObject({ asked: 1, problems: [] });
    expect((await looks.read()).a).toMatchObject({ problem: null, failures: 0, notBefore: null });
  });

  test("errors: longer each time, but at once for a person", async () => {
    answer = () => Response.json({}, { status: 503 });
    const asks = [];
    for (let count = 0; count < 20; count++) asks.push((await syncBookings(turn(count))).asked);
    expect(asks.slice(0, 1)).toEqual([1]);
    expect(asks.filter(Boolean).length).toBeLessThan(7);
    expect(await syncBookings(turn(20), true)).toMatchObject({ asked: 1 });
  });

  test("a look that goes wrong in the middle keeps what it has learnt", async () => {
    say("u1");
    say("u2", { status: "cancelled", rescheduledToUid: "u3" });
    answer = (url) => (url.pathname.endsWith("/u3") ? Response.json({}, { status: 500 }) : null);
    expect(await syncBookings(NOW)).toMatchObject({
      changed: 1,
      problems: [{ problem: { cause: "server" } }],
    });
    expect(await onCard()).toHaveLength(1);
  });

  test("off, or the account is gone: nothing is asked, and its position is forgotten", async () => {
    say("u1");
    await syncBookings(NOW);
    await accounts.write([account({ sync: false })]);
    expect(await syncBookings(turn(1))).toMatchObject({ asked: 0 });
    await accounts.write([]);
    await syncBookings(turn(2));
    expect(await getPosition("a", "tess@example.com")).toBeNull();
    expect(await looks.read()).toEqual({});
  });

  test("another owner's token begins anew", async () => {
    await syncBookings(NOW);
    expect(await getPosition("a", "tess@example.com")).not.toBeNull();
    expect(await getPosition("a", "rob@example.com")).toBeNull();
  });
});

test("two accounts: both are asked, the one that waited longest first, and an error of one is none of the other", async () => {
  await accounts.write([account(), account({ id: "b", api: "https://api.cal.eu/v2/" })]);
  await setSecret(accountSecret("b"), "other");
  answer = (url) => (url.host === "api.cal.com" ? Response.json({}, { status: 500 }) : null);
  expect(await syncBookings(NOW)).toMatchObject({ asked: 2, problems: [{}] });
  expect(asked.map(({ host }) => host)).toEqual(["api.cal.com", "api.cal.eu", "api.cal.eu"]);
  asked = [];
  await looks.update((before) => ({
    a: { ...(before.a as NonNullable<typeof before.a>), at: turn(-1).toISOString(), notBefore: null },
    b: { ...(before.b as NonNullable<typeof before.b>), at: turn(-9).toISOString() },
  }));
  await syncBookings(turn(1));
  expect(asked[0]?.host).toBe("api.cal.eu");
});
