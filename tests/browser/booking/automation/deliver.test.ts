import { deleteDB } from "idb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { type DeliverOptions, deliver } from "../../../../lib/booking/automation/deliver";
import type { Delivery, Sent } from "../../../../lib/booking/automation/send";
import { newSecret } from "../../../../lib/booking/automation/signature";
import { forgetTarget, keepTarget } from "../../../../lib/booking/automation/target";
import { bookings } from "../../../../lib/booking/store/bookings";
import type { Change } from "../../../../lib/booking/store/change";
import { NAME } from "../../../../lib/booking/store/database";
import { MOST_WAITING, readOutbox } from "../../../../lib/booking/store/outbox";
import { share } from "../../../../lib/settings/items";
import { webhook, webhookState } from "../../../../lib/settings/webhook";
import { newBooking, outcome } from "../given-booking";

const secret = newSecret();
let now = new Date();
let answers: Record<string, Sent | undefined> = {};
let sent: { id: string; type: string; booking: string; body: { data: Record<string, unknown> } }[] = [];

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const failed = (problem: string, retryAfter: number | null = null): Sent =>
  ({ ok: false, problem, retryAfter }) as Sent;

/** A receiver that answers by the kind of event, or by the booking; else that it has it. */
const options: DeliverOptions = {
  now: () => now,
  random: () => 0,
  async send({ id, body, secret: signedBy, url }: Delivery) {
    expect([signedBy, url.href]).toEqual([secret, "https://hooks.example.com/callcard"]);
    const parsed = JSON.parse(body) as { type: string; data: { booking: string } };
    sent.push({ id, type: parsed.type, booking: parsed.data.booking, body: parsed });
    return answers[parsed.data.booking] ?? answers[parsed.type] ?? answers.all ?? { ok: true, status: 204 };
  },
};
const ring = (given: DeliverOptions = {}) => deliver({ ...options, ...given });
const alarm = async () => (await browser.alarms.get("webhook"))?.scheduledTime;
const waiting = async () => (await readOutbox()).filter(({ delivered }) => delivered === null);

let uids = 0;
const booked = (): Change => ({ what: "booked", outcome: outcome({ uid: `uid-${++uids}` }) });
async function book(): Promise<string> {
  return (await bookings.create(newBooking(), [booked()], now)).id;
}
const change = (id: string, given: Change) => bookings.update(id, given, now);
const switchOn = (given = {}) =>
  webhook.write({ on: true, origin: "https://hooks.example.com", attendee: false, gone: false, ...given });

beforeEach(async () => {
  now = new Date("2026-11-20T12:00:00.000Z");
  [answers, sent] = [{}, []];
  await Promise.all([browser.storage.local.clear(), deleteDB(NAME), browser.alarms.clearAll()]);
  await keepTarget({ url: new URL("https://hooks.example.com/callcard"), secret });
  await switchOn();
});

describe("what is queued", () => {
  test("with the booking itself; nothing while the webhook is off", async () => {
    await webhook.update((settings) => ({ ...settings, on: false }));
    await book();
    expect(await readOutbox()).toEqual([]);
    expect(await alarm()).toBeUndefined();
    await switchOn();
    const id = await book();
    expect(await waiting()).toMatchObject([{ event: { type: "booking.created", booking: id } }]);
    expect(await alarm()).toBeGreaterThan(0); // whoever is killed now is woken
  });

  test("the change and what is told of it are one transaction: neither comes without the other", async () => {
    const id = await book();
    const add = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (this: IDBObjectStore) {
      this.transaction.abort(); // as browsers do when the disk is full
      throw new DOMException("full", "QuotaExceededError");
    });
    await expect(change(id, { what: "cancelled" })).rejects.toThrow("full");
    add.mockRestore();
    expect((await bookings.get(id))?.state).toBe("booked");
    expect(await waiting()).toHaveLength(1);
  });

  test("no more than there is room for; the others are counted", async () => {
    const id = await book();
    const [first] = await readOutbox();
    const { number: _, ...row } = first as NonNullable<typeof first>;
    const { openDB } = await import("idb");
    const database = await openDB(NAME);
    const writing = database.transaction("outbox", "readwrite");
    for (let count = 1; count < MOST_WAITING; count++) void writing.store.add(row);
    await writing.done;
    database.close();
    await change(id, { what: "cancelled" });
    expect(await readOutbox()).toHaveLength(MOST_WAITING);
    expect(await webhookState.read()).toMatchObject({ lost: 1 });
    expect((await bookings.get(id))?.state).toBe("cancelled");
  });
});

