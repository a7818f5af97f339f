import { AccountError, type AccountProblem } from "../../../../lib/scheduler/account/problem";
import type { Prefill } from "../../../../lib/scheduler/prefill";

/** What went wrong with a request; fails when nothing did, or when it was no `AccountError`. */
export async function problemOf(request: Promise<unknown>): Promise<AccountProblem> {
  try {
    await request;
  } catch (error) {
    if (error instanceof AccountError) return error.problem;
    throw error;
  }
  throw new Error("The request did not fail.");
}

/** The weeks in which the stand-ins have free slots: 14 working days from tomorrow on. */
export function comingWeeks(): [from: Date, to: Date] {
  const DAY = 24 * 3600_000;
  return [new Date(), new Date(Date.now() + 30 * DAY)];
}

export const ada = { name: "Ada Visitor", email: "ada@example.com", timeZone: "America/New_York", notes: "" };

/** What a ticket gives to a booking, with what is given instead. */
export function prefill(given: Partial<Prefill> = {}): Prefill {
  return {
    name: "Ada Visitor",
    email: "ada@example.com",
    phone: null,
    guests: [],
    notes: null,
    metadata: {},
    questions: {},
    ...given,
  };
}
