import * as z from "zod/mini";

/** A status that a ticket can have next: as the portal wants it, and as it is called. */
export const TicketStatus = z.object({
  value: z.string().check(z.minLength(1), z.maxLength(200)),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type TicketStatus = z.infer<typeof TicketStatus>;

/** So many statuses are offered. */
export const MAX_STATUSES = 100;

/** What came of a status that was to be set after a note; the note is on the ticket in any case. */
export const StatusResult = z.object({
  name: z.string(),
  outcome: z.enum(["changed", "not-signed-in", "refused", "gone", "offline", "unknown"]),
  /** The portal's answer, where it refused by one. */
  code: z.optional(z.number()),
});
export type StatusResult = z.infer<typeof StatusResult>;
