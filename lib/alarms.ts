import { REMINDERS, remind } from "./booking/reminders/remind";

/** Work that is due at a time. Alarms outlive the background, and come late when the device has slept. */
type Work = (now: Date) => Promise<void>;

/** What to do when an alarm rings, by its name. */
const works: Record<string, Work> = {
  [REMINDERS]: () => remind(),
};

/** Does what an alarm is for; one of an older version, whose work is gone, does nothing. */
export async function ring(name: string, now: Date): Promise<void> {
  await works[name]?.(now);
}
