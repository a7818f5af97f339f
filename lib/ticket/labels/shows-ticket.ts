import { findLabels, valueElement } from "./find-labels";
import { asPerson } from "./value-shape";
import { valueText } from "./value-text";
import { labelMeanings } from "./words";
import { createWrittenTest } from "./written-text";

/** Fewer different labels may stand on any page. */
const ENOUGH = 3;

/**
 * Whether a page looks like a ticket to a person: it has the labels of one. Used where a page definition finds nothing,
 * to tell a product that has changed from a page that only has a ticket's address (an error, a sign-in).
 * @param needed whose label must be there, with a person beside it
 */
export function showsTicket(document: Document, exclude: string | null, needed: "assignee" | null): boolean {
  const isWritten = createWrittenTest(exclude);
  const labels = findLabels(document, isWritten);
  const fields = new Set(labels.flatMap(({ text }) => labelMeanings(text).map(({ field }) => field)));
  if (fields.size < ENOUGH) return false;
  if (needed === null) return true;
  return labels.some((label) => {
    if (!labelMeanings(label.text).some(({ field }) => field === needed)) return false;
    const value = valueElement(label);
    return value !== null && !isWritten(value) && asPerson(valueText(value) ?? "") !== null;
  });
}
