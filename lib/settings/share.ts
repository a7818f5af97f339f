import * as z from "zod/mini";
import type { Known } from "./known";

/** What may travel to the scheduler (design.md 3.4). */
export const Share = z.looseObject({
  number: z._default(z.boolean(), true),
  subject: z._default(z.boolean(), true),
  ticketLink: z._default(z.boolean(), true),
  requester: z._default(z.boolean(), true),
  watchers: z._default(z.boolean(), false),
});
export type Share = Known<z.infer<typeof Share>>;

const line = z.string().check(z.trim(), z.maxLength(200));

/** Who uses this browser, for the prefill; empty where not given. */
export const Me = z.looseObject({
  name: z._default(line, ""),
  email: z._default(z.union([z.literal(""), line.check(z.email())]), ""),
  phone: z._default(line, ""),
});
export type Me = Known<z.infer<typeof Me>>;
