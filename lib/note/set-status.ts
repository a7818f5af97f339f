import { fetchJson } from "../ticket/lookup/fetch-json";
import { fillUrl, type Placeholders } from "../ticket/lookup/fill-url";
import { readHeaders } from "../ticket/lookup/read-headers";
import { followPointer, readPointer } from "../ticket/lookup/read-pointer";
import type { NoteByRequest, StatusRecipe } from "./recipe";
import { sendNote } from "./send-note";
import { MAX_STATUSES, type StatusResult, TicketStatus } from "./status";

type Given = Omit<Placeholders, "first">;

/** The statuses that a ticket can have next, as its portal tells; `null` when it does not. */
export async function listStatuses(
  { ask, fixed }: StatusRecipe,
  given: Given,
  document: Document,
): Promise<TicketStatus[] | null> {
  if (!ask) return fixed ?? null;
  const json = await askFor(ask, given, document);
  if (json === undefined) return null;
  const { value, name = value } = ask;
  const found = followPointer(json, ask.each).flatMap((entry) => {
    const status = { value: readPointer(entry, value)[0], name: readPointer(entry, name)[0] };
    return TicketStatus.safeParse(status).data ?? [];
  });
  const isFirst = (status: TicketStatus, at: number) =>
    found.findIndex((other) => other.value === status.value) === at;
  return found.filter(isFirst).slice(0, MAX_STATUSES);
}

/**
 * Sets a ticket's status. Where the portal answers "done" whatever it has done, it is asked for the status afterwards.
 */
export async function setStatus(
  recipe: NoteByRequest,
  { ask, set }: StatusRecipe,
  { value, name }: TicketStatus,
  given: Given,
  document: Document,
): Promise<StatusResult> {
  const sent = await sendNote(recipe, set, { status: value }, given, document);
  switch (sent.kind) {
    case "written": {
      if (ask?.now === undefined) return { name, outcome: "changed" };
      const json = await askFor(ask, given, document);
      if (json === undefined) return { name, outcome: "unknown" };
      return { name, outcome: readPointer(json, ask.now)[0] === value ? "changed" : "refused" };
    }
    case "refused":
      return { name, outcome: "refused", code: sent.status };
    case "not-signed-in":
    case "gone":
    case "offline":
      return { name, outcome: sent.kind };
    default:
      return { name, outcome: "unknown" };
  }
}

async function askFor(
  { url: template, headers }: NonNullable<StatusRecipe["ask"]>,
  given: Given,
  document: Document,
): Promise<unknown> {
  const url = fillUrl(template, given);
  if (!url || url.origin !== given.origin) return undefined;
  const answer = await fetchJson(url, readHeaders(headers, document), "same-origin");
  return answer.ok ? answer.json : undefined;
}
