import type { LookupFailure } from "./failure";

/** Longest wait for an answer, both hops together, in milliseconds. */
export const LOOKUP_TIMEOUT = 5000;
/** Longest answer, in bytes. */
const MAX_SIZE = 64 * 1024;
/** How long to leave a server alone that says "too many" and not for how long, in seconds. */
const DEFAULT_PAUSE = 60;

export type Fetched = { ok: true; json: unknown } | { ok: false; failure: LookupFailure };

/**
 * Gets JSON: within 5 s, at most 64 KiB, without following a redirect.
 * @param credentials `same-origin` on the portal's own page, `omit` everywhere else
 * @param seen called with the answer before it is read, for its headers
 */
export async function fetchJson(
  url: URL,
  headers: Readonly<Record<string, string>>,
  credentials: "same-origin" | "omit",
  signal: AbortSignal = AbortSignal.timeout(LOOKUP_TIMEOUT),
  seen?: (response: Response) => void,
): Promise<Fetched> {
  try {
    const response = await fetch(url, {
      headers: { Accept: "application/json", ...headers },
      credentials,
      redirect: "manual", // "error" could not be told from a server that is gone
      cache: "no-store",
      signal,
      ...(credentials === "omit" ? { referrerPolicy: "no-referrer" as const } : {}),
    });
    seen?.(response);
    const failure = refusal(response);
    if (failure) {
      await response.body?.cancel();
      return { ok: false, failure };
    }
    return parse(await readText(response));
  } catch {
    return fail(signal.aborted ? "too-slow" : "offline");
  }
}

function refusal(response: Response): LookupFailure | null {
  const { status, headers } = response;
  const isRedirect = response.type === "opaqueredirect" || (status >= 300 && status < 400);
  if (isRedirect || status === 401) return { cause: "not-signed-in" };
  if (status === 404 || status === 410) return { cause: "no-ticket" };
  if (status === 429 || (status === 503 && headers.has("Retry-After"))) {
    return { cause: "rate-limited", seconds: pause(headers.get("Retry-After")) };
  }
  if (!response.ok) return { cause: "refused", status };
  const [type = ""] = (headers.get("Content-Type") ?? "").toLowerCase().split(";");
  if (/^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(type.trim())) {
    return Number(headers.get("Content-Length")) > MAX_SIZE ? { cause: "too-big" } : null;
  }
  return {
    cause: /^(?:text\/html|application\/xhtml\+xml)$/.test(type.trim()) ? "not-signed-in" : "not-json",
  };
}

/** Seconds of a Retry-After header: a number, or a date. @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function pause(header: string | null): number {
  const text = header?.trim() ?? "";
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? DEFAULT_PAUSE : Math.min(Math.max(seconds, 1), 3600);
}

/** @returns `null` when it is too long; what is behind the limit is never received */
async function readText(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MAX_SIZE) {
      await reader?.cancel();
      return null;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string | null): Fetched {
  if (text === null) return fail("too-big");
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch {
    return fail("not-json");
  }
}

function fail(cause: "too-slow" | "offline" | "too-big" | "not-json"): Fetched {
  return { ok: false, failure: { cause } };
}
