import { expect, test } from "vitest";
import { asLine, asNumber, asPerson } from "../../../../lib/ticket/labels/value-shape";

test.each([
  "Tess Tech",
  "Tess O'Hara-Lindqvist",
  "Dr. T. Tech",
  "Tech, Tess",
  "José Ñúñez",
  "山田 太郎",
  "山田太郎",
  "محمد علي",
  "สมชาย ใจดี",
  "Ελένη Παπαδοπούλου",
  "tess",
  "t.tech",
  "tess2",
  "tess@example.com",
  "tess (Tess Tech)",
  "Tess Tech (tess)",
  "Tess Tech (tess@example.com)",
  "Tess Tech <tess@example.com>",
])("%s is a person", (value) => expect(asPerson(value)).toBe(value));

test("of an agent and a team the agent is the person; without spaces it could be a group and its agent", () => {
  expect(asPerson("Tess Tech / Networking")).toBe("Tess Tech");
  expect(asPerson("Networking/Tess Tech")).toBeNull();
  expect(asPerson("12 / 14")).toBeNull();
  expect(asPerson("Nobody / Networking")).toBeNull();
});

test.each([
  "",
  "-",
  "Nobody",
  "me",
  "Yes",
  "nein",
  "12",
  "2026-11-21",
  "21.11.2026 14:00",
  "3 hours ago",
  "Nov 21, 2026",
  "https://evil.example.com",
  "www.evil.example.com",
  "Call me back now, please, because it is urgent today",
  "I want Tess. She knows",
  "Who is it?",
  "Tess → Rob",
  "Tess; Rob",
  "Status",
  "Status: open",
  "Requester",
  "nobody (Nobody in particular)",
  "<b>Tess</b>",
  "{{ ticket.assignee }}",
  "$assignee.name()",
  "[object Object]",
  "a/b/c",
  "...",
  "Loading…",
  "x".repeat(200),
])("%j is no person", (value) => expect(asPerson(value)).toBeNull());

test.each([
  ["123", "123"],
  ["#123", "123"],
  ["# 7", "7"],
  ["INC0010001", "INC0010001"],
  ["HELP-12", "HELP-12"],
  ["2026-00017", "2026-00017"],
  ["three", null],
  ["12 of 14", null],
  ["12.50", null],
  ["", null],
])("the number of %j is %j", (value, number) => expect(asNumber(value)).toBe(number));

test.each([
  [" Printer \n on fire: again? ", "Printer on fire: again?"],
  ["-", null],
  ["x", null],
  ["x".repeat(301), null],
])("the line of %j is %j", (value, line) => expect(asLine(value)).toBe(line));
