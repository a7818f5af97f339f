/**
 * Exclusive locks as in the Web Locks API: whoever asks for a name waits until everybody before has finished. As there,
 * they are not reentrant.
 * @see https://w3c.github.io/web-locks/
 */
export function queueingLocks() {
  const last = new Map<string, Promise<unknown>>();
  return {
    request<T>(name: string, work: () => T | Promise<T>): Promise<T> {
      const before = last.get(name) ?? Promise.resolve();
      const turn = before.then(
        () => work(),
        () => work(),
      );
      last.set(name, turn);
      return turn;
    },
  };
}
