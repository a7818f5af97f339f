import * as z from "zod/mini";
import { defineStored } from "./stored";

/** So many reminders one call can have. */
export const MOST_LEADS = 5;
/** The earliest reminder, in minutes before the call: two weeks. */
export const LONGEST_LEAD = 14 * 24 * 60;
/** A day, an hour, and ten minutes before. */
export const DEFAULT_LEADS: readonly number[] = [24 * 60, 60, 10];

/** A time of the day on a clock, "22:00". */
const timeOfDay = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));

/** When nothing is told, on the clock of wherever the person is; across midnight when `from` is later than `to`. */
export const QuietHours = z.object({ from: timeOfDay, to: timeOfDay });
export type QuietHours = z.infer<typeof QuietHours>;

/** Whether, and when, the person is reminded of booked calls. */
export const Reminders = z.object({
  on: z._default(z.boolean(), false),
  /** Minutes before the start, each once. */
  leads: z._default(
    z.array(z.int().check(z.gte(1), z.lte(LONGEST_LEAD))).check(
      z.maxLength(MOST_LEADS),
      z.refine((leads) => new Set(leads).size === leads.length, { error: "twice" }),
    ),
    [...DEFAULT_LEADS],
  ),
  quiet: z._default(z.nullable(QuietHours), null),
  /** Since when it is so: what was due before is not made up for. */
  since: z._default(z.nullable(z.iso.datetime()), null),
});
export type Reminders = z.infer<typeof Reminders>;

export const reminders = defineStored("reminders", Reminders, Reminders.parse({}));