describe("a delivery", () => {
  test("goes out once; twenty are remembered", async () => {
    for (let count = 0; count < 25; count++) await book();
    await ring();
    expect(sent).toHaveLength(25);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(25);
    expect(await waiting()).toEqual([]);
    expect(await readOutbox()).toHaveLength(20);
    await ring();
    expect(sent).toHaveLength(25);
    expect(await alarm()).toBeUndefined();
  });

  test("two passes at once deliver once", async () => {
    await book();
    await Promise.all([ring(), ring(), ring({ force: true })]);
    expect(sent).toHaveLength(1);
  });

  test("a request that never ended is made again under the same id", async () => {
    await book();
    const killed = ring({ send: () => Promise.reject(new Error("killed")) });
    await expect(killed).rejects.toThrow("killed");
    expect(await alarm()).toBe(now.getTime() + 60_000);
    const [before] = await waiting();
    await ring();
    expect(sent.map(({ id }) => id)).toEqual([before?.id]);
  });

  test("says who attends only where it was switched on, and not of a booking that was deleted", async () => {
    await switchOn({ attendee: true });
    const [first, second] = [await book(), await book()];
    await bookings.delete(second);
    await ring();
    expect(sent.find(({ booking }) => booking === first)?.body.data.attendee).toEqual({
      name: "Ada Visitor",
      email: "ada@example.com",
    });
    expect(sent.find(({ booking }) => booking === second)?.body.data.attendee).toBeNull();
  });

  test("holds of the ticket what may be shared when it is sent", async () => {
    await book();
    await share.update((now) => ({ ...now, subject: false }));
    await ring();
    expect(sent[0]?.body.data.ticket).toMatchObject({ number: "T-7", subject: null });
  });

  test("waits while the webhook is off, or has no address", async () => {
    await book();
    await webhook.update((settings) => ({ ...settings, on: false }));
    await ring({ force: true });
    await switchOn();
    await forgetTarget();
    await ring({ force: true });
    expect(sent).toEqual([]);
    expect(await waiting()).toHaveLength(1);
  });
});

describe("a receiver that does not answer", () => {
  test("is left alone longer each time; then everything goes out, in order, under the ids of the first attempt", async () => {
    const id = await book();
    await change(id, {
      what: "rescheduled",
      outcome: outcome({ uid: "moved", start: "2026-11-25T09:00:00.000Z" }),
    });
    answers = { all: failed("503") };
    for (const [minutes, attempts] of [
      [0, 1],
      [0.4, 1],
      [0.1, 2],
      [4.9, 2],
      [0.1, 3],
      [29, 3],
      [1, 4],
    ] as const) {
      later(minutes);
      await ring();
      expect([minutes, sent.length]).toEqual([minutes, attempts]);
    }
    expect(await alarm()).toBe(now.getTime() + 2 * 3_600_000);
    await change(id, { what: "cancelled" });
    later(120);
    answers = {};
    sent.splice(0, sent.length - 1); // the last attempt
    await ring();
    expect(sent.map(({ type }) => type)).toEqual([
      "booking.created",
      "booking.created",
      "booking.rescheduled",
      "booking.cancelled",
    ]);
    expect(sent[0]?.id).toBe(sent[1]?.id);
    expect(await webhookState.read()).toMatchObject({ failures: 0, until: null });
  });

  test("one asks, not all that wait", async () => {
    for (let count = 0; count < 5; count++) await book();
    answers = { all: failed("offline") };
    await ring();
    expect(sent).toHaveLength(1);
    later(0.5);
    answers = {};
    await ring();
    expect(sent).toHaveLength(6);
  });

  test("names its own time", async () => {
    await book();
    answers = { all: failed("429", 3600) };
    await ring();
    later(59);
    await ring();
    expect(sent).toHaveLength(1);
    later(1);
    await ring();
    expect(sent).toHaveLength(2);
  });

  test("is asked at once when somebody says so", async () => {
    await book();
    answers = { all: failed("offline") };
    await ring();
    answers = {};
    await ring({ force: true });
    expect(await waiting()).toEqual([]);
  });

  test("has gone for good: the webhook is switched off, and what waits is kept", async () => {
    await book();
    await book();
    answers = { all: failed("410") };
    await ring();
    expect(await webhook.read()).toMatchObject({ on: false, gone: true });
    expect(sent).toHaveLength(1);
    expect(await waiting()).toHaveLength(2);
    answers = {};
    await switchOn();
    await ring({ force: true });
    expect(await waiting()).toEqual([]);
  });
});

test("an event that is refused holds up its own booking, not the others", async () => {
  const [refused, other] = [await book(), await book()];
  await change(refused, { what: "marked", mark: "held" });
  answers = { [refused]: failed("422") };
  await ring();
  expect(sent.map(({ booking, type }) => [booking, type])).toEqual([
    [refused, "booking.created"],
    [other, "booking.created"],
  ]);
  expect(await waiting()).toMatchObject([
    { problem: "422", attempts: 1 },
    { event: { type: "booking.held" }, attempts: 0 },
  ]);
  expect(await alarm()).toBe(now.getTime() + 30_000);
  answers = {};
  later(0.5);
  await ring();
  expect(sent.slice(2).map(({ type }) => type)).toEqual(["booking.created", "booking.held"]);
});
