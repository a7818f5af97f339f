import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldsOfJson, fieldsOfUrl, openPath } from "../../../lib/ledger/fields";

const fields = (url: string) =>
  Object.fromEntries(fieldsOfUrl(new URL(url)).map(({ name, value }) => [name, value]));

test("an address: its page, and all of its parameters", () => {
  expect(
    fields(
      "https://cal.com/tess/30min?name=Ada&guests=a%40example.com&guests=b%40example.com&metadata%5Bportal%5D=help",
    ),
  ).toEqual({
    page: "https://cal.com/tess/30min",
    name: "Ada",
    guests: "a@example.com, b@example.com",
    "metadata[portal]": "help",
  });
});

test.each([
  ["https://cal.com/reschedule/SECRET", "https://cal.com/reschedule/…"],
  ["https://cal.com/booking/SECRET?cancel=true", "https://cal.com/booking/…"],
  ["https://calendly.com/cancellations/SECRET", "https://calendly.com/cancellations/…"],
  [
    "https://api.calendly.com/scheduled_events/SECRET/invitees/SECRET",
    "https://api.calendly.com/scheduled_events/…/invitees/…",
  ],
  ["https://api.cal.com/v2/bookings/SECRET/cancel", "https://api.cal.com/v2/bookings/…/cancel"],
  ["https://calendly.com/d/SECRET/30min", "https://calendly.com/d/…/30min"],
  ["https://api.cal.com/v2/bookings", "https://api.cal.com/v2/bookings"],
  ["https://cal.com/bookings/", "https://cal.com/bookings/"],
])("what changes a booking is not kept: %s", (url, page) => {
  expect(fields(url).page).toBe(page);
  expect(JSON.stringify(fieldsOfUrl(new URL(url)))).not.toContain("SECRET");
});

test.each(["rescheduleUid", "uid", "token", "access_token", "apiKey", "api_key", "key", "secret", "sig"])(
  "the parameter %s is named alone",
  (name) => expect(fields(`https://a.example/?${name}=SECRET`)[name]).toBeNull(),
);

test.each(["monkey", "keyboard", "name", "ticketNumber", "metadata[ticketId]", "tokens"])(
  "the parameter %s is no secret",
  (name) => expect(fields(`https://a.example/?${encodeURIComponent(name)}=x`)[name]).toBe("x"),
);

test("a body, leaf by leaf", () => {
  const body = {
    start: "2026-11-23T09:00:00Z",
    attendee: { name: "Ada", phone: null },
    guests: ["a@example.com", "b@example.com"],
    none: [],
    answers: [{ question: "Why?", answer: "So" }],
    token: "SECRET",
    count: 1,
    is: false,
  };
  expect(fieldsOfJson(body)).toEqual([
    { name: "start", value: "2026-11-23T09:00:00Z" },
    { name: "attendee.name", value: "Ada" },
    { name: "guests", value: "a@example.com, b@example.com" },
    { name: "answers.0.question", value: "Why?" },
    { name: "answers.0.answer", value: "So" },
    { name: "token", value: null },
    { name: "count", value: "1" },
    { name: "is", value: "false" },
  ]);
  expect(fieldsOfJson(undefined)).toEqual([]);
});

test("whatever a body holds, each of its texts is a value, or named as a secret", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.string(), fc.integer())),
      (body) => {
        const told = new Map(fieldsOfJson(body).map(({ name, value }) => [name, value]));
        for (const [name, value] of Object.entries(body)) {
          expect(told.has(name)).toBe(true);
          expect([String(value), null]).toContain(told.get(name));
        }
      },
    ),
  );
});

test("no path is longer than it was by more than what is hidden, and other parts stay", () => {
  fc.assert(
    fc.property(fc.webUrl(), (url) => {
      const open = openPath(new URL(url)).split("/");
      const path = new URL(url).pathname.split("/");
      expect(open).toHaveLength(path.length);
      for (const [at, part] of open.entries()) expect([path[at], "…"]).toContain(part);
    }),
  );
});
