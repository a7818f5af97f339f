import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callDraft } from "../../../../lib/booking/watchers/call-draft";
import { draftText, mailtoOf, watchersToTell } from "../../../../lib/booking/watchers/mail-draft";
import { person, ticket } from "../../ticket/given-ticket";

const call = {
  start: "2026-11-23T09:00:00.000Z",
  end: "2026-11-23T09:30:00.000Z",
  timeZone: "Europe/Berlin",
  technician: { email: "tess@example.com", name: "Tess Tech" },
};
const watched = ticket({
  number: "7",
  subject: "Printer",
  watchers: [
    person({ email: "rob@example.com" }),
    person({ email: "ROB@example.com" }),
    person({ email: "tess@example.com" }),
    person({ email: null, name: "Nobody" }),
    person({ email: "ada@example.com" }),
  ],
});

describe("whom to tell", () => {
  test("each watcher with an address once, without those who know of the call", () =>
    expect(watchersToTell(watched, [{ email: "Tess@example.com" }])).toEqual([
      "rob@example.com",
      "ada@example.com",
    ]));

  test("nobody where they were invited, or where there is nobody", () => {
    expect(callDraft(watched, { ...call, invited: true }, "en-GB")).toBeNull();
    expect(callDraft({ ...watched, watchers: [] }, call, "en-GB")).toBeNull();
  });
});

test("the draft says what, when with its zone, with whom and where", () => {
  const draft = callDraft(watched, call, "en-GB", "America/New_York");
  expect(draft?.subject).toBe("Call about ticket #7 (Printer)");
  for (const part of ["ticket #7 (Printer)", "23 Nov", "America/New_York", "Tess Tech", watched.url])
    expect(draft?.body).toContain(part);
});

test("a call without a time", () =>
  expect(callDraft(watched, { ...call, start: null }, "en-GB")?.body).toContain(
    "The time is in the confirmation mail.",
  ));

describe("as an address", () => {
  test("in blind copy, with line breaks of mails", () => {
    const href = mailtoOf({
      addresses: ["a+b@example.com", "c@example.com"],
      subject: "A & B?",
      body: "x\ny",
    });
    expect(href).toBe("mailto:?bcc=a%2Bb%40example.com,c%40example.com&subject=A%20%26%20B%3F&body=x%0D%0Ay");
  });

  test("too long for mail programs: none, and a text to copy instead", () => {
    const addresses = Array.from({ length: 80 }, (_, at) => `watcher-number-${at}@example.com`);
    const draft = { addresses, subject: "s", body: "b" };
    expect(mailtoOf(draft)).toBeNull();
    for (const address of addresses) expect(draftText(draft)).toContain(address);
  });

  test("whatever subject and text are, they arrive, and nobody else is added", () => {
    const line = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(line, line, (subject, body) => {
        const href = mailtoOf({ addresses: ["a@example.com"], subject, body });
        if (href === null) return;
        const read = new URL(href).searchParams;
        expect([...read.keys()]).toEqual(["bcc", "subject", "body"]);
        expect(read.get("bcc")).toBe("a@example.com");
        expect(read.get("subject")).toBe(subject);
      }),
    );
  });
});
