import type { HeaderSource, LookupRequest } from "./lookup";
import { readInlineScript } from "./read-inline-script";
import { readPointer } from "./read-pointer";

type Headers = LookupRequest["headers"];

/** Headers for the portal itself: fixed texts, and what its own page or cookies hold. What is not there is left out. */
export function readHeaders(headers: Headers, document: Document): Record<string, string> {
  return collect(headers, (source) => {
    if ("text" in source) return source.text;
    if ("meta" in source) return readMeta(source.meta, document);
    if ("script" in source) return readInlineScript(source.script, document);
    return readCookie(source, document.cookie);
  });
}

/** Headers for any other site: fixed texts only. */
export function textHeaders(headers: Headers): Record<string, string> {
  return collect(headers, (source) => ("text" in source ? source.text : null));
}

function collect(
  headers: Headers,
  read: (source: HeaderSource) => string | null | undefined,
): Record<string, string> {
  const entries = Object.entries(headers ?? {}).flatMap(([name, source]) => {
    const value = read(source);
    return value && /^[\t\x20-\x7e\x80-\xff]+$/.test(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries);
}

function readMeta(name: string, document: Document): string | null {
  const metas = [...document.head.querySelectorAll("meta")];
  const found = metas.find((meta) => meta.name === name || meta.getAttribute("property") === name);
  return found?.content ?? null;
}

function readCookie(
  { cookie, json }: Extract<HeaderSource, { cookie: string }>,
  cookies: string,
): string | undefined {
  const found = cookies.split(/;\s*/).find((entry) => entry.startsWith(`${cookie}=`));
  try {
    const value = found && decodeURIComponent(found.slice(cookie.length + 1));
    return value && json !== undefined ? readPointer(JSON.parse(value), json)[0] : value;
  } catch {
    return undefined; // not encoded, or not JSON
  }
}
