import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { BookedCall, type Outcome } from "./outcome";

const Calls = z.array(BookedCall);
const KEEP_DAYS = 30;

/** Calls recorded under a key, the next one first. What cannot be read is left out. */
export function parseBookedCalls(raw: unknown): BookedCall[] {
  const calls = Array.isArray(raw) ? raw.flatMap((call) => BookedCall.safeParse(call).data ?? []) : [];
  const startOf = ({ start }: BookedCall) => (start ? Date.parse(start) : 0);
  return calls.sort((a, b) => startOf(a) - startOf(b));
}

/** The calls of a ticket that are still to come (or whose time is not known), for the card. */
export function upcoming(calls: readonly BookedCall[], now: Date): BookedCall[] {
  return calls.filter(({ end, bookedAt }) =>
    end ? new Date(end) > now : new Date(bookedAt).getTime() > now.getTime() - 24 * 3600_000,
  );
}

/** Records the outcome of a session; the same session is recorded once. The uid stays out: pages are near here. */
export async function recordOutcome(
  key: string,
  session: { id: string; technician: { email: string; name: string } },
  { uid: _, ...outcome }: Outcome,
  now: Date,
): Promise<void> {
  await navigator.locks.request(key, async () => {
    const known = parseBookedCalls((await browser.storage.local.get(key))[key]);
    const call: BookedCall = {
      ...outcome,
      session: session.id,
      technician: session.technician,
      bookedAt: now.toISOString(),
    };
    const oldest = now.getTime() - KEEP_DAYS * 24 * 3600_000;
    const kept = known.filter(
      (other) => other.session !== session.id && new Date(other.end ?? other.bookedAt).getTime() > oldest,
    );
    await browser.storage.local.set({ [key]: Calls.parse([...kept, call]) });
  });
}

/** Forgets the call of a session that was cancelled right after it was booked. */
export async function removeOutcome(key: string, session: string): Promise<void> {
  await navigator.locks.request(key, async () => {
    const calls = parseBookedCalls((await browser.storage.local.get(key))[key]);
    await browser.storage.local.set({ [key]: calls.filter((call) => call.session !== session) });
  });
}
