import { normaliseIdentity } from "../../offer/identity";
import type { ToldBooking } from "../../scheduler/account/told-booking";
import { type Account, accountOf } from "../../settings/accounts";
import type { Portal } from "../../settings/portal";
import type { Booking } from "../store/booking";
import { bookings } from "../store/bookings";
import type { SyncedChange } from "../store/synced";
import { begunAs } from "./begun-as";
import { followMoves } from "./chain";
import { findTicket } from "./find-ticket";

/** What is known of an account while its bookings are matched. */
export interface Matching {
  account: Account;
  /** Who the owner is in the directory, and the link under which they are called. */
  technician: { email: string; name: string; link: string };
  portals: readonly Portal[];
  /** Another booking of the same account. */
  find(uid: string): Promise<ToldBooking | null>;
}

/**
 * Takes one booking of an account over into the store, if it is of this browser: by a uid that is known here, or since it
 * names a ticket of a portal that is set up here. All others are not kept.
 * @returns whether anything is different now
 */
export async function settleBooking(told: ToldBooking, matching: Matching, now: Date): Promise<boolean> {
  const { account, technician, portals, find } = matching;
  const { scheduler } = account;
  const isKnown = async (uid: string) => (await bookings.findByUid(scheduler, uid)) !== null;
  const call = await followMoves(told, find, isKnown);
  const named = call.now.ticket ?? told.ticket;
  const about = named && findTicket(named, portals);
  const isTechnician = (booking: Booking) =>
    normaliseIdentity(booking.technician.email) === normaliseIdentity(technician.email) ||
    (URL.canParse(booking.link) && accountOf(new URL(booking.link), [account]) !== null);
  const { email, name, link } = technician;
  const isChanged = await bookings.settle(
    {
      scheduler,
      uids: [call.now.uid, ...call.before],
      change: changeOf(call.now, account),
      created: about && {
        ...about,
        id: crypto.randomUUID(),
        scheduler,
        link,
        technician: { email, name },
        attendee: call.now.attendee,
        source: "sync",
      },
      begunAs: (open) => begunAs(call.now, isTechnician, open),
    },
    now,
  );
  return (await settleFormer(call.before, told, account, now)) || isChanged;
}

/** A booking that was moved, and that another row of the store has become meanwhile, is no call of its own any more. */
async function settleFormer(
  before: readonly string[],
  told: ToldBooking,
  account: Account,
  now: Date,
): Promise<boolean> {
  let isChanged = false;
  for (const uid of before) {
    const change = { ...changeOf(told, account), uid, state: "cancelled" } as const;
    const { scheduler } = account;
    const settled = { scheduler, uids: [uid], change, created: null, begunAs: () => null };
    isChanged = (await bookings.settle(settled, now)) || isChanged;
  }
  return isChanged;
}

function changeOf(told: ToldBooking, { owner }: Account): SyncedChange {
  const { uid, state, start, end, joinUrl, attendee, movedTo } = told;
  return {
    what: "synced",
    uid,
    // Moved, and nobody tells to where: it does not take place as it stood.
    state: movedTo === null ? state : "cancelled",
    start,
    end,
    joinUrl,
    attendee,
    timeZone: told.timeZone ?? owner.timeZone,
  };
}
