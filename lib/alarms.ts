import { deliver } from "./booking/automation/deliver";
import { WEBHOOK_ALARM } from "./booking/automation/queueing";
import { REMINDERS, remind } from "./booking/reminders/remind";
import { RETENTION_ALARM } from "./booking/retention/alarm";
import { deleteOld } from "./booking/retention/retention";
import { SYNC_ALARM } from "./booking/sync/keep-alarm";
import { syncBookings } from "./booking/sync/sync-bookings";

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
