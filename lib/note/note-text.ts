import { i18n } from "#i18n";
import type { Mark } from "../booking/store/booking";
import { isTimeZone, writeRange, writeTime } from "../zoned-time";

/** What a note's text can name. No more: a booking's uid and its links never get into a note by themselves. */
export interface NoteFields {
  technician: string;
  attendee: string;
  /** The number that people see. */
  number: string;
  start: string | null;
  end: string | null;
  status: "accepted" | "pending";
  /** What became of it; left out before the call. */
  mark?: Mark | undefined;
  /** CallCard's own page of booked calls, which opens in this browser only. */
  bookingsPage: string;
}

/** The fields of a template, as they are written. */
export const NOTE_FIELDS =
  "{technician} {time} {start} {end} {zone} {attendee} {number} {link to the bookings page}";
const FIELD = /\{([^{}]*)\}/g;

/**
 * Writes a note by a template. A line with a field that is not known is left out; without a template, and where nothing
 * is left of it, plain sentences in the browser's language say the same.
 * @param zone IANA zone in which the times are written
 */
export function noteText(template: string, fields: NoteFields, locale: string, zone: string): string {
  const values = valuesOf(fields, locale, zone);
  const text = fill(template, values) || fill(standardText(fields), values);
  return fields.status === "pending" ? `${text}\n${i18n.t("note.text.pending")}` : text;
}

function standardText({ start, mark }: NoteFields): string {
  const names: [string, string, string, string] = ["{technician}", "{time}", "{zone}", "{attendee}"];
  switch (mark) {
    case "held":
      return i18n.t("note.text.held", names);
    case "no-show":
      return i18n.t("note.text.noShow", names);
    case "follow-up":
      return i18n.t("note.text.followUp", names);
    case undefined:
      return start === null
        ? i18n.t("note.text.timeless", ["{technician}", "{attendee}"])
        : i18n.t("note.text.booked", names);
  }
}

function valuesOf(fields: NoteFields, locale: string, zone: string): Record<string, string | null> {
  const { technician, attendee, number, start, end, bookingsPage } = fields;
  const known = isTimeZone(zone) ? zone : "UTC";
  const from = start === null ? null : new Date(start);
  const to = end === null ? null : new Date(end);
  const write = (time: Date | null) => time && writeTime(time, locale, known, true);
  return {
    technician,
    attendee,
    number,
    start: write(from),
    end: write(to),
    time: from && to && to > from ? writeRange(from, to, locale, known, true) : write(from),
    zone: known,
    "link to the bookings page": bookingsPage,
  };
}

function fill(template: string, values: Record<string, string | null>): string {
  const lines = template.split("\n").flatMap((line) => {
    const named = [...line.matchAll(FIELD)].map(([, name = ""]) => name);
    const isKnown = (name: string) => Object.hasOwn(values, name);
    if (named.some((name) => isKnown(name) && !values[name])) return [];
    return [line.replace(FIELD, (whole, name: string) => (isKnown(name) ? (values[name] ?? "") : whole))];
  });
  return lines.join("\n").trim();
}
