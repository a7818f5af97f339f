import type { LookupFailure } from "./failure";
import { type Fetched, fetchJson, LOOKUP_TIMEOUT } from "./fetch-json";
import { fillUrl, type Placeholders } from "./fill-url";
import { LookupAnswer } from "./generic-answer";
import type { Lookup } from "./lookup";
import { readHeaders } from "./read-headers";
import type { Recipe } from "./recipe";

/** What came of a lookup. `failure` beside an answer: the second hop failed, the first answer stands. */
export type LookupOutcome =
  | { kind: "answer"; json: unknown; failure: LookupFailure | null }
  | { kind: "failure"; failure: LookupFailure };

/** Which of a lookup's requests is meant; the second one is filled in from the first answer. */
export type Hop = "first" | "then";

export interface Question {
  recipe: Pick<Recipe, "lookup" | "generic">;
  document: Document;
  placeholders: Omit<Placeholders, "first">;
  /** Asks a site other than the portal: the background can, the portal's page cannot. */
  elsewhere(hop: Hop, first: unknown): Promise<Fetched>;
}

/** Makes a lookup from the portal's page: one request, or two where the first answer only leads to the second. */
export async function askLookup({
  recipe,
  document,
  placeholders,
  elsewhere,
}: Question): Promise<LookupOutcome> {
  const signal = AbortSignal.timeout(LOOKUP_TIMEOUT);

  function ask(hop: Hop, first?: unknown): Promise<Fetched> | null {
    const request = requestOf(recipe.lookup, hop);
    const url = request && fillUrl(request.url, { ...placeholders, first });
    if (!url) return null;
    return url.origin === placeholders.origin
      ? fetchJson(url, readHeaders(request.headers, document), "same-origin", signal)
      : elsewhere(hop, first);
  }

  const first = (await ask("first")) ?? { ok: false, failure: { cause: "offline" } };
  if (!first.ok) return { kind: "failure", failure: first.failure };
  const then = await ask("then", first.json);
  if (then?.ok) return check(withThen(first.json, then.json), null, recipe.generic);
  return check(first.json, then?.failure ?? null, recipe.generic);
}

/** One of a lookup's two requests. */
export function requestOf(lookup: Lookup, hop: Hop) {
  return hop === "first" ? lookup : (lookup.then ?? null);
}

function withThen(first: unknown, answer: unknown): unknown {
  // biome-ignore lint/suspicious/noThenProperty: the name in the configuration document; plain JSON, never awaited
  return { ...Object(first), then: answer };
}

function check(json: unknown, failure: LookupFailure | null, generic: boolean): LookupOutcome {
  const parsed = generic ? LookupAnswer.safeParse(json) : null;
  if (!parsed || parsed.success) return { kind: "answer", json, failure };
  const path = `/${parsed.error.issues[0]?.path.join("/") ?? ""}`;
  return { kind: "failure", failure: { cause: "not-the-format", path } };
}
