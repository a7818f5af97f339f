import { browser } from "wxt/browser";
import { openBrief } from "../brief/open-brief";
import { noteSecretUrl } from "../left";
import { bookings } from "../store/bookings";
import { buttonAction, readReminderId } from "./notification";
import { snooze } from "./remind";

let listening = false;

/**
 * Listens to clicks on reminders. There is nothing to listen to before the permission is granted, so this is called at
 * the start of the background and whenever a permission was.
 */
export function listenToReminders(): void {
  const notifications: typeof browser.notifications | undefined = browser.notifications;
  if (listening || !notifications) return;
  listening = true;
  notifications.onClicked.addListener((id) => void clicked(id));
  if (!import.meta.env.FIREFOX)
    notifications.onButtonClicked.addListener((id, button) => void pressed(id, button));
}

async function clicked(id: string): Promise<void> {
  const reminder = readReminderId(id);
  if (!reminder) return;
  await openBrief(reminder.booking);
  await browser.notifications.clear(id);
}

async function pressed(id: string, button: number): Promise<void> {
  const reminder = readReminderId(id);
  if (!reminder) return;
  const action = buttonAction(reminder, button);
  if (action !== "join") return snooze(reminder.booking, action, new Date());
  const booking = await bookings.get(reminder.booking);
  const url = booking?.joinUrl;
  if (url) noteSecretUrl(url, "join", booking);
  await (url ? browser.tabs.create({ url }) : openBrief(reminder.booking));
  await browser.notifications.clear(id);
}
