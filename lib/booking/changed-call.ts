import type { BookedCall } from "./outcome";

/** A ticket's booked calls before and after a change of the record. */
export interface RecordChange {
  before: readonly BookedCall[];
  after: readonly BookedCall[];
}

/**
 * What a change of the record says about the call of an open dialog; other calls of the ticket may change meanwhile, in
 * another tab or at the scheduler.
 * @param about id of the call that the dialog has booked, moves or cancels; `null`: it has booked none yet
 * @returns the call as it is now; `null`: it was cancelled; `undefined`: nothing of it has changed
 */
export function changedCall(
  { before, after }: RecordChange,
  about: string | null,
): BookedCall | null | undefined {
  if (about === null) return after.find(({ id }) => !before.some((known) => known.id === id));
  const was = before.find(({ id }) => id === about);
  const is = after.find(({ id }) => id === about);
  if (JSON.stringify(was) === JSON.stringify(is)) return undefined;
  return is ?? null;
}
