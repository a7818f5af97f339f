import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import type { CalendarAccount } from "../../../../lib/scheduler/account/account";
import { calComAccount } from "../../../../lib/scheduler/account/cal-com-account";
import { calendlyAccount } from "../../../../lib/scheduler/account/calendly-account";
import { AccountProblem } from "../../../../lib/scheduler/account/problem";
import { callApi, type Fetch, messageOf } from "../../../../lib/scheduler/account/request";
import { knownTimeZone } from "../../../../lib/scheduler/account/time-zone";
import { ada, prefill, problemOf } from "./problem-of";

const url = new URL("https://api.example.com/x");
const ask = (fetch: Fetch) => callApi({ url, answer: z.object({ x: z.number() }), scope: "a scope" }, fetch);
const answering =
  (status: number, body: string, headers: Record<string, string> = {}): Fetch =>
  async () =>
    new Response(body, { status, headers });

test("an answer in its format", async () => {
  expect(await ask(answering(200, '{"x": 1, "y": 2}'))).toEqual({ x: 1 });
});

test.each<[number, string, object]>([
  [200, "", { cause: "not-the-format", detail: "/x: " }],
  [200, '{"x": "1"}', { cause: "not-the-format", detail: "/x: x" }],
  [200, "<html>", { cause: "not-the-format" }],
  [400, '{"message": "No"}', { cause: "not-accepted", detail: "No" }],
  [401, "", { cause: "token-refused", detail: "" }],
  [403, '{"message": "No"}', { cause: "not-allowed", scope: "a scope", detail: "No" }],
  [404, "", { cause: "not-found" }],
  [409, '{"error": {"message": "Taken"}}', { cause: "slot-taken", detail: "Taken" }],
  [410, "", { cause: "not-found" }],
  [422, "", { cause: "not-accepted" }],
  [429, "", { cause: "rate-limited", seconds: 60 }],
  [500, "", { cause: "server", status: 500 }],
  [599, "", { cause: "server", status: 599 }],
])("status %i with %j", async (status, body, problem) => {
  expect(await problemOf(ask(answering(status, body)))).toMatchObject(problem);
});

test("a request carries no cookies, tells no page, and follows no redirect", async () => {
  let given: RequestInit = {};
  await ask(async (_, init) => {
    given = init;
    return new Response('{"x": 1}');
  });
  expect(given).toMatchObject({ credentials: "omit", redirect: "error", referrerPolicy: "no-referrer" });
});

const inSeconds = (seconds: number) => Date.now() + seconds * 1000;
test.each<[string, string, number]>([
  ["Retry-After", "7", 7],
  ["Retry-After", "0.5", 1],
  ["Retry-After", new Date(inSeconds(30)).toUTCString(), 30],
  ["Retry-After", "soon", 60],
  ["Retry-After", "-5", 60],
  ["Retry-After", "99999", 60],
  ["X-RateLimit-Reset", "42", 42],
  ["X-RateLimit-Reset-Default", "42", 42],
  ["X-RateLimit-Reset-Default", String(Math.ceil(inSeconds(20) / 1000)), 20],
  ["X-RateLimit-Reset-Default", String(Math.ceil(inSeconds(-20) / 1000)), 60],
])("%s: %s", async (name, value, seconds) => {
  const problem = await problemOf(ask(answering(429, "", { [name]: value })));
  expect(problem.cause).toBe("rate-limited");
  if (problem.cause === "rate-limited") expect(Math.abs(problem.seconds - seconds)).toBeLessThanOrEqual(2);
});

test.each<[unknown, string]>([
  [null, ""],
  ["text", ""],
  [[], ""],
  [{ message: 7 }, ""],
  [{ error: "text" }, ""],
  [{ message: "No", details: [] }, "No"],
  [
    { message: "No", details: [{ parameter: "a.b", message: "is bad" }, { message: "more" }] },
    "No a.b: is bad",
  ],
  [{ details: [{ message: "is bad" }] }, "is bad"],
  [{ message: "No", details: "text" }, "No"],
  [{ message: "x".repeat(999) }, "x".repeat(300)],
])("the words of %j", (body, words) => expect(messageOf(body)).toBe(words));

test.each([
  ["Europe/Berlin", "Europe/Berlin"],
  ["America/New York", "America/New_York"],
  ["Mars/Base", null],
  ["", null],
  [null, null],
])("the zone %s", (name, zone) => expect(knownTimeZone(name)).toBe(zone));

// Whatever a server answers: the clients give what they promise, or an AccountError whose problem can be stored.
const documented = fc.constantFrom<unknown>(
  {
    resource: {
      uri: "https://api.example.com/users/1",
      name: "",
      email: "",
      scheduling_url: "https://x.example/",
    },
  },
  {
    collection: [{ status: "available", start_time: "2026-11-23T09:00:00Z" }],
    pagination: { next_page_token: null },
  },
  { resource: { locations: [{ kind: "ask_invitee" }] } },
  { status: "success", data: [] },
  { status: "success", data: { "2026-11-23": [{ start: "2026-11-23T09:00:00.000+01:00" }] } },
  { status: "success", data: { bookingUrl: "https://x.example/" } },
);
const junk = fc.oneof(
  fc.json(),
  fc.string(),
  documented.map((answer) => JSON.stringify(answer)),
  fc.tuple(documented, fc.nat(40), fc.string({ maxLength: 3 })).map(([answer, at, text]) => {
    const json = JSON.stringify(answer);
    return json.slice(0, at) + text + json.slice(at + text.length);
  }),
);
const answers = fc.infiniteStream(
  fc.record({ status: fc.constantFrom(200, 201, 400, 403, 429, 500), body: junk }),
);
const type = { id: "1", name: "", minutes: 30, description: "", link: "", notesQuestion: null };
const from = new Date(Date.now() + 3600_000);
const methods: ((account: CalendarAccount) => Promise<unknown>)[] = [
  (account) => account.owner(),
  (account) => account.checkScopes(),
  (account) => account.meetingTypes(new URL("https://cal.com/tess/%E0%A4%A")),
  (account) => account.freeSlots(type, from, new Date(from.getTime() + 86_400_000)),
  (account) => account.singleUseLink(type),
  (account) => account.book(type, "2026-11-23T09:00:00Z", ada, prefill()),
];

test.each([
  ["Calendly", (fetch: Fetch) => calendlyAccount("t", undefined, fetch)],
  ["Cal.com", (fetch: Fetch) => calComAccount("cal_k", "https://api.cal.com/v2/", fetch)],
])("junk from %s never throws anything but an AccountError", async (_, create) => {
  const property = fc.asyncProperty(answers, fc.constantFrom(...methods), async (stream, method) => {
    const account = create(async () => {
      const { status, body } = stream.next().value as { status: number; body: string };
      return new Response(body, { status });
    });
    let failed: unknown = null;
    await method(account).catch(async (error) => {
      failed = await problemOf(Promise.reject(error));
    });
    if (failed) AccountProblem.parse(failed);
  });
  await fc.assert(property, { numRuns: 400 });
});
