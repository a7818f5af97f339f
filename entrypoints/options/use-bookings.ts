import { useEffect, useRef, useState } from "preact/hooks";
import type { BookingSearch, BookingsProps } from "../../components/options/Bookings";
import { bookings, type Page } from "../../lib/booking/store/bookings";
import type { BookingFilter } from "../../lib/booking/store/query";
import { PAGE, readAgain, readOn } from "../../lib/booking/store/shown-list";
import { portals } from "../../lib/settings/items";

export type LoadedBookings = Pick<
  BookingsProps,
  "bookings" | "counts" | "total" | "portals" | "technicians" | "broken"
>;

/** As much of what is searched for as the store filters by. */
export function filterOf({ group, text, portal, technician, ticket }: BookingSearch): BookingFilter {
  return {
    group,
    text,
    portal: portal || undefined,
    technician: technician || undefined,
    ticket: ticket ?? undefined,
  };
}

/** The bookings that are searched for, a page and then more, up to date; `null` until they are read for the first time. */
export function useBookings(search: BookingSearch) {
  const [loaded, setLoaded] = useState<LoadedBookings | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const list = useRef<{ shown: Page | null; wanted: number; turn: number }>({
    shown: null,
    wanted: PAGE,
    turn: 0,
  });

  /** A newer reading that is on its way makes an older one worth nothing. */
  async function read(page: () => Promise<Page>): Promise<void> {
    const mine = ++list.current.turn;
    try {
      const [shown, around] = await Promise.all([page(), loadAround(search)]);
      if (mine !== list.current.turn) return;
      list.current.shown = shown;
      setLoaded({ ...around, bookings: shown.bookings });
      setFailure(null);
    } catch (error) {
      if (mine === list.current.turn) setFailure(error);
    }
  }

  function look(): void {
    list.current.shown = null; // until it is read again, nobody goes on from it
    void read(() => readAgain(list.current.wanted, filterOf(search), new Date()));
  }

  function more(): void {
    const { shown } = list.current;
    list.current.wanted += PAGE;
    if (shown) void read(() => readOn(shown, filterOf(search), new Date()));
    else look();
  }

  useEffect(() => {
    list.current.wanted = PAGE;
    look();
    return bookings.watch(look);
  }, [JSON.stringify(search)]);
  return { loaded, failure, look, more };
}

/** What stands around the list. */
async function loadAround(search: BookingSearch): Promise<Omit<LoadedBookings, "bookings">> {
  const now = new Date();
  const [counts, total, choices, broken, known] = await Promise.all([
    bookings.counts(filterOf(search), now),
    bookings.count(),
    bookings.choices(),
    bookings.broken(),
    portals.read(),
  ]);
  return {
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
