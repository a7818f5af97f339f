import { deleteDB } from "idb";
import { bench, describe } from "vitest";
import { factOf } from "../../lib/booking/insights/call-fact";
import { insightsOf } from "../../lib/booking/insights/insights";
import type { Booking } from "../../lib/booking/store/booking";
import { bookings } from "../../lib/booking/store/bookings";
import { NAME } from "../../lib/booking/store/database";
import { clockOf } from "../../lib/zoned-time";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const HOUR = 3600_000;
const COUNT = 50_000;

/** One an hour, until now. */
function booking(at: number): Booking {
  const start = new Date(NOW.getTime() - at * HOUR).toISOString();
  const booked = new Date(NOW.getTime() - (at + (at % 300)) * HOUR).toISOString();
  const event = { at: booked, uid: `uid-${at}`, start, end: null, mark: null };
  return {
    id: crypto.randomUUID(),
    state: at % 9 ? "booked" : "cancelled",
    mark: at % 7 ? "held" : "no-show",
    uid: `uid-${at}`,
    scheduler: "cal-com",
    link: "https://cal.com/tess",
    portal: at % 2 ? "help" : "desk",
    ticket: { id: `${at}`, number: `T${at}`, subject: `Printer ${at} is on fire`, url: null },
    technician: { email: `t${at % 50}@example.com`, name: `Technician ${at % 50}` },
    attendee: { name: `Visitor ${at}`, email: `v${at}@example.com` },
    start,
    end: null,
    timeZone: null,
    paymentRequired: false,
    joinUrl: null,
    attempt: null,
    history: [{ ...event, what: "booked" }],
    source: "here",
    createdAt: booked,
    updatedAt: booked,
  };
}

const counters = Array.from({ length: 20_000 }, (_, at) => ({
  day: new Date(NOW.getTime() - Math.floor(at / 50) * 24 * HOUR).toISOString().slice(0, 10),
  portal: at % 2 ? "help" : "desk",
  technician: `t${at % 50}@example.com`,
  shown: 9,
  opened: 3,
}));

// How much the figures cost beside reading what they are made of.
describe(`of ${COUNT.toLocaleString("en")} bookings`, () => {
  let filled: Promise<void> | null = null;
  let all: Booking[] = [];
  const fill = () => {
    filled ??= (async () => {
      await deleteDB(NAME);
      for (let from = 0; from < COUNT; from += 5_000)
        await bookings.restore(Array.from({ length: 5_000 }, (_, at) => booking(from + at)));
      all = await bookings.all({ order: "soonest" }, NOW);
    })();
    return filled;
  };
  const setup = { setup: fill, iterations: 5, time: 500, warmupIterations: 1, warmupTime: 0 };
  const factsOf = () => {
    const clock = clockOf("Europe/Berlin");
    return all.flatMap((one) => factOf(one, clock) ?? []);
  };
  const figures = (calls: ReturnType<typeof factsOf>, period: "month" | "all") =>
    insightsOf(
      { calls, counters },
      { period, portal: "", technician: "" },
      { today: "2026-11-20", now: NOW.getTime(), firstWeekday: 1 },
    );
  bench("reading them", async () => void (await bookings.all({ order: "soonest" }, NOW)), setup);
  bench("reading days and hours from them", () => void factsOf(), setup);
  let calls: ReturnType<typeof factsOf> = [];
  const known = {
    ...setup,
    setup: async () => {
      await fill();
      calls = factsOf();
    },
  };
  bench("the figures of 30 days", () => void figures(calls, "month"), known);
  bench("the figures of everything", () => void figures(calls, "all"), known);
});
