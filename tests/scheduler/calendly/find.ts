import type { Call } from "./api";
import type { CalendlyBooking } from "./book";
import type { EventType } from "./event-types";
import { Refused } from "./problem";
import { uriOf } from "./resources";

/** The event type of an address. @throws Refused 404 */
export function findType({ book, origins }: Pick<Call, "book" | "origins">, uri: string): EventType {
  const found = book.types.find((type) => type.active && uriOf.type(origins.api, type) === uri);
  if (!found) throw new Refused(404);
  return found;
}

/** The booked call that the path names first. @throws Refused 404 */
export function findEvent({ book, ids: [uuid] }: Call): CalendlyBooking {
  const found = book.bookings.find((booking) => booking.uuid === uuid);
  if (!found) throw new Refused(404);
  return found;
}
