import { fieldsOfJson } from "../../ledger/fields";
import { noteLeaving } from "../../ledger/ledger";
import { isGranted } from "../../settings/permissions";
import { retryAfter } from "./back-off";
import { sign } from "./signature";

/** Longest wait for an answer, in milliseconds. */
const TIMEOUT = 15_000;

/** What the receiver is to be sent. */
export interface Delivery {
  url: URL;
  secret: string;
  id: string;
  /** JSON. */
  body: string;
  /** Which ticket it is about; `null` for a test. */
  ticket: { portal: string; number: string } | null;
}

/** Why a delivery has failed; a number is the answer's status. */
type SendProblem = "no-permission" | "offline" | "too-slow" | "redirect" | `${number}`;

export type Sent =
  | { ok: true; status: number }
  | {
      ok: false;
      problem: SendProblem;
      /** Seconds that the receiver asked for. */
      retryAfter: number | null;
    };

/** The network, as a parameter. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/** Makes one attempt: signed, without cookies and referrer, no redirect is followed. Does not throw. */
export async function send(
  { url, secret, id, body, ticket }: Delivery,
  now: Date,
  fetch: Fetch = (to, init) => globalThis.fetch(to, init),
): Promise<Sent> {
  if (!(await isGranted(url.origin))) return { ok: false, problem: "no-permission", retryAfter: null };
  const timestamp = Math.floor(now.getTime() / 1000);
  const signature = await sign(secret, id, timestamp, body);
  const signal = AbortSignal.timeout(TIMEOUT);
  // Without its path: that of a webhook often is a key.
  noteLeaving({
    host: url.host,
    purpose: "webhook",
    request: "POST",
    ticket,
    fields: fieldsOfJson(JSON.parse(body)),
  });
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": signature,
      },
      body,
      credentials: "omit",
      redirect: "manual", // "error" could not be told from a receiver that is gone
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal,
    });
    void response.body?.cancel().catch(() => undefined);
    return read(response, now);
  } catch {
    return { ok: false, problem: signal.aborted ? "too-slow" : "offline", retryAfter: null };
  }
}

function read({ ok, status, type, headers }: Response, now: Date): Sent {
  if (ok) return { ok, status };
  const isRedirect = type === "opaqueredirect" || (status >= 300 && status < 400);
  const asked = retryAfter(headers.get("Retry-After"), now);
  return { ok, problem: isRedirect ? "redirect" : `${status}`, retryAfter: asked };
}
