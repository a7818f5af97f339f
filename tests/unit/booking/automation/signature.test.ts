import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newSecret, sign } from "../../../../lib/booking/automation/signature";

test("the vector that the libraries of Standard Webhooks publish", async () => {
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const body = '{"test": 2432232314}';
  expect(await sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)).toBe(
    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  );
});

test("any secret of ours and any text sign as Node signs them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.nat(), async (body, timestamp) => {
      const secret = newSecret();
      const key = Buffer.from(secret.replace("whsec_", ""), "base64");
      expect(key).toHaveLength(32);
      const expected = createHmac("sha256", key).update(`msg_1.${timestamp}.${body}`).digest("base64");
      expect(await sign(secret, "msg_1", timestamp, body)).toBe(`v1,${expected}`);
    }),
  );
});

test("no secret is made twice", () => {
  expect(new Set(Array.from({ length: 100 }, newSecret)).size).toBe(100);
});

test("the check of docs/automation.md lets ours through, and nothing else", async () => {
  const docs = readFileSync(new URL("../../../../docs/automation.md", import.meta.url), "utf8");
  const code = /^```js\n(import .*?)^```/ms.exec(docs)?.[1] ?? "";
  const { isGenuine } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  const secret = newSecret();
  const now = Math.floor(Date.now() / 1000);
  const headers = async (time: number, by = secret) => ({
    "webhook-id": "msg_1",
    "webhook-timestamp": String(time),
    "webhook-signature": await sign(by, "msg_1", time, "{}"),
  });
  expect(isGenuine(secret, await headers(now), "{}")).toBe(true);
  const two = {
    ...(await headers(now)),
    "webhook-signature": `v1,AAAA ${await sign(secret, "msg_1", now, "{}")}`,
  };
  expect(isGenuine(secret, two, "{}")).toBe(true);
  expect(isGenuine(secret, await headers(now), "{ }")).toBe(false);
  expect(isGenuine(secret, await headers(now, newSecret()), "{}")).toBe(false);
  expect(isGenuine(secret, await headers(now - 301), "{}")).toBe(false);
  expect(isGenuine(secret, { ...(await headers(now)), "webhook-id": "msg_2" }, "{}")).toBe(false);
  expect(isGenuine(secret, {}, "{}")).toBe(false);
});
