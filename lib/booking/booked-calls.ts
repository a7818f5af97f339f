import { BookedCall } from "./outcome";

/** Calls under a ticket's key, the next one first. What cannot be read is left out. */
export function parseBookedCalls(raw: unknown): BookedCall[] {
  const calls = Array.isArray(raw) ? raw.flatMap((call) => BookedCall.safeParse(call).data ?? []) : [];
  const startOf = ({ start }: BookedCall) => (start ? Date.parse(start) : 0);
  return calls.sort((a, b) => startOf(a) - startOf(b));
}

/** The calls of a ticket that are still to come (or whose time is not known), for the card. */
export function upcoming(calls: readonly BookedCall[], now: Date): BookedCall[] {
  return calls.filter((call) => !isOver(call, now));
}

/** The calls of a ticket that are over, the last one first. */
export function earlier(calls: readonly BookedCall[], now: Date): BookedCall[] {
  return calls.filter((call) => isOver(call, now)).reverse();
}

function isOver({ start, end, bookedAt }: BookedCall, now: Date): boolean {
  const known = end ?? start;
  return known ? new Date(known) <= now : new Date(bookedAt).getTime() <= now.getTime() - 24 * 3600_000;
}
