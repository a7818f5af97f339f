import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { followMoves } from "../../../../lib/booking/sync/chain";
import type { ToldBooking } from "../../../../lib/scheduler/account/told-booking";

const booking = (uid: string, movedFrom: string | null, movedTo: string | null): ToldBooking => ({
  uid,
  movedFrom,
  movedTo,
  state: movedTo ? "cancelled" : "booked",
  start: "2026-11-23T09:00:00.000Z",
  end: "2026-11-23T09:30:00.000Z",
  joinUrl: null,
  timeZone: null,
  attendee: { name: null, email: null },
  ticket: null,
  createdAt: null,
});
/** a → b → c → … */
const moves = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    booking(`${at}`, at > 0 ? `${at - 1}` : null, at < count - 1 ? `${at + 1}` : null),
  );

test("whichever of a call's bookings is told: the last one is how it is, all others it was before", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.nat(8), fc.nat(9), async (count, from, known) => {
      const all = moves(count);
      const told = all[from % count];
      if (!told) return;
      const find = async (uid: string) => all.find((one) => one.uid === uid) ?? null;
      const { now, before } = await followMoves(told, find, async (uid) => Number(uid) === known);
      expect(now.uid).toBe(String(count - 1));
      // Back to what is known, and no further; where the present one is, nobody looks back.
      const at = Number(told.uid);
      const oldest = known === at || known === count - 1 ? at : known < at ? known : 0;
      expect(before).toEqual(
        all
          .slice(oldest, -1)
          .map(({ uid }) => uid)
          .reverse(),
      );
    }),
  );
});

test("a booking that is known is not followed back; nobody is asked for one that never moved", async () => {
  const [first, second] = moves(2);
  const find = vi.fn(async () => null);
  if (!first || !second) throw new Error("two bookings");
  await followMoves(booking("x", null, null), find, async () => false);
  await followMoves(second, find, async (uid) => uid === second.uid);
  expect(find).not.toHaveBeenCalled();
  expect(await followMoves(first, find, async () => false)).toEqual({ now: first, before: [] });
});

test("a circle ends", async () => {
  const circle = [booking("a", "b", "b"), booking("b", "a", "a")];
  const find = async (uid: string) => circle.find((one) => one.uid === uid) ?? null;
  const { before } = await followMoves(circle[0] as ToldBooking, find, async () => false);
  expect(before.length).toBeLessThan(30);
});
