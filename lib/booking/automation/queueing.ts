import { browser } from "wxt/browser";
import { webhook, webhookState } from "../../settings/webhook";

/** The alarm that delivers. */
export const WEBHOOK_ALARM = "webhook";
/** As soon as alarms come. */
const SOON = 0.5; // minutes

/**
 * Whether events are to be queued. The alarm is set before anything is written: whoever is killed between the change and
 * the delivery is woken for it.
 */
export async function beginQueueing(): Promise<boolean> {
  const { on } = await webhook.read();
  if (on) await browser.alarms.create(WEBHOOK_ALARM, { delayInMinutes: SOON });
  return on;
}

/** Counts events that found no room. */
export async function noteLost(count: number): Promise<void> {
  await webhookState.update((state) => ({ ...state, lost: state.lost + count }));
}
