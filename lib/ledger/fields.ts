import type { LedgerField } from "./leaving";

/** Longest value that is kept, in characters. */
const LONGEST = 5000;
/** Parameters whose value lets somebody in, or lets somebody change a booking. */
const SECRET =
  /(?:^|[-_.[])(?:access_?token|token|(?:api_?)?key|secret|password|pwd|signature|sig)\]?$|uid$/i;
/** What follows one of these in a path is the id of a booking, or of a link that books once. */
const BEFORE_ID = new Set([
  "booking",
  "bookings",
  "reschedule",
  "reschedulings",
  "cancellations",
  "scheduled_events",
  "invitees",
  "d",
]);

/** What an address says: its page, and its parameters as they are; secrets are named alone. */
export function fieldsOfUrl(url: URL): LedgerField[] {
  return [{ name: "page", value: url.origin + openPath(url) }, ...fieldsOfQuery(url)];
}

/** The parameters of an address, those with several values in one field. */
export function fieldsOfQuery(url: URL): LedgerField[] {
  const names = [...new Set(url.searchParams.keys())];
  return names.map((name) => field(name, url.searchParams.getAll(name).join(", ")));
}

/** The path of an address, without ids by which anybody could change a booking. */
export function openPath({ pathname }: URL): string {
  const parts = pathname.split("/");
  return parts.map((part, at) => (part && BEFORE_ID.has(parts[at - 1] ?? "") ? "…" : part)).join("/");
}

/** What a JSON body says, leaf by leaf (`attendee.name`); lists are one field. */
export function fieldsOfJson(body: unknown, name = ""): LedgerField[] {
  if (body === null || body === undefined) return [];
  if (Array.isArray(body) && body.every((part) => typeof part !== "object"))
    return body.length > 0 ? [field(name, body.join(", "))] : [];
  if (typeof body !== "object") return [field(name || "body", String(body))];
  return Object.entries(body).flatMap(([key, part]) => fieldsOfJson(part, name ? `${name}.${key}` : key));
}

/** A secret that was sent: named, and never kept. */
export function secretField(name: string): LedgerField {
  return { name, value: null };
}

function field(name: string, value: string): LedgerField {
  return { name, value: SECRET.test(name) ? null : value.slice(0, LONGEST) };
}
