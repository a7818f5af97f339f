import * as z from "zod/mini";

/** Why a scheduler's API did not do what it was asked for. `detail` is what it said itself, for the curious. */
export const AccountProblem = z.discriminatedUnion("cause", [
  z.object({
    cause: z.enum([
      /** The token is unknown, or was revoked. */
      "token-refused",
      /** What was asked for is not there (any more): an event type, a link. */
      "not-found",
      /** Somebody else was quicker. */
      "slot-taken",
      /** What was sent is not right, such as an address that does not exist. */
      "not-accepted",
      "offline",
      "too-slow",
      /** An answer that is not the documented one. */
      "not-the-format",
    ]),
    detail: z.string(),
  }),
  /** The token may not do this, or the plan does not have it; `scope` is what it would need. */
  z.object({ cause: z.literal("not-allowed"), scope: z.string(), detail: z.string() }),
  z.object({ cause: z.literal("rate-limited"), seconds: z.number(), detail: z.string() }),
  z.object({ cause: z.literal("server"), status: z.number(), detail: z.string() }),
]);
export type AccountProblem = z.infer<typeof AccountProblem>;

/** Thrown by every request to a scheduler's API that fails. */
export class AccountError extends Error {
  constructor(readonly problem: AccountProblem) {
    super(problem.detail || problem.cause);
    this.name = "AccountError";
  }
}
