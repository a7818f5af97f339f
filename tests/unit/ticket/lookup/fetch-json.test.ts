import { afterEach, expect, test } from "vitest";
import { type Fetched, fetchJson } from "../../../../lib/ticket/lookup/fetch-json";
import { type Answer, json, type LocalRequest, page, redirect, serve } from "../../../scheduler/local-server";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function ask(answer: Answer | Promise<Answer>, headers = {}, signal?: AbortSignal) {
  const requests: LocalRequest[] = [];
  const server = await serve((request) => {
    requests.push(request);
    return answer;
  });
  ends.push(server.close);
  const fetched = await fetchJson(new URL(`${server.origin}/x`), headers, "omit", signal);
  return { fetched, requests };
}
const failed = (failure: object): Fetched => ({ ok: false, failure }) as Fetched;

test("an answer, asked for as JSON", async () => {
  const { fetched, requests } = await ask(json({ assignee: null }), { "X-Token": "t" });
  expect(fetched).toEqual({ ok: true, json: { assignee: null } });
  expect(requests[0]?.headers).toMatchObject({ accept: "application/json", "x-token": "t" });
});

test.each(["application/json; charset=utf-8", "application/hal+json", "text/json", "Application/JSON"])(
  "%s is JSON",
  async (type) => {
    expect((await ask({ headers: { "Content-Type": type }, body: "{}" })).fetched.ok).toBe(true);
  },
);

test.each<[string, Answer, object]>([
  ["a redirect", redirect("/login"), { cause: "not-signed-in" }],
  ["a page", page("<form>"), { cause: "not-signed-in" }],
  ["401", json({}, 401), { cause: "not-signed-in" }],
  ["404", json({}, 404), { cause: "no-ticket" }],
  ["410", json({}, 410), { cause: "no-ticket" }],
  ["403", json({}, 403), { cause: "refused", status: 403 }],
  ["500", json({}, 500), { cause: "refused", status: 500 }],
  ["a script", { headers: { "Content-Type": "text/javascript" }, body: "{}" }, { cause: "not-json" }],
  ["no type at all", { body: "{}" }, { cause: "not-json" }],
  [
    "half an answer",
    { headers: { "Content-Type": "application/json" }, body: '{"a":' },
    { cause: "not-json" },
  ],
  ["429", json({}, 429), { cause: "rate-limited", seconds: 60 }],
  [
    "429 with seconds",
    { ...json({}, 429), headers: { "Retry-After": "9" } },
    { cause: "rate-limited", seconds: 9 },
  ],
  [
    "503 with a day",
    { status: 503, headers: { "Retry-After": "86400" } },
    { cause: "rate-limited", seconds: 3600 },
  ],
  ["64 KiB and more", json("x".repeat(64 * 1024)), { cause: "too-big" }],
])("%s is no answer", async (_, answer, failure) => {
  expect((await ask(answer)).fetched).toEqual(failed(failure));
});

test("429 with a date", async () => {
  const date = new Date(Date.now() + 30_000).toUTCString();
  const { fetched } = await ask({ ...json({}, 429), headers: { "Retry-After": date } });
  const { failure } = fetched as { failure: { seconds: number } };
  expect(failure.seconds).toBeGreaterThan(25);
  expect(failure.seconds).toBeLessThanOrEqual(30);
});

test("exactly 64 KiB is read", async () => {
  const text = "x".repeat(64 * 1024 - 2);
  expect((await ask(json(text))).fetched).toEqual({ ok: true, json: text });
});

test("without a length, too: reading stops behind 64 KiB", async () => {
  let sent = 0;
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull(stream) {
      stream.enqueue(new Uint8Array(8 * 1024).fill(0x20));
      sent += 8;
    },
    cancel() {
      cancelled = true;
    },
  });
  const fetchBefore = globalThis.fetch;
  globalThis.fetch = async () => new Response(endless, { headers: { "Content-Type": "application/json" } });
  try {
    expect(await fetchJson(new URL("https://x.example"), {}, "omit")).toEqual(failed({ cause: "too-big" }));
  } finally {
    globalThis.fetch = fetchBefore;
  }
  expect(cancelled).toBe(true);
  expect(sent).toBeLessThanOrEqual(88);
});

test("too slow, and nobody there", async () => {
  const never = new Promise<Answer>(() => {});
  expect((await ask(never, {}, AbortSignal.timeout(50))).fetched).toEqual(failed({ cause: "too-slow" }));
  const gone = await serve(() => json({}));
  await gone.close();
  expect(await fetchJson(new URL(gone.origin), {}, "omit")).toEqual(failed({ cause: "offline" }));
});
