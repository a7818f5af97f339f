import { isTimeZone } from "../../zoned-time";

/**
 * The IANA zone that a scheduler names; `null` for one that the browser does not know.
 * Calendly's documentation writes `America/New York`.
 */
export function knownTimeZone(name: string | null | undefined): string | null {
  const id = name?.replaceAll(" ", "_");
  return id && isTimeZone(id) ? id : null;
}
