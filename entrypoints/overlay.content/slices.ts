/** Items of one task at most. */
const AT_ONCE = 20;

/** Work on many items, a few a task, so that the page stays smooth. */
export interface Slices<T> {
  /** These are to be worked on; an item that is waiting already waits once. */
  add(items: Iterable<T>): void;
  /** Settles when nothing is left to do. */
  done(): Promise<void>;
  stop(): void;
}

/** What is to be done about one item. */
export interface Work<W> {
  /** Changes the page. */
  write(): void;
  /** What has to be fetched before the item is done; it then comes again. */
  wanted: W | null;
}

/**
 * Does work in slices. A slice reads all of its items before it writes any: each change between two reads would make
 * the browser lay out the page once more.
 * @param read reads one item
 * @param fetch fetches for a whole slice
 */
export function createSlices<T, W>(
  read: (item: T) => Work<W> | null,
  fetch: (wanted: readonly W[]) => Promise<void>,
): Slices<T> {
  let waiting = new Set<T>();
  let running = false;
  let run = Promise.resolve();

  async function workOff(): Promise<void> {
    while (waiting.size > 0) {
      const wanted = new Map<T, W>();
      const writes: (() => void)[] = [];
      let count = 0;
      for (const item of waiting) {
        if (count++ === AT_ONCE) break;
        waiting.delete(item);
        const work = read(item);
        if (!work) continue;
        writes.push(work.write);
        if (work.wanted !== null) wanted.set(item, work.wanted);
      }
      for (const write of writes) write();
      if (wanted.size > 0) {
        const queue = waiting;
        await fetch([...wanted.values()]);
        if (queue === waiting) for (const item of wanted.keys()) waiting.add(item);
      }
      await nextTask();
    }
    running = false;
  }

  return {
    add(items) {
      for (const item of items) waiting.add(item);
      if (waiting.size === 0 || running) return;
      running = true;
      run = workOff().catch((error: unknown) => {
        running = false;
        throw error;
      });
    },
    done: () => run,
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
