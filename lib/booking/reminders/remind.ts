import { browser } from "wxt/browser";
import { type Reminders, reminders } from "../../settings/reminders";
import { type Booking, overAt } from "../store/booking";
import { bookings } from "../store/bookings";
import type { Cursor } from "../store/query";
import { keepSnooze, markTold, readMarks, removeOldMarks } from "./marks";
import { areNotificationsAllowed, clearReminder, shownReminders, showReminder } from "./notification";
import { HORIZON, planReminders, type RemindedCall } from "./plan";

/** Name of the alarm. */
export const REMINDERS = "reminders";
const MINUTE = 60_000;

let waiting: Promise<void> | null = null;

/**
 * Tells what is due, clears what no longer counts, and sets the alarm for what comes next. May run in any page of ours,
 * as often as one likes: one after the other, and what is asked for while another one waits is done by that one.
 *
 * A reminder is marked as told before it is shown. When the browser ends us in between it is not shown: at most once.
 */
export function remind(now = () => new Date()): Promise<void> {
  waiting ??= navigator.locks.request(`callcard:${REMINDERS}`, () => {
    waiting = null;
    return work(now());
  });
  return waiting;
}

/** The person wants to hear of a call again: in five minutes, or when it begins if that is sooner. */
export async function snooze(id: string, choice: "5-minutes" | "start", now: Date): Promise<void> {
  const start = Date.parse((await bookings.get(id))?.start ?? "");
  if (Number.isNaN(start)) return;
  const until = choice === "start" ? start : Math.min(now.getTime() + 5 * MINUTE, start);
  if (until > now.getTime()) await keepSnooze(id, { start, until });
  await clearReminder(id);
  await remind();
}

async function work(now: Date): Promise<void> {
  const settings = await reminders.read();
  if (!settings.on || !(await areNotificationsAllowed())) {
    await browser.alarms.clear(REMINDERS);
    return;
  }
  await clearOutdated(now);
  const found = await callsAhead(settings, now);
  const { told, snoozes } = await readMarks();
  const plan = planReminders({
    calls: found.map(remindedCall),
    leads: settings.leads,
    quiet: settings.quiet,
    since: settings.since === null ? 0 : Date.parse(settings.since),
    told,
    snoozes,
    now: now.getTime(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  await browser.alarms.create(REMINDERS, { when: plan.next });
  await markTold(plan.due);
  for (const { call } of plan.due) {
    const booking = found.find(({ id }) => id === call.id);
    if (booking) await showReminder(booking, now);
  }
  await removeOldMarks(now.getTime());
}

/** Takes back what was shown of calls that were cancelled, moved, deleted, marked, or are over. */
async function clearOutdated(now: Date): Promise<void> {
  for (const shown of await shownReminders()) {
    const booking = await bookings.get(shown.booking);
    const counts = booking && isReminded(booking) && Date.parse(booking.start ?? "") === shown.start;
    if (!counts || overAt(booking) <= now.getTime()) await clearReminder(shown.booking);
  }
}

/** The booked calls that are running, or begin within the horizon after their first reminder. */
async function callsAhead({ leads }: Reminders, now: Date): Promise<Booking[]> {
  const until = now.getTime() + Math.max(...leads, 0) * MINUTE + HORIZON;
  const found: Booking[] = [];
  let after: Cursor | null = null;
  do {
    const page = await bookings.list({ group: "upcoming", after, limit: 200 }, now);
    found.push(...page.bookings.filter(isReminded));
    after = page.next && page.next[0] <= until ? page.next : null;
  } while (after);
  return found;
}

function isReminded({ state, mark, start }: Booking): boolean {
  return state === "booked" && mark === null && start !== null;
}

function remindedCall(booking: Booking): RemindedCall {
  const timed = booking.history.findLast(({ what }) => what !== "marked" && what !== "started");
  return {
    id: booking.id,
    start: Date.parse(booking.start ?? ""),
    over: overAt(booking),
    since: Date.parse(timed?.at ?? booking.createdAt),
  };
}
