import type { Session } from "../sessions";
import type { Attempt } from "../store/booking";
import { bookings } from "../store/bookings";

/** A link of "try it" is about no ticket; it is listed all the same. */
const NO_TICKET = { portal: "", ticket: { id: "", number: "", subject: null, url: null } };

/**
 * Keeps that a booking was begun by an account, so that it can be gone on with. A link for a customer is a booking of its
 * own: it lives on when the session books something else.
 */
export async function keepAttempt(
  { booking, technician, link, scheduler }: Session,
  attempt: Attempt,
  attendee: { name: string | null; email: string | null },
  now = new Date(),
): Promise<void> {
  const isForCustomer = attempt.link !== null && attempt.start === null;
  if (!booking && !isForCustomer) return;
  const about = booking ?? {
    id: crypto.randomUUID(),
    ...NO_TICKET,
    scheduler,
    link,
    technician,
    attendee,
    source: "here" as const,
  };
  const created = isForCustomer ? { ...about, id: crypto.randomUUID() } : about;
  const { name, email } = attendee;
  // Not worth a word to the person when the disk is full: the link is there, and the call is booked all the same.
  await bookings
    .create(created, [{ what: "begun", attempt, attendee: { name, email } }], now)
    .catch(() => null);
}
