import * as z from "zod/mini";

/** Why a lookup has no answer. */
export const LookupFailure = z.discriminatedUnion("cause", [
  z.object({
    cause: z.enum([
      /** A redirect, a page instead of an answer, or 401. */
      "not-signed-in",
      /** 404 or 410: there is no such ticket. */
      "no-ticket",
      "too-slow",
      "too-big",
      "not-json",
      /** Nothing answered. */
      "offline",
      /** The browser does not let CallCard ask this site (yet). */
      "no-permission",
    ]),
  }),
  z.object({ cause: z.literal("refused"), status: z.number() }),
  z.object({ cause: z.literal("rate-limited"), seconds: z.number() }),
  /** JSON, but not the documented answer; `path` is the first place that differs. */
  z.object({ cause: z.literal("not-the-format"), path: z.string() }),
]);
export type LookupFailure = z.infer<typeof LookupFailure>;
