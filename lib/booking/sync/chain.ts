import type { ToldBooking } from "../../scheduler/account/told-booking";

/** So often a call is followed through moves; more would be a circle. */
const MOST = 10;

/** A call through all of its moves: how it is now, and the uids that it had before, the latest first. */
export interface Chain {
  now: ToldBooking;
  before: string[];
}

/**
 * Follows a booking to what it was moved to, and back to what it was moved from, so that it does not matter in which order
 * a scheduler tells of them, and how many moves there were since somebody looked.
 * @param find another booking by its uid; `null` when the scheduler has none
 * @param isKnown whether the store has the uid: nothing before that needs to be asked for
 */
export async function followMoves(
  told: ToldBooking,
  find: (uid: string) => Promise<ToldBooking | null>,
  isKnown: (uid: string) => Promise<boolean>,
): Promise<Chain> {
  const before: string[] = [];
  let now = told;
  for (let step = 0; now.movedTo !== null && step < MOST; step++) {
    const next = await find(now.movedTo);
    if (!next) break;
    before.unshift(now.uid);
    now = next;
  }
  let from = (await isKnown(now.uid)) || (await isKnown(told.uid)) ? null : told.movedFrom;
  for (let step = 0; from !== null && step < MOST; step++) {
    before.push(from);
    if (await isKnown(from)) break;
    from = (await find(from))?.movedFrom ?? null;
  }
  return { now, before };
}
