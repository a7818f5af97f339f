import { browser } from "wxt/browser";
import { manageLink } from "../scheduler/manage-link";
import { type BookedCall, ticketOfKey } from "./outcome";
import { type Booking, overAt } from "./store/booking";
import { bookings } from "./store/bookings";
import { noteOf, removeNote, unprojected } from "./store/unprojected";

/** So long after its end a call is on its ticket's card, in milliseconds. */
const KEEP = 30 * 24 * 3600_000;
/** So many calls of one ticket are on its card. */
const MOST = 20;

/**
 * Makes the cards of all tickets show what the store has. The store was written first, and notes in the same transaction
 * which tickets have changed: whatever is killed in between is made up for by the next call of this, at the latest when
 * the background starts.
 */
export async function projectChanges(now = new Date()): Promise<void> {
  for (const key of await unprojected()) await project(key, now);
}

async function project(key: string, now: Date): Promise<void> {
  await navigator.locks.request(`callcard:${key}`, async () => {
    const note = await noteOf(key);
    const ticket = ticketOfKey(key);
    if (note === undefined || !ticket) return;
    const { bookings: all } = await bookings.list({ ticket, order: "latest", limit: MOST }, now);
    const calls = all.filter((booking) => overAt(booking) > now.getTime() - KEEP).flatMap(callOf);
    if (calls.length > 0) await browser.storage.local.set({ [key]: calls });
    else await browser.storage.local.remove(key);
    await removeNote(key, note);
  });
}

/** As much of a booking as pages may be near to: neither its uid nor any address. */
function callOf(booking: Booking): BookedCall[] {
  const { id, state, start, end, timeZone, paymentRequired, technician, joinUrl, createdAt, invited } =
    booking;
  if (state !== "booked" && state !== "awaiting") return [];
  return [
    {
      id,
      start,
      end,
      status: state === "booked" ? "accepted" : "pending",
      paymentRequired,
      timeZone,
      technician,
      bookedAt: createdAt,
      canJoin: joinUrl !== null,
      canChange: manageLink(booking, "reschedule") !== null,
      ...(invited ? { invited } : {}),
    },
  ];
}
