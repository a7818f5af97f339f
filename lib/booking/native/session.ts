import * as z from "zod/mini";
import type { MeetingType } from "../../scheduler/account/account";
import { AccountScheduler } from "../../settings/accounts";

/** What the booking page is told about choosing a time in CallCard itself. Neither token nor address of an API. */
export const NativeFlow = z.object({
  scheduler: AccountScheduler,
  /** At once, or where the scheduler's own page cannot be loaded. */
  when: z.enum(["first", "fallback"]),
  /** Booked at once, or on the scheduler's page by a link that ends after one booking. */
  finish: z.enum(["book", "link"]),
  /** Whether links that end after one booking can be made, for customers. */
  links: z.boolean(),
  /** IANA zone of the technician, as far as the account tells. */
  timeZone: z.nullable(z.string()),
});
export type NativeFlow = z.infer<typeof NativeFlow>;

export const KnownMeetingType = z.object({
  id: z.string(),
  name: z.string(),
  minutes: z.number(),
  description: z.string(),
  link: z.string(),
  notesQuestion: z.nullable(z.object({ text: z.string(), position: z.number() })),
}) satisfies z.ZodMiniType<MeetingType>;
export type KnownMeetingType = z.infer<typeof KnownMeetingType>;
