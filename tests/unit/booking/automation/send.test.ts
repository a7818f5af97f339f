import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { type Fetch, send } from "../../../../lib/booking/automation/send";
import { sign } from "../../../../lib/booking/automation/signature";

const noteLeaving = vi.hoisted(() => vi.fn());
vi.mock("../../../../lib/ledger/ledger", () => ({ noteLeaving }));

const NOW = new Date("2026-11-21T12:00:00.900Z");
const delivery = {
  url: new URL("https://hooks.example.com/callcard"),
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  id: "msg_1",
  body: '{"type":"callcard.test"}',
  ticket: { portal: "help", number: "T-7" },
};
const answering = (response: Response) => vi.fn<Fetch>(async () => response);

let granted = true;
beforeEach(() => {
  granted = true;
  noteLeaving.mockClear();
  Object.assign(fakeBrowser, { permissions: { contains: async () => granted } });
});

test("signed, without cookies, referrer and redirects", async () => {
  const fetch = answering(new Response(null, { status: 202 }));
  expect(await send(delivery, NOW, fetch)).toEqual({ ok: true, status: 202 });
  const [url, init] = fetch.mock.calls[0] ?? [];
  expect(url?.href).toBe("https://hooks.example.com/callcard");
  expect(init).toMatchObject({
    method: "POST",
    body: delivery.body,
    credentials: "omit",
    redirect: "manual",
    referrerPolicy: "no-referrer",
    headers: {
      "Content-Type": "application/json",
      "webhook-id": "msg_1",
      "webhook-timestamp": "1795262400",
      "webhook-signature": await sign(delivery.secret, "msg_1", 1795262400, delivery.body),
    },
  });
});

test("the ledger has each attempt, field by field, without the address's path", async () => {
  await send(delivery, NOW, answering(new Response()));
  expect(noteLeaving.mock.calls).toEqual([
    [
      {
        host: "hooks.example.com",
        purpose: "webhook",
        request: "POST",
        ticket: { portal: "help", number: "T-7" },
        fields: [{ name: "type", value: "callcard.test" }],
      },
    ],
  ]);
});

test.each([
  [301, "redirect"],
  [302, "redirect"],
  [400, "400"],
  [410, "410"],
  [500, "500"],
])("the answer %i is no delivery: %s", async (status, problem) => {
  const sent = await send(delivery, NOW, answering(new Response(null, { status })));
  expect(sent).toEqual({ ok: false, problem, retryAfter: null });
});

test("what the receiver asks for is read", async () => {
  const response = new Response(null, { status: 429, headers: { "Retry-After": "90" } });
  expect(await send(delivery, NOW, answering(response))).toEqual({
    ok: false,
    problem: "429",
    retryAfter: 90,
  });
});

test("nobody answers; nobody answers in time", async () => {
  const gone: Fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  expect(await send(delivery, NOW, gone)).toMatchObject({ problem: "offline" });
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort());
  expect(await send(delivery, NOW, gone)).toMatchObject({ problem: "too-slow" });
  expect(timeout).toHaveBeenCalledWith(15_000);
  timeout.mockRestore();
});

test("a site that the browser does not allow is not asked", async () => {
  granted = false;
  const fetch = answering(new Response());
  expect(await send(delivery, NOW, fetch)).toMatchObject({ ok: false, problem: "no-permission" });
  expect(fetch).not.toHaveBeenCalled();
  expect(noteLeaving).not.toHaveBeenCalled();
});
