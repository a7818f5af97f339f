import * as z from "zod/mini";
import { defineStored } from "../../settings/stored";

const instant = z.iso.datetime();

/** What was deleted since it was over, or old, for so many days. */
const Deletion = z.object({
  at: instant,
  what: z.enum(["bookings", "started", "entries"]),
  days: z.number(),
  count: z.number(),
});
export type Deletion = z.infer<typeof Deletion>;

/** What is known from one run to the next. */
export const RetentionState = z.object({
  /** What the clock showed at the last run. */
  last: z._default(z.nullable(instant), null),
  /** When the clock was seen to have jumped; nothing is deleted for a while from then on. */
  jumpedAt: z._default(z.nullable(instant), null),
  /** Bookings that are being deleted: written down before, so that nothing about them is left behind. */
  deleting: z._default(
    z.array(
      z.object({
        id: z.string(),
        portal: z.string(),
        ticket: z.string(),
        what: z.enum(["bookings", "started"]),
      }),
    ),
    [],
  ),
  /** The newest first. */
  deletions: z._default(z.array(Deletion), []),
});
export type RetentionState = z.infer<typeof RetentionState>;

export const retentionState = defineStored("retention", RetentionState, RetentionState.parse({}));
