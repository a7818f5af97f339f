import { findLabels } from "./find-labels";
import { findLabelled } from "./read-label";
import { labelMeanings } from "./words";
import { createWrittenTest } from "./written-text";

/** Fewer different labels may stand on any page. */
const ENOUGH = 3;

/**
 * Whether a page looks like a ticket to a person: it has the labels of one. Used where a page definition finds nothing,
 * to tell a product that has changed from a page that only has a ticket's address (an error, a sign-in).
 * @param exclude the page definition's
 */
export function showsTicket(document: Document, exclude: string | null): boolean {
  const labels = findLabels(document, createWrittenTest(exclude));
  const fields = new Set(labels.flatMap(({ text }) => labelMeanings(text).map(({ field }) => field)));
  return fields.size >= ENOUGH;
}

/** Whether a person stands beside a label for who is in charge. Weak labels count with somebody who is known. */
export function showsAssignee(
  document: Document,
  exclude: string | null,
  isKnown: (value: string) => boolean,
): boolean {
  const [found] = findLabelled("assignee", { root: document, exclude, isKnown });
  return found?.answer.kind === "value" && (found.strong || isKnown(found.answer.text));
}
