import { browser } from "wxt/browser";
import { nightAfter } from "./clock";

export const RETENTION_ALARM = "retention";

/** Sets the alarm of each night, unless it is there. */
export async function setRetentionAlarm(now: Date): Promise<void> {
  if (await browser.alarms.get(RETENTION_ALARM)) return;
  await browser.alarms.create(RETENTION_ALARM, { when: nightAfter(now).getTime(), periodInMinutes: 24 * 60 });
}
