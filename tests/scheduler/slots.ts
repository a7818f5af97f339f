const WORKING_DAYS = 14;
const FIRST_MINUTE = 9 * 60;
const LAST_MINUTE = 16 * 60 + 30;
const STEP = 30; // minutes
const DAY = 24 * 60 * 60 * 1000;

/** All starts on offer: 09:00 to 16:30 UTC, each half an hour, on the 14 working days after today. */
export function offeredSlots(now: Date): string[] {
  const slots: string[] = [];
  let day = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  for (let days = 0; days < WORKING_DAYS; ) {
    day += DAY;
    const weekday = new Date(day).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    days++;
    for (let minute = FIRST_MINUTE; minute <= LAST_MINUTE; minute += STEP) {
      slots.push(new Date(day + minute * 60_000).toISOString());
    }
  }
  return slots;
}
