import { bookingHosts } from "../../lib/settings/items";

/** Puts a host on the list of allowed booking hosts. */
export function useAllowHost(onRefused: (error: unknown) => void): (host: string) => void {
  return (host) => {
    bookingHosts.update((hosts) => [...new Set([...hosts, host])]).catch(onRefused);
  };
}
