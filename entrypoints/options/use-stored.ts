import { useEffect, useMemo, useState } from "preact/hooks";
import type { HostRules } from "../../lib/offer/describe-link";
import type { Technician } from "../../lib/offer/technician";
import { bookingHosts, ownSchedulers } from "../../lib/settings/items";
import { isGranted, watchPermissions } from "../../lib/settings/permissions";
import type { Portal } from "../../lib/settings/portal";
import type { Stored } from "../../lib/settings/stored";
import { allTechnicians, watchTechnicians } from "../../lib/settings/technicians";

/** A stored value, up to date; `null` until it is read. */
export function useStored<T>(item: Stored<T>): T | null {
  return useWatched(item.read, (changed) => item.watch(() => changed()), item.key);
}

/** The allowed booking hosts and whose pages they have, up to date; `null` until they are read. */
export function useHostRules(): HostRules | null {
  const hosts = useStored(bookingHosts);
  const schedulers = useStored(ownSchedulers);
  return useMemo(() => hosts && schedulers && { bookingHosts: hosts, schedulers }, [hosts, schedulers]);
}

/** All technicians by name, up to date; `null` until they are read. */
export function useTechnicians(): Technician[] | null {
  return useWatched(async () => (await allTechnicians()).technicians, watchTechnicians, "");
}

/** The origins of these portals that the browser allows; `null` until it has answered. */
export function useGranted(portals: readonly Portal[] | null): ReadonlySet<string> | null {
  const origins = portals && [...new Set(portals.map(({ origin }) => origin))];
  const read = async () => {
    const granted = await Promise.all((origins ?? []).map(isGranted));
    return new Set(origins?.filter((_, at) => granted[at]));
  };
  const granted = useWatched(read, watchPermissions, origins?.join(" ") ?? "");
  return origins && granted;
}

/** Reads now and after each change; an answer that is out of date is dropped. */
function useWatched<T>(
  read: () => Promise<T>,
  watch: (changed: () => void) => () => void,
  key: string,
): T | null {
  const [value, setValue] = useState<{ key: string; value: T } | null>(null);
  // The key says what is read.
  useEffect(() => {
    let turn = 0;
    const look = async () => {
      const mine = ++turn;
      const now = await read();
      if (mine === turn) setValue({ key, value: now });
    };
    void look();
    const stop = watch(() => void look());
    return () => {
      turn = -1;
      stop();
    };
  }, [key]);
  return value?.value ?? null;
}
