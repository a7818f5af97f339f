import * as z from "zod/mini";

/** Who comes to the call, as typed into the booking form. */
export const Attendee = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  email: z.string().check(z.trim(), z.maxLength(320), z.email()),
  notes: z.string().check(z.trim(), z.maxLength(2000)),
});
export type Attendee = z.infer<typeof Attendee>;

export type AttendeeProblem = "empty" | "tooLong" | "invalid";

/**
 * Reads the form.
 * @returns the trimmed values, or what is wrong with each field
 */
export function readAttendee(
  typed: Attendee,
): { attendee: Attendee } | { problems: Partial<Record<keyof Attendee, AttendeeProblem>> } {
  const parsed = Attendee.safeParse(typed);
  if (parsed.success) return { attendee: parsed.data };
  const problems: Partial<Record<keyof Attendee, AttendeeProblem>> = {};
  for (const { path, code } of parsed.error.issues) {
    const field = path[0] as keyof Attendee;
    problems[field] ??= typed[field].trim() === "" ? "empty" : code === "too_big" ? "tooLong" : "invalid";
  }
  return { problems };
}
