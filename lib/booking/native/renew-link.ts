import { openAccount } from "../../scheduler/account/open-account";
import { AccountError } from "../../scheduler/account/problem";
import type { Account } from "../../settings/accounts";
import { share } from "../../settings/items";
import type { Booking } from "../store/booking";
import { bookings } from "../store/bookings";
import { prefilledLink } from "./prefilled-link";

/**
 * Makes another link for a booking that was started by an account, filled in alike, and keeps it in the old one's place.
 * @throws AccountError when its kind of call is no longer offered, or for whatever the scheduler says
 */
export async function renewLink(booking: Booking, account: Account, now: Date): Promise<string> {
  const { attempt, attendee, portal, ticket } = booking;
  const api = await openAccount(account);
  const offered = await api.meetingTypes(new URL(account.owner.link));
  const same = offered.find(({ id }) => id === attempt?.type.id);
  if (!attempt || !same) throw new AccountError({ cause: "not-found", detail: "" });
  const shared = await share.read();
  const metadata = {
    ticketId: shared.number ? ticket.id : null,
    ticketNumber: shared.number ? ticket.number : null,
    ticketUrl: shared.ticketLink ? ticket.url : null,
    portal,
  };
  const prefill = {
    ...attendee,
    phone: null,
    guests: [],
    notes: attempt.notes || null,
    metadata: Object.fromEntries(
      Object.entries(metadata).flatMap(([key, value]) => (value ? [[key, value]] : [])),
    ),
    questions: {},
  };
  const link = prefilledLink(await api.singleUseLink(same), account, prefill, null);
  await bookings.update(booking.id, { what: "begun", attempt: { ...attempt, link }, attendee }, now);
  return link;
}
