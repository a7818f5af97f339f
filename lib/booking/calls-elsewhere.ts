import { normaliseIdentity } from "../offer/identity";
import type { LookedUpCall } from "../ticket/lookup/generic-answer";
import type { BookedCall, ToldCall } from "./outcome";
import { overAt } from "./store/booking";

/** A call that only the portal's lookup knows of: to be shown, nothing else. */
export interface ElsewhereCall extends ToldCall {
  id: string;
}

/**
 * The calls to come of a lookup's answer that this browser has not recorded itself.
 * @param own every call of the ticket that was recorded, also those that are over
 */
export function callsElsewhere(
  told: readonly LookedUpCall[],
  own: readonly BookedCall[],
  now: Date,
): ElsewhereCall[] {
  const seen = new Set<string>();
  return told
    .filter(({ status, id }) => status !== "cancelled" && !seen.has(id) && seen.add(id))
    .filter((call) => !own.some((recorded) => isSame(call, recorded)))
    .map(callOf)
    .filter((call) => overAt({ ...call, createdAt: "" }) > now.getTime())
    .sort((one, other) => Date.parse(one.start ?? "") - Date.parse(other.start ?? ""));
}

/** Calls recorded here that the portal says were cancelled: by id. */
export function cancelledElsewhere(told: readonly LookedUpCall[], own: readonly BookedCall[]): Set<string> {
  const cancelled = told.filter(({ status }) => status === "cancelled");
  const isOn = (recorded: BookedCall) =>
    told.some((call) => call.status !== "cancelled" && isSame(call, recorded));
  return new Set(
    own
      .filter((recorded) => cancelled.some((call) => isSame(call, recorded)) && !isOn(recorded))
      .map(({ id }) => id),
  );
}

/** The same call has the same id, or the same start and technician. */
function isSame({ id, start, technician }: LookedUpCall, recorded: BookedCall): boolean {
  if (id === recorded.id) return true;
  if (recorded.start === null || Date.parse(start) !== Date.parse(recorded.start)) return false;
  const email = technician?.email;
  if (!email || !recorded.technician.email) return true;
  return normaliseIdentity(email) === normaliseIdentity(recorded.technician.email);
}

function callOf({ id, start, end, status, timeZone, technician }: LookedUpCall): ElsewhereCall {
  return {
    id,
    start,
    end: end ?? null,
    status: status === "pending" ? "pending" : "accepted",
    paymentRequired: false,
    timeZone: timeZone ?? null,
    technician: { email: technician?.email ?? "", name: technician?.name ?? "" },
  };
}
