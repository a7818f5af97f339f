import { useEffect, useRef, useState } from "preact/hooks";
import type { LedgerProps } from "../../components/options/Ledger";
import { entryNotKept, type LedgerFilter, ledger } from "../../lib/ledger/ledger";
import { portals } from "../../lib/settings/items";

export type LoadedLedger = Pick<LedgerProps, "entries" | "found" | "total" | "hosts" | "portals" | "notKept">;

/** The entries that are looked for, up to date; `null` until they are read for the first time. */
export function useLedger(filter: LedgerFilter, limit: number) {
  const [loaded, setLoaded] = useState<LoadedLedger | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const turn = useRef(0);

  async function look(): Promise<void> {
    const mine = ++turn.current;
    try {
      const now = await load(filter, limit);
      if (mine !== turn.current) return;
      setLoaded(now);
      setFailure(null);
    } catch (error) {
      if (mine === turn.current) setFailure(error);
    }
  }

  useEffect(() => {
    void look();
    return ledger.watch(() => void look());
  }, [JSON.stringify(filter), limit]);
  return { loaded, failure, look: () => void look() };
}

async function load(filter: LedgerFilter, limit: number): Promise<LoadedLedger> {
  const [all, found, known, notKept] = await Promise.all([
    ledger.list(),
    ledger.list(filter),
    portals.read(),
    entryNotKept(),
  ]);
  return {
    entries: found.slice(0, limit),
    found: found.length,
    total: all.length,
    hosts: [...new Set(all.map(({ host }) => host))].sort(),
    portals: Object.fromEntries(known.map(({ id, name }) => [id, name])),
    notKept,
  };
}
