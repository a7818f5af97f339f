import * as z from "zod/mini";
import { AccountProblem } from "../../scheduler/account/problem";
import { defineStored } from "../../settings/stored";
import { instant } from "../outcome";

/** When an account was asked last which bookings have changed, and how that went. */
export const Look = z.object({
  at: instant,
  /** Bookings here that are different since. */
  changed: z.number(),
  problem: z.nullable(
    z.union([
      AccountProblem,
      z.object({ cause: z.literal("no-access"), origin: z.string(), detail: z.string() }),
    ]),
  ),
  /** Looks in a row that went wrong. */
  failures: z.number(),
  /** Not before this instant again; `null`: at the next turn. */
  notBefore: z.nullable(instant),
});
export type Look = z.infer<typeof Look>;

/** The last look of each account, by its id. */
export const looks = defineStored("looks", z.record(z.string(), Look), {});
