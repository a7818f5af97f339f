import { readLabel } from "../labels/read-label";
import { specialValue } from "../labels/words";
import { matchUrl } from "../match-url";
import { readField, type Scope } from "../read-field";
import { deriveUrl } from "./derive-url";
import { type Draft, draftPage, TAUGHT_FIELDS, type TaughtField } from "./draft";

/** What one field reads on another ticket, and what is suspicious about it. */
export interface CheckedField {
  field: TaughtField;
  before: string;
  now: string | null;
  problem: "empty" | "nobody" | "self" | "same" | null;
}

export interface CheckedPage {
  /** The `url` of the page definition, which fits both tickets. */
  url: string;
  fields: CheckedField[];
  /** Whether nothing stands against saving. */
  ok: boolean;
}

/** Values that two tickets never share. */
const DIFFERENT: readonly TaughtField[] = ["number", "subject"];

/**
 * Reads another ticket by a draft.
 * @returns `null` when the page is the same ticket, or none whose address is like the first one's
 */
export function checkPage(draft: Draft, document: Document, here: URL, basePath: string): CheckedPage | null {
  if (draft.url === null) return null;
  const url = deriveUrl([new URL(draft.url), here], draft.fields.number?.text ?? null, basePath);
  if (url === null) return null;
  const scope = scopeOf(draft, document, here, url, basePath);
  const fields = TAUGHT_FIELDS.flatMap((field): CheckedField[] => {
    const choice = draft.fields[field];
    if (!choice) return [];
    const now = readField(choice.sources, scope);
    return [{ field, before: choice.text, now, problem: problemOf(field, choice.text, now) }];
  });
  const isSpoilt = ({ field, problem }: CheckedField) =>
    problem !== null && (field === "assignee" || field === "number" || problem === "same");
  return { url, fields, ok: !fields.some(isSpoilt) };
}

/** Where the draft's sources are read on a page, as the overlay will read them. */
export function scopeOf(draft: Draft, document: Document, here: URL, url: string, basePath: string): Scope {
  const page = draftPage(draft, url);
  const groups = matchUrl(url, here, basePath) ?? {};
  return { root: document, exclude: page.exclude ?? null, groups, labels: readLabel, specialValue };
}

function problemOf(field: TaughtField, before: string, now: string | null): CheckedField["problem"] {
  if (now === null) return "empty";
  const special = field === "assignee" || field === "requester" ? specialValue(now) : null;
  if (special === "nobody" || special === "self") return special;
  return DIFFERENT.includes(field) && before === now ? "same" : null;
}
