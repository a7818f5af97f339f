/** A time zone as a person looks for it. */
export interface Zone {
  /** IANA name. */
  id: string;
  /** "Europe/Berlin (GMT+1)" */
  text: string;
  /** "Central European Time" */
  name: string;
}

/** Every zone that the browser knows, and the given ones where its list has them under another name. */
export function listZones(given: readonly string[], at: Date, locale: string): Zone[] {
  const ids = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ...given]);
  return [...ids].sort().map((id) => ({ id, text: writeZone(id, at, locale), name: nameOf(id, at, locale) }));
}

/** A zone with its distance from UTC on that day: "Europe/Berlin (GMT+1)". */
export function writeZone(id: string, at: Date, locale: string): string {
  return `${id.replaceAll("_", " ")} (${zonePart(id, at, locale, "shortOffset")})`;
}

/** The zones that have every word of the text in their place, name or distance. */
export function findZones(zones: readonly Zone[], text: string): Zone[] {
  const words = fold(text).split(" ").filter(Boolean);
  return zones.filter((zone) => {
    const all = fold(`${zone.text} ${zone.id} ${zone.name}`);
    return words.every((word) => all.includes(word));
  });
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
}

function nameOf(id: string, at: Date, locale: string): string {
  return zonePart(id, at, locale, "longGeneric");
}

/** Not kept like other formats: there is one a zone, and the list is opened rarely. */
function zonePart(
  timeZone: string,
  at: Date,
  locale: string,
  timeZoneName: "shortOffset" | "longGeneric",
): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}
