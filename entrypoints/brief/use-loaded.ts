import { useEffect, useState } from "preact/hooks";

/** What is loaded now and after each change; `null` until it is there. */
export function useLoaded<T>(load: () => Promise<T>, watch: (changed: () => void) => () => void): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    let turn = 0;
    const look = async () => {
      const mine = ++turn;
      const now = await load();
      if (mine === turn) setLoaded(now);
    };
    void look();
    const stop = watch(() => void look());
    return () => {
      turn = -1;
      stop();
    };
  }, []);
  return loaded;
}
