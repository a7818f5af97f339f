import type { Resolution } from "../../lib/offer/resolve";
import type { LookupFailure } from "../../lib/ticket/lookup/failure";
import type { Reading } from "./read-page";

/** Reasons that an answer of the lookup might have changed. */
const OPEN = ["assignee-unknown", "not-in-directory", "ambiguous"];

/**
 * The failed lookup that is why there is no card. What the page prints is enough for one all the same, but when the
 * lookup API says that there is no such ticket; other interfaces may say 404 for reasons of their own.
 */
export function lookupProblem({ lookup, recipe }: Reading, resolution: Resolution): LookupFailure | null {
  if (lookup?.kind === "answer") {
    const isOpen = resolution.kind === "none" && resolution.reason === "assignee-unknown";
    return isOpen ? lookup.failure : null;
  }
  if (lookup?.kind !== "failure") return null;
  const { failure } = lookup;
  if (resolution.kind === "none") return OPEN.includes(resolution.reason) ? failure : null;
  return recipe?.generic && failure.cause === "no-ticket" ? failure : null;
}
