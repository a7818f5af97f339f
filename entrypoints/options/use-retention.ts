import { useEffect, useState } from "preact/hooks";
import type { RetentionProps } from "../../components/options/Retention";
import { dueTonight } from "../../lib/booking/retention/retention";
import { bookings } from "../../lib/booking/store/bookings";
import { ledger } from "../../lib/ledger/ledger";
import type { Privacy } from "../../lib/settings/privacy";

/** What the coming night will delete by these settings, up to date. */
export function useDue(settings: Privacy | null): RetentionProps["due"] {
  const [due, setDue] = useState<RetentionProps["due"]>({ bookings: 0, started: 0, entries: 0 });
  useEffect(() => {
    if (!settings) return;
    let current = true;
    const look = () =>
      dueTonight(settings, new Date()).then(
        (now) => current && setDue(now),
        () => undefined, // what cannot be counted is said by the list itself
      );
    void look();
    const stops = [bookings.watch(() => void look()), ledger.watch(() => void look())];
    return () => {
      current = false;
      for (const stop of stops) stop();
    };
  }, [settings]);
  return due;
}
