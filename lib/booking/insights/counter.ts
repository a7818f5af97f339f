import * as z from "zod/mini";

/** How far a card got: it was on a page that somebody looked at, its calendar was opened. */
export const steps = ["shown", "opened"] as const;
export type Step = (typeof steps)[number];

const count = z.int().check(z.nonnegative());

/**
 * Cards of one day, portal and technician, added up. Nothing in it leads to a ticket, to a person who looked at one, or
 * to a time of day.
 */
export const Counter = z.object({
  /** The day in the browser's own time zone. */
  day: z.iso.date(),
  /** Id of the portal in the settings. */
  portal: z.string(),
  /** E-mail address, normalised; empty for somebody who is not in the directory. */
  technician: z.string(),
  shown: count,
  opened: count,
});
export type Counter = z.infer<typeof Counter>;

/** What a counter counts. */
export type CounterKey = Pick<Counter, "day" | "portal" | "technician">;
