import { expect, test } from "vitest";
import { type Attendee, readAttendee } from "../../../../lib/scheduler/slots/attendee";

const typed = (given: Partial<Attendee> = {}) =>
  readAttendee({ name: "Ada", email: "ada@example.com", notes: "", ...given });

test("trimmed, when all is well", () => {
  expect(typed({ name: " Ada ", email: " ada@example.com\n", notes: " VPN " })).toEqual({
    attendee: { name: "Ada", email: "ada@example.com", notes: "VPN" },
  });
});

test.each<[Partial<Attendee>, object]>([
  [{ name: "  " }, { name: "empty" }],
  [{ name: "a".repeat(201) }, { name: "tooLong" }],
  [{ email: "" }, { email: "empty" }],
  [{ email: "ada" }, { email: "invalid" }],
  [{ email: `${"a".repeat(320)}@example.com` }, { email: "tooLong" }],
  [{ notes: "n".repeat(2001) }, { notes: "tooLong" }],
  [
    { name: "", email: "ada@" },
    { name: "empty", email: "invalid" },
  ],
])("%o", (given, problems) => expect(typed(given)).toEqual({ problems }));
