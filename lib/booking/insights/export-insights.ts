import { csvOf } from "../../csv";
import type { Day } from "../../scheduler/slots/calendar";
import type { CallFact } from "./call-fact";
import { chosen, type Insights, type InsightsChoice, type Known } from "./insights";

/** The figures of one day, portal and technician: what all the others are made of. */
interface DayRow {
  day: Day;
  portal: string;
  technician: string;
  shown: number;
  opened: number;
  booked: number;
  bookedElsewhere: number;
  moved: number;
  cancelled: number;
  held: number;
  noShow: number;
  followUp: number;
}

/** Everything that belongs to a choice, a row for each day, portal and technician; calls by the day of their booking. */
export function dayRows(known: Known, choice: InsightsChoice, from: Day): DayRow[] {
  const { calls, counters } = chosen(known, choice, from);
  const rows = new Map<string, DayRow>();
  const rowOf = (day: Day, portal: string, technician: string) => {
    const key = JSON.stringify([day, portal, technician]);
    const row = rows.get(key) ?? { day, portal, technician, ...nothing };
    rows.set(key, row);
    return row;
  };
  for (const { day, portal, technician, shown, opened } of counters) {
    const row = rowOf(day, portal, technician);
    row.shown += shown;
    row.opened += opened;
  }
  for (const call of calls) addCall(rowOf(call.bookedOn, call.portal, call.technician), call);
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

const nothing = {
  ...{ shown: 0, opened: 0, booked: 0, bookedElsewhere: 0, moved: 0, cancelled: 0 },
  ...{ held: 0, noShow: 0, followUp: 0 },
};

function addCall(row: DayRow, { source, moved, state, mark }: CallFact): void {
  if (source === "here") row.booked++;
  else row.bookedElsewhere++;
  if (moved) row.moved++;
  if (state === "cancelled") row.cancelled++;
  if (mark === "held") row.held++;
  if (mark === "no-show") row.noShow++;
  if (mark === "follow-up") row.followUp++;
}

/** The rows as a table for spreadsheets. */
export function insightsCsv(rows: readonly DayRow[]): string {
  const columns = ["day", "portal", "technician", ...Object.keys(nothing)] as (keyof DayRow)[];
  const names = columns.map((column) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  return csvOf([names, ...rows.map((row) => columns.map((column) => String(row[column])))]);
}

/** The rows, and the figures that are shown, as JSON. */
export function insightsJson(
  insights: Insights,
  choice: InsightsChoice,
  timeZone: string,
  rows: readonly DayRow[],
): string {
  return `${JSON.stringify({ version: 1, ...choice, timeZone, ...insights, days: rows }, null, 2)}\n`;
}
