import type { Account } from "../../settings/accounts";
import type { Look } from "./looks";

/** How often an account is asked, in minutes; never more often by itself. */
export const EVERY = 15;
const MINUTE = 60_000;
/** An alarm may ring a little early. */
const EARLY = MINUTE;
/** Longest wait after errors. */
const MOST = 6 * 60 * MINUTE;

/**
 * How long to leave a scheduler alone after so many errors in a row: doubled each time, up to six hours, and a little more
 * or less, so that browsers which were refused together do not come back together. In milliseconds.
 * @param random between 0 and 1
 */
export function waitAfter(failures: number, random: number): number {
  const doubled = EVERY * MINUTE * 2 ** Math.max(failures - 1, 0);
  return Math.min(doubled, MOST) * (0.75 + random / 2);
}

/**
 * Whether an account is to be asked now.
 * @param byHand the person wants it now: only the scheduler's own "too many requests" still counts
 */
export function isDue(account: Account, look: Look | null, now: Date, byHand: boolean): boolean {
  if (!account.sync || account.refused) return false;
  if (!look) return true;
  const isTooEarly = look.notBefore !== null && Date.parse(look.notBefore) > now.getTime();
  if (byHand) return !(isTooEarly && look.problem?.cause === "rate-limited");
  return !isTooEarly && now.getTime() - Date.parse(look.at) >= EVERY * MINUTE - EARLY;
}

/** What is kept of a look that went wrong. */
export function failed(
  before: Look | null,
  problem: NonNullable<Look["problem"]>,
  changed: number,
  now: Date,
  random: number,
): Look {
  const failures = (before?.failures ?? 0) + 1;
  const asked = problem.cause === "rate-limited" ? problem.seconds * 1000 : 0;
  const own = problem.cause === "rate-limited" ? 0 : waitAfter(failures, random);
  const notBefore = new Date(now.getTime() + Math.max(asked, own)).toISOString();
  return { at: now.toISOString(), changed, problem, failures, notBefore };
}
