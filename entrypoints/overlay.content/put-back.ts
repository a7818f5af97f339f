/** Times that a button is put back within a second before we leave the row alone for a while. */
const TIMES = 5;
/** As long, in milliseconds. */
const WHILE = 10_000;

/**
 * Whether a button that is gone from its row may be put there (again). A page that renders its rows anew gets it back
 * each time; one that removes what it does not know, as fast as we add it, does not drive us round in circles.
 */
export function createPutBack(now: () => number = () => performance.now()): () => boolean {
  let times = 0;
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const since = now() - last;
    if (times >= TIMES && since < WHILE) return false;
    times = since < 1000 ? times + 1 : 1;
    last = now();
    return true;
  };
}
