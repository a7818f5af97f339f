/**
 * The one event of a calendar file, as a calendar would read it: its properties by name, parameters left out. Lines are
 * unfolded and texts unescaped (RFC 5545, 3.1 and 3.3.11).
 */
export function readCalendarFile(text: string): Record<string, string> {
  const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n");
  const [begin, end] = [lines.indexOf("BEGIN:VEVENT"), lines.indexOf("END:VEVENT")];
  const isWhole =
    lines[0] === "BEGIN:VCALENDAR" && begin > 0 && end > begin && lines.includes("END:VCALENDAR");
  if (!isWhole) throw new Error(`This is no calendar file:\n${text}`);
  return Object.fromEntries(
    lines.slice(begin + 1, end).map((line) => {
      const [, name = "", value = ""] = /^([\w-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
      return [name, value.replace(/\\([\\;,n])/g, (_, sign: string) => (sign === "n" ? "\n" : sign))];
    }),
  );
}

/** A time of a calendar file, `20261123T090000Z`, as ISO 8601. */
export function instantOf(time: string | undefined): string {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time ?? "") ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}
