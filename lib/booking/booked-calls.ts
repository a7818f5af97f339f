import { browser } from "wxt/browser";
import { BookedCall } from "./outcome";
import { overAt } from "./store/booking";

/** Calls under a ticket's key, the next one first. What cannot be read is left out. */
export function parseBookedCalls(raw: unknown): BookedCall[] {
  const calls = Array.isArray(raw) ? raw.flatMap((call) => BookedCall.safeParse(call).data ?? []) : [];
  const startOf = ({ start }: BookedCall) => (start ? Date.parse(start) : 0);
  return calls.sort((a, b) => startOf(a) - startOf(b));
}

/** The calls under a ticket's key, the next one first. */
export async function readBookedCalls(key: string): Promise<BookedCall[]> {
  return parseBookedCalls((await browser.storage.local.get(key))[key]);
}

/** The calls of a ticket that are still to come (or whose time is not known), for the card. */
export function upcoming(calls: readonly BookedCall[], now: Date): BookedCall[] {
  return calls.filter((call) => !isOver(call, now));
}

/** The calls of a ticket that are over, the last one first. */
export function earlier(calls: readonly BookedCall[], now: Date): BookedCall[] {
  return calls.filter((call) => isOver(call, now)).reverse();
}

function isOver(call: BookedCall, now: Date): boolean {
  return overAt({ ...call, createdAt: call.bookedAt }) <= now.getTime();
}
