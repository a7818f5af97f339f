import type { QuietHours } from "../../settings/reminders";
import { quietUntil } from "./quiet";

/** As much of a booked call as reminders need; times in milliseconds since 1970. */
export interface RemindedCall {
  id: string;
  start: number;
  /** When it is over. */
  over: number;
  /** When it got the time that it has. */
  since: number;
}

/** The person wants to hear of a call again. */
export interface Snooze {
  start: number;
  until: number;
}

/** What there is to go by. */
export interface Situation {
  calls: readonly RemindedCall[];
  /** Minutes before the start. */
  leads: readonly number[];
  quiet: QuietHours | null;
  /** Since when the person wants this. */
  since: number;
  /** Reminders that were told, by `toldKey`. */
  told: ReadonlySet<string>;
  /** By booking. */
  snoozes: ReadonlyMap<string, Snooze>;
  now: number;
  /** IANA zone of wherever the person is now. */
  timeZone: string;
}

/** A call that the person is reminded of now, once. */
export interface DueReminder {
  call: RemindedCall;
  /** All reminders that this one stands for, in minutes before the start. */
  leads: number[];
}

export interface Plan {
  due: DueReminder[];
  /** When to look again, in milliseconds since 1970. */
  next: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** So long after its start a call is still worth a word: one can join late. */
const USEFUL = 10 * MINUTE;
/** Calls that begin within so long after their first reminder are looked at; looking is never further away than this. */
export const HORIZON = 12 * HOUR;
/** With a call ahead: timers of browsers do not see that somebody sets the clock, and people travel between zones. */
const SOON = HOUR / 2;

/** The key of one reminder. A call that was moved has another start, and is reminded of anew. */
export function toldKey(call: Pick<RemindedCall, "id" | "start">, lead: number): string {
  return `${call.id} ${call.start} ${lead}`;
}

/**
 * What is to be told now, and when to look again. Everything is decided by absolute instants, and the quiet hours by the
 * clock of the zone in which the person is at this moment: sleep, clocks that are set, and travel need no care of their own.
 */
export function planReminders(situation: Situation): Plan {
  const { calls, now } = situation;
  const due: DueReminder[] = [];
  let next = now + HORIZON;
  for (const call of calls) {
    if (now >= uselessFrom(call)) continue;
    const waiting = remindersOf(call, situation);
    const ripe = waiting.filter(({ at }) => at <= now);
    // Of several that came due while the device slept, one is told.
    if (ripe.length > 0) due.push({ call, leads: ripe.flatMap(({ lead }) => lead ?? []) });
    const later = waiting.filter(({ at }) => at > now).map(({ at }) => at);
    next = Math.min(next, ...later, ...(later.length > 0 ? [now + SOON] : []));
  }
  return { due, next };
}

/** From when on nobody is reminded of a call any more. */
function uselessFrom({ start, over }: RemindedCall): number {
  return Math.min(over, start + USEFUL);
}

/** When a call is still to be told of; without a lead: again, because the person wanted it. */
function remindersOf(
  call: RemindedCall,
  { leads, quiet, since, told, snoozes, now, timeZone }: Situation,
): { lead: number | null; at: number }[] {
  const last = Math.min(...leads);
  // What would have been due before the call was booked, or before reminders were switched on, is no reminder. An instant
  // in the future is one of a clock that was wrong.
  const from = Math.max(...[call.since, since].filter((instant) => instant <= now), 0);
  const reminders = leads
    .filter((lead) => !told.has(toldKey(call, lead)))
    .map((lead) => {
      const planned = call.start - lead * MINUTE;
      const at = quietUntil(planned, quiet, timeZone);
      // Whoever takes a call in quiet hours wants to be there: the last reminder before it is told in time.
      return { lead, at: at >= call.start && lead === last ? planned : at };
    })
    .filter(({ at }) => at >= from && at < call.start);
  const snooze = snoozes.get(call.id);
  return snooze?.start === call.start ? [...reminders, { lead: null, at: snooze.until }] : reminders;
}
