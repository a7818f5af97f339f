/**
 * The IANA zone that a scheduler names, as browsers know it; `null` for one that they do not know.
 * Calendly's documentation writes `America/New York`.
 */
export function knownTimeZone(name: string | null | undefined): string | null {
  if (!name) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name.replaceAll(" ", "_") }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
