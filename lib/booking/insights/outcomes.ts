import type { CallFact } from "./call-fact";

/** What became of booked calls. */
export interface Outcomes {
  booked: number;
  moved: number;
  cancelled: number;
  /** Booked calls whose end has passed, and how they were marked. What is not marked is in none of the three. */
  over: number;
  held: number;
  noShow: number;
  followUp: number;
}

/** @param now in milliseconds since 1970 */
export function outcomesOf(calls: readonly CallFact[], now: number): Outcomes {
  const past = calls.filter(({ state, over }) => state === "booked" && over <= now);
  const marked = (mark: CallFact["mark"]) => past.filter((call) => call.mark === mark).length;
  return {
    booked: calls.length,
    moved: calls.filter(({ moved }) => moved).length,
    cancelled: calls.filter(({ state }) => state === "cancelled").length,
    over: past.length,
    held: marked("held"),
    noShow: marked("no-show"),
    followUp: marked("follow-up"),
  };
}

/** The calls of which somebody has said what became of them. */
export function markedIn({ held, noShow, followUp }: Outcomes): number {
  return held + noShow + followUp;
}
