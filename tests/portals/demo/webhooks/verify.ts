import { createHmac, timingSafeEqual } from "node:crypto";

/** Older deliveries of Calendly are taken for repeated ones, in milliseconds. */
const TOLERANCE = 3 * 60_000;

/**
 * Whether a delivery is Cal.com's: `X-Cal-Signature-256` is the HMAC-SHA256 of the body, in hexadecimal.
 * @param body as it came, before it is parsed
 */
export function verifyCalCom(secret: string, header: string | undefined, body: string): boolean {
  return header !== undefined && isHmac(header, secret, body);
}

/**
 * Whether a delivery is Calendly's, and new: `Calendly-Webhook-Signature` is `t=<seconds since 1970>,v1=<HMAC-SHA256 of
 * "t.body", in hexadecimal>`; while a key is changed there are several `v1`.
 */
export function verifyCalendly(secret: string, header: string | undefined, body: string, now: Date): boolean {
  const parts = (header ?? "").split(",").map((part) => part.trim().split("="));
  const [, seconds = ""] = parts.find(([name]) => name === "t") ?? [];
  if (!/^\d{1,12}$/.test(seconds)) return false;
  if (Math.abs(now.getTime() - Number(seconds) * 1000) > TOLERANCE) return false;
  const signatures = parts.flatMap(([name, value = ""]) => (name === "v1" ? [value] : []));
  return signatures.some((signature) => isHmac(signature, secret, `${seconds}.${body}`));
}

/** Compares in a time that does not depend on where the first difference is. */
function isHmac(given: string, secret: string, content: string): boolean {
  const expected = createHmac("sha256", secret).update(content).digest();
  const signature = /^[\da-f]{64}$/.test(given) ? Buffer.from(given, "hex") : Buffer.alloc(expected.length);
  return timingSafeEqual(expected, signature);
}
