import { RETENTION_ALARM } from "./retention/alarm";
import { deleteOld } from "./retention/retention";

/** Work that is due at a time. Alarms outlive the background, and come late when the device has slept. */
type Work = (now: Date) => Promise<void>;

/** What to do when an alarm rings, by its name. */
const works: Record<string, Work> = {
  [RETENTION_ALARM]: deleteOld,
};

/** Does what an alarm is for; one of an older version, whose work is gone, does nothing. */
export async function ring(name: string, now: Date): Promise<void> {
  await works[name]?.(now);
}
