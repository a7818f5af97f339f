import { deleteDB } from "idb";
import { bench, describe } from "vitest";
import type { Booking, NewBooking } from "../../lib/booking/store/booking";
import { bookings } from "../../lib/booking/store/bookings";
import { applyChange } from "../../lib/booking/store/change";
import { NAME } from "../../lib/booking/store/database";
import type { Cursor } from "../../lib/booking/store/query";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const HOUR = 3600_000;

function newBooking(at: number): NewBooking {
  return {
    id: crypto.randomUUID(),
    scheduler: "cal-com",
    link: "https://cal.com/tess",
    portal: at % 2 ? "help" : "desk",
    ticket: { id: `${at}`, number: `T${at}`, subject: `Printer ${at} is on fire`, url: null },
    technician: { email: `t${at % 50}@example.com`, name: `Technician ${at % 50}` },
    attendee: { name: `Visitor ${at}`, email: `v${at}@example.com` },
    source: "here",
  };
}

/** Half of them upcoming, half of them past. */
function booking(at: number, count: number): Booking {
  const start = new Date(NOW.getTime() + (at - count / 2) * HOUR).toISOString();
  const nothing = { uid: null, start: null, end: null, mark: null };
  const started: Booking = {
    ...newBooking(at),
    ...nothing,
    ...{ state: "started", timeZone: null, paymentRequired: false, joinUrl: null, attempt: null },
    history: [{ at: NOW.toISOString(), what: "started", ...nothing }],
    createdAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
  };
  const told = {
    uid: `uid-${at}`,
    start,
    end: null,
    status: "accepted",
    paymentRequired: false,
    timeZone: null,
  } as const;
  return applyChange(started, { what: "booked", outcome: told }, NOW);
}

// In the real IndexedDB of the browser. What grows with the number of bookings shows as the ratio.
for (const count of [100, 50_000]) {
  describe(`among ${count.toLocaleString("en")} bookings`, () => {
    let filled: Promise<void> | null = null;
    const fill = () => {
      filled ??= (async () => {
        await deleteDB(NAME);
        for (let from = 0; from < count; from += 5_000) {
          const size = Math.min(5_000, count - from);
          await bookings.restore(Array.from({ length: size }, (_, at) => booking(from + at, count)));
        }
      })();
      return filled;
    };
    const setup = { setup: fill, iterations: 20, time: 500, warmupIterations: 1, warmupTime: 0 };
    bench(
      "the first page of upcoming calls",
      async () => void (await bookings.list({ group: "upcoming" }, NOW)),
      setup,
    );
    bench(
      "the first page of past calls",
      async () => void (await bookings.list({ group: "past" }, NOW)),
      setup,
    );
    // The 20th page of 50: by the cursor where the 19th ended, and as it would be with all pages before it.
    const deep: Cursor = [NOW.getTime() + 950 * HOUR, ""];
    bench(
      "fifty more, after 950",
      async () => void (await bookings.list({ group: "upcoming", after: deep }, NOW)),
      setup,
    );
    bench(
      "a thousand anew",
      async () => void (await bookings.list({ group: "upcoming", limit: 1000 }, NOW)),
      setup,
    );
    bench(
      "a ticket",
      async () => void (await bookings.list({ ticket: { portal: "help", id: "77" } }, NOW)),
      setup,
    );
    bench("the counts of all groups", async () => void (await bookings.counts({}, NOW)), setup);
    bench("a rare word", async () => void (await bookings.list({ text: "t77" }, NOW)), setup);
    bench(
      "a word that is in all of them",
      async () => void (await bookings.list({ text: "printer" }, NOW)),
      setup,
    );
    bench(
      "a portal and a technician",
      async () => {
        await bookings.list({ portal: "help", technician: "t1@example.com", group: "past" }, NOW);
      },
      setup,
    );
    let next = 0;
    bench(
      "one more",
      async () => void (await bookings.create(newBooking(1_000_000 + next++), [], NOW)),
      setup,
    );
  });
}
