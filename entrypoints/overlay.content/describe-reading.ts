import type { PageReport } from "../../lib/messages";
import { explainReading } from "../../lib/ticket/explain-reading";
import { isOwnPage } from "../../lib/ticket/find-page";
import { describeLookup } from "../../lib/ticket/lookup/describe-lookup";
import { findRoot, type Trace } from "../../lib/ticket/read-field";
import type { Reading } from "./read-page";

type ReadPart = "portal" | "preset" | "product" | "page" | "fields" | "lookup" | "guess" | "ticket";

/**
 * What the popup shows of how a page was read.
 * @param traced the same page, read with `trace`
 */
export function describeReading(
  { portal, preset, page, ticket, guess, recipe, lookup }: Reading,
  traced: Reading | null,
  trace: Trace,
): Pick<PageReport, ReadPart> {
  return {
    portal: { id: portal.id, name: portal.name },
    preset: preset?.name ?? null,
    product: preset && { id: preset.id, seen: preset.seen },
    page: page && {
      from: guess ? "labels" : isOwnPage(portal, page) ? "portal" : "preset",
      kind: page.kind,
      url: page.url,
      root: !page.root ? "none" : findRoot(document, page) ? "found" : "missing",
    },
    fields: traced?.page ? explainReading(traced.page, trace) : [],
    lookup: describeLookup(portal, recipe, lookup),
    guess: guess && !guess.sure ? { label: guess.label, value: guess.value, page: guess.page } : null,
    ticket,
  };
}
