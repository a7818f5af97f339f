import { browser } from "wxt/browser";
import { accounts } from "../../settings/accounts";
import { EVERY } from "./wait";

/** Name of the alarm that asks the accounts. */
export const SYNC_ALARM = "sync";

/**
 * Sees to it that the alarm is set while an account is kept in step, and only then. One that is set stays as it is: the
 * background starts more often than that. Browsers may forget alarms when they close.
 */
export async function keepSyncAlarm(): Promise<void> {
  const isWanted = (await accounts.read()).some(({ sync, refused }) => sync && !refused);
  const isSet = (await browser.alarms.get(SYNC_ALARM)) !== undefined;
  if (isWanted && !isSet)
    await browser.alarms.create(SYNC_ALARM, { delayInMinutes: 1, periodInMinutes: EVERY });
  if (!isWanted && isSet) await browser.alarms.clear(SYNC_ALARM);
}
