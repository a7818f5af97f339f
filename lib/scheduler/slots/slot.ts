import { dayIn, isTimeZone, wallClock, writeTime } from "../../zoned-time";
import type { Day } from "./calendar";

/** A free time, as a scheduler offers it. */
export interface Slot {
  /** An instant in ISO 8601, such as "2026-11-23T13:00:00Z". */
  start: string;
  /** How long the call lasts. */
  minutes: number;
}

/** The days of a zone that have slots, in order; each with its slots in order. The same instant twice counts once. */
export function groupByDay(slots: readonly Slot[], timeZone: string): Map<Day, Slot[]> {
  const instants = new Map(slots.map((slot) => [Date.parse(slot.start), slot]));
  const days = new Map<Day, Slot[]>();
  for (const [at, slot] of [...instants].sort(([one], [other]) => one - other)) {
    const day = dayIn(new Date(at), timeZone);
    const known = days.get(day);
    if (known) known.push(slot);
    else days.set(day, [slot]);
  }
  return days;
}

export const PARTS_OF_DAY = ["morning", "afternoon", "evening"] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

/** Morning until 12:00, evening from 18:00, on the zone's clock. */
export function partOfDay(slot: Slot, timeZone: string): PartOfDay {
  const hour = wallClock(new Date(slot.start), timeZone).getUTCHours();
  return hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
}

/** A slot's beginning on both clocks. `zone` is `null` when the technician's zone is unknown: then `theirs` is UTC. */
export interface SlotTimes {
  yours: string;
  theirs: string;
  zone: string | null;
}

/**
 * Writes when a slot begins: "14:00" here, and there "13:00", or "Tue, 24 Nov, 02:00" where the date is another one.
 * No two slots of a day have the same `yours`.
 */
export function slotTimes(slot: Slot, locale: string, here: string, there: string | null): SlotTimes {
  const start = new Date(slot.start);
  const zone = there && isTimeZone(there) ? there : null;
  const other = zone ?? "UTC";
  const otherDay = dayIn(start, other) !== dayIn(start, here);
  return { yours: writeTime(start, locale, here), theirs: writeTime(start, locale, other, otherDay), zone };
}

/** When the slot's call ends, in ISO 8601. */
export function endOf({ start, minutes }: Slot): string {
  return new Date(Date.parse(start) + minutes * 60_000).toISOString();
}
