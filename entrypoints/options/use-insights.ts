import { useEffect, useRef, useState } from "preact/hooks";
import type { SelectOption } from "../../components/options/Select";
import { factOf } from "../../lib/booking/insights/call-fact";
import { counters } from "../../lib/booking/insights/counters";
import type { Known } from "../../lib/booking/insights/insights";
import { lastRefused } from "../../lib/booking/insights/refused";
import { bookings } from "../../lib/booking/store/bookings";
import { portals } from "../../lib/settings/items";
import { allTechnicians } from "../../lib/settings/technicians";
import { clockOf } from "../../lib/zoned-time";

export interface LoadedInsights {
  known: Known;
  portals: SelectOption[];
  technicians: SelectOption[];
  refused: Date | null;
  broken: number;
}

/** What the figures are made of, up to date; `null` until it is read for the first time. */
export function useInsights(timeZone: string) {
  const [loaded, setLoaded] = useState<LoadedInsights | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const turn = useRef(0);

  async function look(): Promise<void> {
    const mine = ++turn.current;
    try {
      const now = await load(timeZone);
      if (mine !== turn.current) return;
      setLoaded(now);
      setFailure(null);
    } catch (error) {
      if (mine === turn.current) setFailure(error);
    }
  }

  useEffect(() => {
    void look();
    const stop = [bookings, counters].map((store) => store.watch(() => void look()));
    return () => {
      for (const end of stop) end();
    };
  }, [timeZone]);
  return { loaded, failure, look: () => void look() };
}

async function load(timeZone: string): Promise<LoadedInsights> {
  const [booked, counted, refused, broken, ours, { technicians }] = await Promise.all([
    bookings.all({ order: "soonest" }),
    counters.all(),
    lastRefused(),
    counters.broken(),
    portals.read(),
    allTechnicians(),
  ]);
  const clock = clockOf(timeZone);
  const calls = booked.flatMap((booking) => factOf(booking, clock) ?? []);
  const both = [...calls, ...counted];
  return {
    known: { calls, counters: counted },
    portals: optionsOf(
      both.map(({ portal }) => portal),
      new Map(ours.map(({ id, name }) => [id, name])),
    ),
    technicians: optionsOf(
      both.map(({ technician }) => technician),
      new Map(technicians.map(({ email, name }) => [email.toLowerCase(), name || email])),
    ),
    refused,
    broken,
  };
}

/** Each once, by name. */
function optionsOf(ids: readonly string[], names: ReadonlyMap<string, string>): SelectOption[] {
  const { compare } = new Intl.Collator();
  return [...new Set(ids)]
    .filter((id) => id !== "")
    .map((value) => ({ value, name: names.get(value) ?? value }))
    .sort((one, other) => compare(one.name, other.name));
}
