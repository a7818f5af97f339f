import * as z from "zod/mini";
import { defineStored } from "./stored";

/** After so many days; `null`: never. */
export const keepingTimes = [30, 90, 365, 730, null] as const;
const KeepingTime = z.union([z.literal(30), z.literal(90), z.literal(365), z.literal(730), z.null()]);
export type KeepingTime = z.infer<typeof KeepingTime>;

/** What is kept in this browser, and for how long. */
export const Privacy = z.object({
  /** Whether a ledger is kept of what leaves the browser. */
  ledger: z._default(z.boolean(), true),
  /** Days after which entries of the ledger go. */
  ledgerDays: z._default(KeepingTime, 90),
  /** Days after its end when a booking goes. */
  bookingDays: z._default(KeepingTime, null),
  /** When one of both was changed: the first night after that is the first one in which something goes. */
  changedAt: z._default(z.nullable(z.iso.datetime()), null),
});
export type Privacy = z.infer<typeof Privacy>;

export const privacy = defineStored("privacy", Privacy, Privacy.parse({}));
