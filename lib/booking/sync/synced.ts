import type { AccountScheduler } from "../../settings/accounts";
import type { NativeProblem } from "../native/problem";

/** What came of asking. */
export interface Synced {
  /** No network: nobody was asked. */
  offline: boolean;
  /** Bookings here that are different since. */
  changed: number;
  /** How many accounts were asked. */
  asked: number;
  problems: { scheduler: AccountScheduler; problem: NativeProblem }[];
}
