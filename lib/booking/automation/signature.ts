/** Bytes of a secret; the specification asks for 24 to 64. */
const LENGTH = 32;
const PREFIX = "whsec_";

/** A secret of our own making, as receivers type it in. */
export function newSecret(): string {
  return PREFIX + toBase64(crypto.getRandomValues(new Uint8Array(LENGTH)));
}

/**
 * The signature of a delivery.
 * @param timestamp seconds since 1970
 * @see https://www.standardwebhooks.com (symmetric, v1: HMAC-SHA256 of `id.timestamp.body`)
 */
export async function sign(secret: string, id: string, timestamp: number, body: string): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.slice(PREFIX.length)), (letter) => letter.charCodeAt(0));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign"]);
  const content = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  return `v1,${toBase64(new Uint8Array(await crypto.subtle.sign("HMAC", key, content)))}`;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
