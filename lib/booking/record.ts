import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { BookedCall, type Outcome } from "./outcome";

const Calls = z.array(BookedCall);
const HOUR = 3600_000;
const KEEP_DAYS = 30;
const SHOW_UNKNOWN_DAYS = 7;

/** Calls recorded under a key, the next one first. What cannot be read is left out. */
export function parseBookedCalls(raw: unknown): BookedCall[] {
  const calls = Array.isArray(raw) ? raw.flatMap((call) => BookedCall.safeParse(call).data ?? []) : [];
  const startOf = ({ start }: BookedCall) => (start ? Date.parse(start) : 0);
  return calls.sort((a, b) => startOf(a) - startOf(b));
}

/** The calls recorded under a key, the next one first. */
export async function readBookedCalls(key: string): Promise<BookedCall[]> {
  return parseBookedCalls((await browser.storage.local.get(key))[key]);
}

/** The calls of a ticket that are still to come, for the card; of those whose time is not known, the ones of the last days. */
export function upcoming(calls: readonly BookedCall[], now: Date): BookedCall[] {
  return calls.filter((call) => endOf(call) > now.getTime());
}

/** When a call is over, in milliseconds; without an end, an hour after its start, or some days after it was booked. */
function endOf({ start, end, bookedAt }: BookedCall): number {
  if (end) return Date.parse(end);
  return start ? Date.parse(start) + HOUR : Date.parse(bookedAt) + SHOW_UNKNOWN_DAYS * 24 * HOUR;
}

/** Records the outcome of a session; the same session is recorded once. The uid stays out: pages are near here. */
export async function recordOutcome(
  key: string,
  session: { id: string; technician: { email: string; name: string } },
  { uid: _, ...outcome }: Outcome,
  now: Date,
): Promise<void> {
  await navigator.locks.request(key, async () => {
    const known = await readBookedCalls(key);
    const call: BookedCall = {
      ...outcome,
      session: session.id,
      technician: session.technician,
      bookedAt: now.toISOString(),
    };
    const oldest = now.getTime() - KEEP_DAYS * 24 * HOUR;
    const kept = known.filter((other) => other.session !== session.id && endOf(other) > oldest);
    await browser.storage.local.set({ [key]: Calls.parse([...kept, call]) });
  });
}

/**
 * Completes a call that was recorded without a time.
 * @returns whether there is one
 */
export async function recordCallTime(key: string, session: string, start: string): Promise<boolean> {
  return navigator.locks.request(key, async () => {
    const calls = await readBookedCalls(key);
    const call = calls.find((call) => call.session === session && call.start === null);
    if (!call) return false;
    call.start = start;
    await browser.storage.local.set({ [key]: calls });
    return true;
  });
}

/** Forgets the call of a session that was cancelled right after it was booked. */
export async function removeOutcome(key: string, session: string): Promise<void> {
  await navigator.locks.request(key, async () => {
    const calls = await readBookedCalls(key);
    await browser.storage.local.set({ [key]: calls.filter((call) => call.session !== session) });
  });
}
