import type { Outcome } from "./outcome";
import { projectChanges } from "./projection";
import { findSession, type Session, setSessionBooking } from "./sessions";
import { bookings } from "./store/bookings";
import type { ToldChange } from "./store/change";
import { keepUnsaved, saveUnsaved } from "./unsaved";

/** Keeps that a calendar was open, so that a booking which comes to nothing can be found again. */
export async function recordStart({ booking }: Session, now: Date): Promise<void> {
  // Not worth a word to the person when the disk is full.
  if (booking) await bookings.create(booking, [], now).catch(() => null);
}

/**
 * Records what the scheduler told in a session: the store first, then the ticket's card. The same outcome may be told as
 * often as one likes.
 * @returns `false` when the browser refuses to store it: then it is kept until the browser closes, and tried again
 */
export async function recordChange(session: Session, change: ToldChange, now: Date): Promise<boolean> {
  const { booking } = session;
  if (!booking) return true;
  try {
    await saveUnsaved();
    const { id } = await bookings.create(booking, [change], now);
    if (id !== booking.id) await setSessionBooking(session.id, id);
  } catch {
    await keepUnsaved(booking, change, now);
    return false;
  }
  await projectChanges(now).catch(() => undefined); // the store has it; the next start makes up for it
  return true;
}

/** Completes the call that a session has booked by the time that its scheduler told later. */
export async function recordTime(
  sessionId: string,
  { start, end, timeZone }: Outcome,
  now: Date,
): Promise<void> {
  const id = (await findSession(sessionId))?.booking?.id;
  if (!id || start === null) return;
  await bookings.update(id, { what: "time-set", start, end, timeZone }, now);
  await projectChanges(now);
}

/** Makes up for whatever was cut short. Runs when the background starts. */
export async function repairRecord(now: Date): Promise<void> {
  await saveUnsaved().catch(() => undefined); // still no room
  await projectChanges(now);
}

/**
 * Completes a call of a ticket that was booked for a time unknown.
 * @returns whether there is one
 */
export async function recordCallTime(
  { portal, ticket, booking }: { portal: string; ticket: string; booking: string },
  start: string,
  now: Date,
): Promise<boolean> {
  const call = await bookings.get(booking);
  if (call?.portal !== portal || call.ticket.id !== ticket || call.start !== null) return false;
  await bookings.update(booking, { what: "time-set", start, end: null, timeZone: null }, now);
  await projectChanges(now);
  return true;
}
