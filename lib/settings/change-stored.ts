import type { Stored } from "./stored";

/**
 * Changes a stored value. Changes of the same value, from whichever page, are made one after the other.
 * @throws when the browser refuses (disk full)
 */
export function changeStored<T>(item: Stored<T>, change: (value: T) => T): Promise<void> {
  return navigator.locks.request(`callcard:${item.key}`, async () => item.write(change(await item.read())));
}
