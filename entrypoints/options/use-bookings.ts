import { useEffect, useRef, useState } from "preact/hooks";
import type { BookingSearch, BookingsProps } from "../../components/options/Bookings";
import { bookings } from "../../lib/booking/store/bookings";
import type { BookingFilter } from "../../lib/booking/store/query";
import { portals } from "../../lib/settings/items";

export type LoadedBookings = Pick<
  BookingsProps,
  "bookings" | "counts" | "total" | "portals" | "technicians" | "broken"
>;

/** As much of what is searched for as the store filters by. */
export function filterOf({ group, text, portal, technician }: BookingSearch): BookingFilter {
  return { group, text, portal: portal || undefined, technician: technician || undefined };
}

/** The bookings that are searched for, up to date; `null` until they are read for the first time. */
export function useBookings(search: BookingSearch, limit: number) {
  const [loaded, setLoaded] = useState<LoadedBookings | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const turn = useRef(0);

  async function look(): Promise<void> {
    const mine = ++turn.current;
    try {
      const now = await load(search, limit);
      if (mine !== turn.current) return;
      setLoaded(now);
      setFailure(null);
    } catch (error) {
      if (mine === turn.current) setFailure(error);
    }
  }

  useEffect(() => {
    void look();
    return bookings.watch(() => void look());
  }, [JSON.stringify(search), limit]);
  return { loaded, failure, look: () => void look() };
}

async function load(search: BookingSearch, limit: number): Promise<LoadedBookings> {
  const now = new Date();
  const filter = filterOf(search);
  const [page, counts, total, choices, broken, known] = await Promise.all([
    bookings.list({ ...filter, limit }, now),
    bookings.counts(filter, now),
    bookings.count(),
    bookings.choices(),
    bookings.broken(),
    portals.read(),
  ]);
  return {
    bookings: page.bookings,
    counts,
    total,
    portals: choices.portals.map((value) => ({
      value,
      name: known.find(({ id }) => id === value)?.name ?? value,
    })),
    technicians: choices.technicians.map((value) => ({ value, name: value })),
    broken: broken.length,
  };
}
