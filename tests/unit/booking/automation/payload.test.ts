import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Payload, payloadOf } from "../../../../lib/booking/automation/payload";
import { outgoingTypes } from "../../../../lib/booking/store/outgoing";
import { Share } from "../../../../lib/settings/share";
import { event } from "./given-event";

const all = Share.parse({});
const ada = { name: "Ada Visitor", email: "ada@example.com" };

test("of the ticket only what may be shared, of whoever attends only what was switched on", () => {
  const { data } = payloadOf(event(), all, null);
  expect(data.ticket).toEqual({
    id: "7",
    number: "T-7",
    subject: "Printer is on fire",
    url: "https://help.example.com/7",
  });
  expect(data.attendee).toBeNull();
  expect(payloadOf(event(), all, ada).data.attendee).toEqual(ada);
  const none = { ...all, number: false, subject: false, ticketLink: false };
  const quiet = JSON.stringify(payloadOf(event(), none, null));
  for (const word of ["T-7", "Printer", "help.example.com"]) expect(quiet).not.toContain(word);
  const some = payloadOf(event(), { ...all, number: false }, null).data.ticket;
  expect(some).toEqual({
    id: null,
    number: null,
    subject: "Printer is on fire",
    url: "https://help.example.com/7",
  });
});

test("it is the published format, and nothing else is in it", () => {
  expect(Payload.parse(payloadOf(event(), all, ada))).toEqual(payloadOf(event(), all, ada));
});

const docs = readFileSync(new URL("../../../../docs/automation.md", import.meta.url), "utf8");

test("the example of docs/automation.md is the format, with every key", () => {
  const [, example = ""] = /^```json\n(.*?)^```/ms.exec(docs) ?? [];
  const parsed = Payload.parse(JSON.parse(example));
  expect(Object.keys(parsed.data).sort()).toEqual(Object.keys(payloadOf(event(), all, null).data).sort());
});

test.each(outgoingTypes)("docs/automation.md says what %s is", (type) => {
  expect(docs).toContain(`\`${type}\``);
});
