import { describe, expect, test } from "vitest";
import { Booking } from "../../../../lib/booking/store/booking";
import { applyChange, type Change } from "../../../../lib/booking/store/change";
import { outgoingEvents } from "../../../../lib/booking/store/outgoing";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const nothing = { uid: null, mark: null, start: null, end: null };
const started = Booking.parse({
  id: "0b54a3a4-59a1-4f8e-8d8f-1a5d3f6f0003",
  state: "started",
  ...nothing,
  scheduler: "cal-com",
  link: "https://cal.com/tess",
  portal: "help",
  ticket: { id: "7", number: "T-7", subject: null, url: null },
  technician: { email: "tess@example.com", name: "Tess Tech" },
  attendee: { name: "Ada Visitor", email: "ada@example.com" },
  timeZone: null,
  paymentRequired: false,
  joinUrl: "https://meet.example.com/secret-room",
  history: [{ at: NOW.toISOString(), what: "started", ...nothing }],
  source: "here",
  createdAt: NOW.toISOString(),
  updatedAt: NOW.toISOString(),
});

const at = (day: number) => `2026-11-${day}T09:00:00.000Z`;
const told = (
  what: "booked" | "rescheduled",
  uid: string | null,
  day: number | null,
  given = {},
): Change => ({
  what,
  outcome: {
    uid,
    start: day === null ? null : at(day),
    end: null,
    status: "accepted",
    paymentRequired: false,
    timeZone: null,
    ...given,
  },
});
const marked = (mark: "held" | "no-show" | "follow-up" | null): Change => ({ what: "marked", mark });
const pending = { status: "pending" };

/** What is told of each change in turn. */
function events(...changes: Change[]) {
  let booking = started;
  return changes.map((change) => {
    const before = booking.history.length;
    booking = applyChange(booking, change, NOW);
    return outgoingEvents(booking, before);
  });
}
const types = (...changes: Change[]) => events(...changes).map((each) => each.map(({ type }) => type).join());

describe("what the outside is told", () => {
  test.each<[string, Change[], string[]]>([
    ["booked", [told("booked", "a", 23)], ["booking.created"]],
    ["the same once more", [told("booked", "a", 23), told("booked", "a", 23)], ["booking.created", ""]],
    [
      "the same once more, with more",
      [told("booked", "a", 23), told("booked", "a", 23, { joinUrl: "https://meet.example.com" })],
      ["booking.created", ""],
    ],
    [
      "requested, confirmed",
      [told("booked", "a", 23, pending), told("booked", "a", 23)],
      ["booking.created", "booking.confirmed"],
    ],
    [
      "moved, cancelled",
      [told("booked", "a", 23), told("rescheduled", "b", 24), { what: "cancelled" }],
      ["booking.created", "booking.rescheduled", "booking.cancelled"],
    ],
    [
      "its time becomes known",
      [told("booked", null, null), { what: "time-set", start: at(23), end: null, timeZone: null }],
      ["booking.created", "booking.rescheduled"],
    ],
    [
      "cancelled, booked again",
      [told("booked", "a", 23), { what: "cancelled" }, { what: "cancelled" }, told("booked", "b", 24)],
      ["booking.created", "booking.cancelled", "", "booking.created"],
    ],
    [
      "marks",
      [told("booked", "a", 23), marked("held"), marked("no-show"), marked("follow-up"), marked(null)],
      ["booking.created", "booking.held", "booking.no_show", "", ""],
    ],
    ["never booked", [{ what: "cancelled" }], [""]],
  ])("%s", (_, changes, expected) => {
    expect(types(...changes)).toEqual(expected);
  });

  test("before and after, and the state of each", () => {
    const changes = [told("booked", "a", 23), told("rescheduled", "b", 24, pending)];
    const [, moved, cancelled] = events(...changes, { what: "cancelled" }).flat();
    expect(moved).toMatchObject({ previousStart: at(23), start: at(24), status: "pending" });
    expect(cancelled).toMatchObject({ start: at(24), status: "cancelled" });
  });

  test("neither uid, nor room, nor who attends", () => {
    const text = JSON.stringify(
      events(told("booked", "uid-secret", 23), told("rescheduled", "uid-other", 24)),
    );
    for (const word of ["uid-", "secret-room", "Ada", "ada@"]) expect(text).not.toContain(word);
  });
});
