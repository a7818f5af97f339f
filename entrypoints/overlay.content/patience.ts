/** So often, within so many milliseconds, the card is put back where it was … */
const TIMES = 10;
const WITHIN = 5_000;
/** … then the place is left alone for so long. */
const PAUSE = 60_000;

/**
 * Keeps the card from fighting for a place with a portal, or another extension, that takes it away again and again.
 * @param now milliseconds that only grow
 */
export function createPatience(now: () => number = () => performance.now()) {
  let times: number[] = [];
  let pausedUntil = Number.NEGATIVE_INFINITY;
  return {
    /** Whether the place is left alone now. */
    isOver: (): boolean => now() < pausedUntil,
    /** The card is put there; not to be called while it is over. @returns whether it may be */
    tryOnce(): boolean {
      const time = now();
      times = [...times.filter((earlier) => time - earlier < WITHIN), time];
      if (times.length <= TIMES) return true;
      times = [];
      pausedUntil = time + PAUSE;
      return false;
    },
    /** Another ticket: everything starts anew. */
    reset(): void {
      times = [];
      pausedUntil = Number.NEGATIVE_INFINITY;
    },
  };
}
