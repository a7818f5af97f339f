import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { me } from "../../settings/items";
import { uiLocale } from "../../ui-locale";
import { otherPeople } from "../brief/other-people";
import { startText } from "../brief/start-text";
import { describeTimes } from "../describe-times";
import type { Booking } from "../store/booking";

/** A reminder on the screen; its id says all that a click on it needs. */
export interface ShownReminder {
  booking: string;
  start: number;
  canJoin: boolean;
}

const permission: { permissions: ["notifications"] } = { permissions: ["notifications"] };

export function areNotificationsAllowed(): Promise<boolean> {
  return browser.permissions.contains(permission);
}

/** Asks by the browser's own prompt. Call it straight from a click. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(permission);
}

/** Shows a reminder of a call, instead of an earlier one of the same call. */
export async function showReminder(booking: Booking, now: Date): Promise<void> {
  const locale = uiLocale();
  const { ticket, joinUrl } = booking;
  const shown = { booking: booking.id, start: Date.parse(booking.start ?? ""), canJoin: joinUrl !== null };
  await clearReminder(booking.id);
  await browser.notifications.create(idOf(shown), {
    type: "basic",
    iconUrl: browser.runtime.getURL("/icon/128.png"),
    title: startText(booking, now.getTime(), locale),
    message: [
      describeTimes(booking, locale)?.yours,
      otherPeople(booking, await me.read()).join(", "),
      `#${ticket.number}${ticket.subject ? ` — ${ticket.subject}` : ""}`,
    ]
      .filter(Boolean)
      .join("\n"),
    ...buttonsOf(shown),
  });
}

/** Firefox has no buttons on notifications: a click opens the brief, where they are. */
function buttonsOf({ canJoin }: ShownReminder) {
  if (import.meta.env.FIREFOX) return {};
  const titles = canJoin
    ? [i18n.t("call.join"), i18n.t("reminders.snooze")]
    : [i18n.t("reminders.snooze"), i18n.t("reminders.snoozeToStart")];
  return { buttons: titles.map((title) => ({ title })), requireInteraction: true };
}

/** What a click on one of the buttons means. */
export function buttonAction({ canJoin }: ShownReminder, button: number): "join" | "5-minutes" | "start" {
  const actions = canJoin ? (["join", "5-minutes"] as const) : (["5-minutes", "start"] as const);
  return actions[button] ?? "5-minutes";
}

/** The reminders that are on the screen, or in the system's list of them. */
export async function shownReminders(): Promise<ShownReminder[]> {
  return Object.keys(await browser.notifications.getAll()).flatMap((id) => readReminderId(id) ?? []);
}

/** Takes back the reminder of a call, if there is one. */
export async function clearReminder(booking: string): Promise<void> {
  if (!(await areNotificationsAllowed())) return;
  for (const shown of await shownReminders())
    if (shown.booking === booking) await browser.notifications.clear(idOf(shown));
}

/** What a notification's id says; `null` for other notifications. */
export function readReminderId(id: string): ShownReminder | null {
  const [, booking, start, join] = /^reminder (\S+) (\d+) (join|alone)$/.exec(id) ?? [];
  return booking && start ? { booking, start: Number(start), canJoin: join === "join" } : null;
}

function idOf({ booking, start, canJoin }: ShownReminder): string {
  return `reminder ${booking} ${start} ${canJoin ? "join" : "alone"}`;
}
