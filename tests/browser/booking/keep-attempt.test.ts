import { beforeEach, expect, test } from "vitest";
import { browser } from "wxt/browser";
import { keepAttempt } from "../../../lib/booking/native/keep-attempt";
import { recordChange, recordStart } from "../../../lib/booking/record";
import { findSession, openSession, type Session } from "../../../lib/booking/sessions";
import type { Attempt } from "../../../lib/booking/store/booking";
import { bookings } from "../../../lib/booking/store/bookings";
import { forgetBookings, NOW, newBooking, outcome } from "./given-booking";

const { local, session: memory } = browser.storage;
const ada = { name: "Ada Visitor", email: "ada@example.com" };
const attempt = (given: Partial<Attempt> = {}): Attempt => ({
  account: "a",
  type: { id: "1", name: "30 Minute Meeting" },
  start: null,
  link: "https://calendly.com/d/one",
  notes: "",
  ...given,
});

async function open(booking: Session["booking"] = newBooking()): Promise<string> {
  const { technician, link } = newBooking();
  const nothing = { name: null, email: null, phone: null, notes: null };
  const { id } = await openSession({
    ticket: null,
    technician,
    link,
    prefill: { ...nothing, guests: [], metadata: {}, questions: {} },
    booking,
    portal: null,
    opener: null,
    theme: "light",
    rung: "frame",
    insteadOfFrame: false,
    manages: null,
    note: null,
    native: null,
    account: "a",
    scheduler: "calendly",
    plainLink: link,
    direct: false,
  });
  return id;
}
const session = async (id: string) => (await findSession(id)) as Session;
const all = async () =>
  (await bookings.list({ order: "soonest" })).bookings.map(({ state, uid, attempt }) => [
    state,
    uid,
    attempt?.link ?? null,
  ]);

beforeEach(async () => {
  await Promise.all([local.clear(), memory.clear()]);
  await forgetBookings();
});

test("a link for a customer: one line, though the calendar was opened first", async () => {
  const id = await open();
  await recordStart(await session(id), NOW);
  await keepAttempt(await session(id), attempt(), ada, NOW);
  expect(await all()).toEqual([["started", null, "https://calendly.com/d/one"]]);
});

test("a second link, and a call that is booked in the same calendar, are bookings of their own", async () => {
  const id = await open();
  await keepAttempt(await session(id), attempt(), ada, NOW);
  await keepAttempt(await session(id), attempt({ link: "https://calendly.com/d/two" }), ada, NOW);
  await recordChange(await session(id), { what: "booked", outcome: outcome() }, NOW);
  await keepAttempt(await session(id), attempt({ link: "https://calendly.com/d/three" }), ada, NOW);
  expect((await all()).sort()).toEqual([
    ["booked", "uid-1", null],
    ["started", null, "https://calendly.com/d/one"],
    ["started", null, "https://calendly.com/d/three"],
    ["started", null, "https://calendly.com/d/two"],
  ]);
});

test("a link for oneself, for a chosen time: it goes when the call is booked", async () => {
  const id = await open();
  const start = "2026-11-23T09:00:00.000Z";
  await keepAttempt(await session(id), attempt({ start }), ada, NOW);
  expect(await all()).toEqual([["started", null, "https://calendly.com/d/one"]]);
  await recordChange(await session(id), { what: "booked", outcome: outcome() }, NOW);
  expect(await all()).toEqual([["booked", "uid-1", null]]);
  expect(JSON.stringify(await local.get(null))).not.toContain("/d/one");
});

test("without a ticket: a customer's link is kept, a time that was sent is not", async () => {
  const id = await open(null);
  await keepAttempt(await session(id), attempt({ start: "2026-11-23T09:00:00.000Z", link: null }), ada, NOW);
  expect(await all()).toEqual([]);
  await keepAttempt(await session(id), attempt(), ada, NOW);
  expect(await all()).toEqual([["started", null, "https://calendly.com/d/one"]]);
});
