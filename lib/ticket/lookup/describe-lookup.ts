import * as z from "zod/mini";
import type { Portal } from "../../settings/portal";
import { LookupFailure } from "./failure";
import type { LookupState } from "./lookups";
import type { Recipe } from "./recipe";

/** How the lookup of a page fares: what is asked, never what was answered. */
export const LookupReport = z.object({
  from: z.enum(["portal", "preset"]),
  /** The address as it is configured, with nothing filled in. */
  url: z.string(),
  /** `not-asked`: the page says it all. `half`: the second question, for more about the first answer, has failed. */
  state: z.enum(["not-asked", "waiting", "answered", "half", "failed"]),
  failure: z.nullable(LookupFailure),
});
export type LookupReport = z.infer<typeof LookupReport>;

/** @returns `null` where a page has no lookup */
export function describeLookup(
  portal: Portal,
  recipe: Recipe | null,
  lookup: LookupState | null,
): LookupReport | null {
  if (!recipe) return null;
  const own = [portal.lookup, ...(portal.pages ?? []).map((page) => page.lookup)];
  const from = own.includes(recipe.lookup) ? "portal" : "preset";
  const failure = lookup && "failure" in lookup ? lookup.failure : null;
  return { from, url: recipe.lookup.url, state: stateOf(lookup), failure };
}

function stateOf(lookup: LookupState | null): LookupReport["state"] {
  switch (lookup?.kind) {
    case undefined:
      return "not-asked";
    case "waiting":
      return "waiting";
    case "failure":
      return "failed";
    case "answer":
      return lookup.failure ? "half" : "answered";
  }
}
