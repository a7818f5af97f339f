import { fetchJson } from "../ticket/lookup/fetch-json";
import { fillUrl, type Placeholders } from "../ticket/lookup/fill-url";
import type { HeaderSource } from "../ticket/lookup/lookup";
import { readHeaders } from "../ticket/lookup/read-headers";
import { readPointer } from "../ticket/lookup/read-pointer";
import type { NoteByRequest, NoteRequest } from "./recipe";
import type { NoteResult } from "./result";

/** Longest wait for the portal, in milliseconds. */
const TIMEOUT = 15_000;

/** What the request before the note has told. */
interface First {
  json: unknown;
  headers: Headers;
}

/**
 * Writes a note (or sets a status) from the portal's own page, with its session. A request whose answer says that nothing was written is a
 * failure with a reason; after any other silence or error the outcome is unknown, and nothing is tried again.
 */
export async function sendNote(
  recipe: NoteByRequest,
  request: NoteRequest,
  fields: { text: string } | { status: string },
  placeholders: Omit<Placeholders, "first">,
  document: Document,
): Promise<NoteResult> {
  const url = fillUrl(request.url, placeholders);
  if (!url || url.origin !== placeholders.origin) return { kind: "gone" };
  const first = recipe.first ? await askFirst(recipe.first, placeholders, document) : null;
  if (first && "kind" in first) return first;
  const init: RequestInit = {
    method: request.method,
    headers: {
      Accept: "application/json",
      "Content-Type": "application/json",
      ...headersOf(request, first, document),
    },
    body: JSON.stringify(fillBody(request.json, fields, placeholders)),
    credentials: "same-origin",
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT),
  };
  if (!navigator.onLine) return { kind: "offline" };
  const response = await fetch(url, init).catch(() => null);
  if (!response) return { kind: "unknown" };
  await response.body?.cancel();
  return readAnswer(response, request);
}

function readAnswer(response: Response, { success }: NoteRequest): NoteResult {
  const { status, type, headers } = response;
  if (type === "opaqueredirect" || status === 401) return { kind: "not-signed-in" };
  if (status === 404 || status === 410) return { kind: "gone" };
  if (status >= 500) return { kind: "unknown" };
  if (status >= 300) return { kind: "refused", status };
  const isPage = /^text\/html\b/i.test(headers.get("Content-Type") ?? "");
  if (isPage) return { kind: "not-signed-in" }; // a sign-in page instead of an answer
  return success.includes(status) ? { kind: "written" } : { kind: "unknown" };
}

async function askFirst(
  { url: template, headers }: NonNullable<NoteByRequest["first"]>,
  placeholders: Omit<Placeholders, "first">,
  document: Document,
): Promise<First | NoteResult> {
  const url = fillUrl(template, placeholders);
  if (!url || url.origin !== placeholders.origin) return { kind: "gone" };
  let seen = new Headers();
  const answer = await fetchJson(
    url,
    readHeaders(headers, document),
    "same-origin",
    undefined,
    (response) => {
      seen = response.headers;
    },
  );
  if (answer.ok) return { json: answer.json, headers: seen };
  const { failure } = answer;
  if (failure.cause === "not-signed-in") return { kind: "not-signed-in" };
  if (failure.cause === "no-ticket") return { kind: "gone" };
  return failure.cause === "refused" ? { kind: "refused", status: failure.status } : { kind: "offline" };
}

function headersOf({ headers }: NoteRequest, first: First | null, document: Document) {
  const own: Record<string, HeaderSource> = {};
  const told: Record<string, string> = {};
  for (const [name, source] of Object.entries(headers ?? {})) {
    if ("answer" in source) told[name] = readPointer(first?.json, source.answer)[0] ?? "";
    else if ("answerHeader" in source) told[name] = first?.headers.get(source.answerHeader) ?? "";
    else own[name] = source;
  }
  return { ...readHeaders(own, document), ...told };
}

const PLACEHOLDER = /\{(\w+)\}/g;

/** Fills in the texts of a body, once: braces in the note stay what they are. */
function fillBody(
  body: unknown,
  fields: { text: string } | { status: string },
  given: Omit<Placeholders, "first">,
): unknown {
  if (typeof body === "string") {
    const values: Record<string, string | undefined> = {
      ...given.groups,
      number: given.number,
      ...("text" in fields ? { text: fields.text, html: asHtml(fields.text) } : fields),
    };
    return body.replace(PLACEHOLDER, (whole: string, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? "") : whole,
    );
  }
  if (Array.isArray(body)) return body.map((entry) => fillBody(entry, fields, given));
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, part]) => [key, fillBody(part, fields, given)]));
}

/** A plain text as HTML that shows the same. */
function asHtml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? "").replaceAll("\n", "<br>");
}
