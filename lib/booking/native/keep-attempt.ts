import { type Session, setSessionBooking } from "../sessions";
import type { Attempt, NewBooking } from "../store/booking";
import { bookings } from "../store/bookings";
import type { Change } from "../store/change";

/** A link of "try it" is about no ticket; it is listed all the same. */
const NO_TICKET = { portal: "", ticket: { id: "", number: "", subject: null, url: null } };

/**
 * Keeps that a booking was begun by an account, so that it can be gone on with. A link for a customer takes the booking that
 * the open calendar began, and lives on when the calendar books something else: that is another booking then.
 */
export async function keepAttempt(
  session: Session,
  attempt: Attempt,
  { name, email }: { name: string | null; email: string | null },
  now = new Date(),
): Promise<void> {
  const isForCustomer = attempt.link !== null && attempt.start === null;
  if (!session.booking && !isForCustomer) return;
  const attendee = { name, email };
  // Not worth a word to the person when the disk is full: the link is there, and the call is booked all the same.
  await keep(session, isForCustomer, { what: "begun", attempt, attendee }, now).catch(() => null);
}

async function keep(
  { id, booking, technician, link, scheduler }: Session,
  isForCustomer: boolean,
  change: Extract<Change, { what: "begun" }>,
  now: Date,
): Promise<void> {
  const about: NewBooking = booking ?? {
    id: crypto.randomUUID(),
    ...NO_TICKET,
    scheduler,
    link,
    technician,
    attendee: change.attendee,
    source: "here",
  };
  const there = isForCustomer ? await bookings.get(about.id) : null;
  const isOwn = there !== null && (there.state !== "started" || there.attempt !== null);
  await bookings.create(isOwn ? { ...about, id: crypto.randomUUID() } : about, [change], now);
  if (isForCustomer && booking && !isOwn) await setSessionBooking(id, crypto.randomUUID());
}
