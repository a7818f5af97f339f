import { normaliseIdentity } from "../offer/identity";
import type { CopiedLink } from "./copied-links";
import type { BookedCall } from "./outcome";

/** What the person should know before a call is booked about a ticket. `former` is who was in charge then, `at` when. */
export type GuardNote =
  | { reason: "closed" }
  | { reason: "link"; former: string; at: string }
  | { reason: "booked"; former: string };

/** What is known about a ticket at the click. */
export interface Guarded {
  isClosed: boolean;
  /** Whose calendar is about to be opened. */
  technician: { email: string };
  /** The link that was copied last. */
  copied: CopiedLink | null;
  /** Calls to come. */
  calls: readonly BookedCall[];
}

/**
 * Guards against calls that nobody comes to: about a ticket that is closed, or with somebody who is no longer in charge of
 * it. A call that was booked with the present person settles what was copied before.
 */
export function guardNotes({ isClosed, technician, copied, calls }: Guarded): GuardNote[] {
  const isPresent = (other: { email: string }) =>
    normaliseIdentity(other.email) === normaliseIdentity(technician.email);
  const notes: GuardNote[] = isClosed ? [{ reason: "closed" }] : [];
  const former = calls.findLast((call) => !isPresent(call.technician));
  if (former) notes.push({ reason: "booked", former: nameOf(former.technician) });
  const isSettled = (at: string) =>
    calls.some((call) => isPresent(call.technician) && Date.parse(call.bookedAt) > Date.parse(at));
  if (copied && !isPresent(copied.technician) && !isSettled(copied.at))
    notes.push({ reason: "link", former: nameOf(copied.technician), at: copied.at });
  return notes;
}

function nameOf({ email, name }: { email: string; name: string }): string {
  return name || email;
}
