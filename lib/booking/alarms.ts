import { deliver } from "./automation/deliver";
import { WEBHOOK_ALARM } from "./automation/queueing";
import { REMINDERS, remind } from "./reminders/remind";
import { RETENTION_ALARM } from "./retention/alarm";
import { deleteOld } from "./retention/retention";
import { SYNC_ALARM } from "./sync/keep-alarm";
import { syncBookings } from "./sync/sync-bookings";

/** Work that is due at a time. Alarms outlive the background, and come late when the device has slept. */
type Work = (now: Date) => Promise<unknown>;

/** What to do when an alarm rings, by its name. */
const works: Record<string, Work> = {
  [SYNC_ALARM]: (now) => syncBookings(now),
  [WEBHOOK_ALARM]: () => deliver(),
  [REMINDERS]: () => remind(),
  [RETENTION_ALARM]: deleteOld,
};

/** Does what an alarm is for; one of an older version, whose work is gone, does nothing. */
export async function ring(name: string, now: Date): Promise<void> {
  await works[name]?.(now);
}
