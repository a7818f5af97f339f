/** Distance from UTC in minutes, asked of Intl in another way than the code does: "GMT-03:30". */
export function offsetOf(at: number, timeZone: string): number {
  const known =
    offsets.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  offsets.set(timeZone, known);
  const [, sign, hours = 0, minutes = 0] = known.format(at).match(/GMT(?:([+-])(\d\d):(\d\d))?/) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
const offsets = new Map<string, Intl.DateTimeFormat>();

export const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])];

const DAY = 24 * 60 * 60 * 1000;

/** The minutes of 2026 to 2028 at which a zone's clock is set to another time. */
export function transitionsOf(timeZone: string): number[] {
  const found: number[] = [];
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2029, 0, 1); at += DAY) {
    if (offsetOf(at, timeZone) === offsetOf(at + DAY, timeZone)) continue;
    let [low, high] = [at, at + DAY];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 2 / 60_000) * 60_000;
      if (offsetOf(middle, timeZone) === offsetOf(low, timeZone)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}

/** Slots of a quarter of an hour around an instant, so many hours to each side. */
export function slotsAround(at: number, hours: number): { start: string; minutes: number }[] {
  const from = at - hours * 60 * 60_000;
  return Array.from({ length: 2 * hours * 4 + 1 }, (_, index) => ({
    start: new Date(from + index * 15 * 60_000).toISOString(),
    minutes: 15,
  }));
}
