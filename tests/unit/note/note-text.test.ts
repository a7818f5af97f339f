import { describe, expect, test } from "vitest";
import { type NoteFields, noteText } from "../../../lib/note/note-text";

const fields = (given: Partial<NoteFields> = {}): NoteFields => ({
  technician: "Tess Tech",
  attendee: "Ada Visitor",
  number: "7",
  start: "2026-11-23T13:00:00.000Z",
  end: "2026-11-23T13:30:00.000Z",
  status: "accepted",
  bookingsPage: "chrome-extension://x/options.html#bookings",
  ...given,
});
const write = (template: string, given: Partial<NoteFields> = {}) =>
  noteText(template, fields(given), "en-GB", "Europe/Berlin").replace(/[\u2009\u202f]/g, " ");

describe("without a template", () => {
  test("plain sentences say with whom, when, in which zone, and for whom", () => {
    expect(write("")).toMatch(
      /^Call booked with Tess Tech: Mon,? 23 Nov, 14:00 ?– ?14:30 \(Europe\/Berlin\)\.\nAttendee: Ada Visitor$/,
    );
  });
  test("nobody is named who is not known", () => {
    expect(write("", { attendee: "" })).not.toContain("Attendee");
  });
  test("a time that is not known is not invented", () => {
    expect(write("", { start: null, end: null })).toBe(
      "Call booked with Tess Tech. The time is in the confirmation mail.\nAttendee: Ada Visitor",
    );
  });
  test("a call that waits is not called booked for sure", () => {
    expect(write("", { status: "pending" })).toMatch(/\nThe call still has to be confirmed\.$/);
  });
});

describe("a template", () => {
  test.each([
    ["#{number}: {technician}", "#7: Tess Tech"],
    ["See {link to the bookings page}", "See chrome-extension://x/options.html#bookings"],
    ["{unknown} {uid} stays", "{unknown} {uid} stays"],
  ])("%s", (template, text) => expect(write(template)).toBe(text));
  test("names start, end and zone", () => {
    expect(write("{start} to {end} {zone}")).toMatch(
      /^Mon,? 23 Nov, 14:00 to Mon,? 23 Nov, 14:30 Europe\/Berlin$/,
    );
  });
  test("a line with a field that is not known is left out", () => {
    expect(write("Call.\nWith {attendee}.", { attendee: "" })).toBe("Call.");
  });
  test("of which nothing is left: the plain sentences", () => {
    expect(write("From {start} to {end}", { start: null, end: null })).toMatch(
      /^Call booked with Tess Tech\./,
    );
  });
  test("braces in a name are not filled in", () => {
    expect(write("{technician}", { technician: "{number}" })).toBe("{number}");
  });
});
