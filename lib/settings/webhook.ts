import * as z from "zod/mini";
import { defineStored } from "./stored";

const instant = z.iso.datetime({ offset: true });

/** How bookings are told to the outside. The address and the secret lie among the secrets: content scripts read this. */
export const webhook = defineStored(
  "webhook",
  z.object({
    on: z.boolean(),
    /** The site of the address, for the permission; `null` when there is no address. */
    origin: z.nullable(z.string()),
    /** Whether it is said who attends. */
    attendee: z._default(z.boolean(), false),
    /** The receiver has answered that it is gone for good (410). */
    gone: z._default(z.boolean(), false),
  }),
  { on: false, origin: null, attendee: false, gone: false },
);

/** How the receiver fares. */
export const webhookState = defineStored(
  "webhookState",
  z.object({
    /** Attempts since the last one that succeeded. */
    failures: z.number(),
    /** The receiver is left alone until then. */
    until: z.nullable(instant),
    /** How many events found no room in the queue. */
    lost: z.number(),
  }),
  { failures: 0, until: null, lost: 0 },
);
