import { normaliseIdentity } from "../../offer/identity";
import { openAccount } from "../../scheduler/account/open-account";
import type { ToldBooking } from "../../scheduler/account/told-booking";
import { type Account, accountOf } from "../../settings/accounts";
import { portals } from "../../settings/items";
import { allTechnicians } from "../../settings/technicians";
import { getPosition, setPosition } from "./positions";
import { type Matching, settleBooking } from "./settle-booking";

/** So many portions are asked for in one look; the next one goes on. Nobody's calendar keeps the others waiting. */
const PORTIONS = 3;

/**
 * Asks an account which of its bookings have changed, and takes them over. After each portion its position is kept, the
 * bookings first: whatever is cut short is told once more.
 * @param changed is called for each booking here that is different since
 * @throws AccountError
 */
export async function lookAtAccount(account: Account, now: Date, changed: () => void): Promise<void> {
  const api = await openAccount(account);
  const owner = account.owner.email;
  let position = await getPosition(account.id, owner);
  for (let turn = 0; turn < PORTIONS; turn++) {
    const portion = await api.changes(position, now);
    const told = new Map(portion.bookings.map((booking) => [booking.uid, booking]));
    const find = async (uid: string) => {
      const found = told.get(uid) ?? (await api.booking(uid));
      if (found) told.set(uid, found);
      return found;
    };
    const matching = portion.bookings.length > 0 ? await matchingOf(account, find) : null;
    for (const booking of portion.bookings) {
      if (matching && (await settleBooking(booking, matching, now))) changed();
    }
    position = portion.position;
    await setPosition(account.id, owner, position);
    if (!portion.more) return;
  }
}

async function matchingOf(
  account: Account,
  find: (uid: string) => Promise<ToldBooking | null>,
): Promise<Matching> {
  return { account, find, portals: await portals.read(), technician: await technicianOf(account) };
}

/** Who the owner is in the directory: by the address, or by a link to this account; else as the scheduler says. */
async function technicianOf(account: Account): Promise<Matching["technician"]> {
  const { owner } = account;
  const { technicians } = await allTechnicians();
  const isLinked = (link: string) => URL.canParse(link) && accountOf(new URL(link), [account]) !== null;
  const email = normaliseIdentity(owner.email);
  const found =
    technicians.find((one) => normaliseIdentity(one.email) === email && isLinked(one.link)) ??
    technicians.find((one) => isLinked(one.link)) ??
    technicians.find((one) => normaliseIdentity(one.email) === email);
  if (!found) return { email: owner.email, name: owner.name, link: owner.link };
  return { email: found.email, name: found.name, link: isLinked(found.link) ? found.link : owner.link };
}
