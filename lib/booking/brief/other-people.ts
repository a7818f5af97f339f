import type { Booking } from "../store/booking";

/** Who takes part in a call besides the person who uses this browser: the technician, the attendee, or both. */
export function otherPeople(
  { technician, attendee }: Pick<Booking, "technician" | "attendee">,
  own: { email: string },
): string[] {
  const people = [technician, attendee].filter(
    ({ email }) => !own.email || email?.toLowerCase() !== own.email.toLowerCase(),
  );
  return people.flatMap(({ name, email }) => name || email || []);
}
