const HOUR = 3600_000;
const DAY = 24 * HOUR;

/** Where the groups of lead times end, in milliseconds; the last group has no end. */
const leadLimits = [HOUR, 4 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY] as const;

export interface LeadTimes {
  /** How many calls there are in each group. */
  counts: number[];
  /** Half of the calls were booked at most this far ahead, in milliseconds; `null` without any call. */
  median: number | null;
}

/** How long before their start calls were booked. One that had begun already was booked at the last moment. */
export function leadTimesOf(leads: readonly number[]): LeadTimes {
  const counts = Array.from({ length: leadLimits.length + 1 }, () => 0);
  for (const lead of leads) {
    const group = leadLimits.findIndex((limit) => lead < limit);
    const at = group === -1 ? leadLimits.length : group;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { counts, median: medianOf(leads) };
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.map((value) => Math.max(0, value)).sort((one, other) => one - other);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  if (middle.length === 0) return null;
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
