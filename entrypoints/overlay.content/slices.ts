/** Items of one task at most. */
export const AT_ONCE = 20;
/** A task ends sooner than that after so many milliseconds. */
const BUDGET = 8;

/** Work on many items, a few a task, so that the page stays smooth. */
export interface Slices<T> {
  /** These are to be worked on; an item that is waiting already waits once. */
  add(items: Iterable<T>): void;
  /** Settles when nothing is left to do. */
  done(): Promise<void>;
  stop(): void;
}

/**
 * Does work in slices.
 * @param work does one item, and adds to `wanted` what has to be fetched before it can be done
 * @param fetch fetches for a whole slice; the items that wanted it come again
 */
export function createSlices<T, W>(
  work: (item: T) => W | null,
  fetch: (wanted: readonly W[]) => Promise<void>,
): Slices<T> {
  let waiting = new Set<T>();
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting.size > 0) {
      const started = performance.now();
      const wanted = new Map<T, W>();
      let count = 0;
      for (const item of waiting) {
        if (count++ === AT_ONCE || performance.now() - started > BUDGET) break;
        waiting.delete(item);
        const missing = work(item);
        if (missing !== null) wanted.set(item, missing);
      }
      if (wanted.size > 0) {
        const queue = waiting;
        await fetch([...wanted.values()]);
        if (queue === waiting) for (const item of wanted.keys()) waiting.add(item);
      }
      await nextTask();
    }
  }

  return {
    add(items) {
      for (const item of items) waiting.add(item);
      if (waiting.size === 0) return;
      running ??= run().finally(() => {
        running = null;
      });
    },
    async done() {
      await running;
    },
    stop() {
      waiting = new Set();
    },
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
