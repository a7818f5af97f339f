import type { UrlGroups } from "../match-url";
import type { FieldSource, PageDefinition } from "../page-definition";
import { findRoot, readField, type Scope, select } from "../read-field";
import { isPointer } from "./recipe";

const ABOUT_ASSIGNEE = ["assignee", "assigneeEmail", "assigneeLogin"];

/**
 * Whether a page leaves something open that its lookup can answer: a field reaches a pointer without an earlier source
 * having answered, or nobody is printed and a pointer tells whether anybody is in charge.
 */
export function wantsLookup(document: Document, page: PageDefinition, groups: UrlGroups): boolean {
  const root = findRoot(document, page);
  if (!root) return false;
  const scope: Scope = { root, exclude: page.exclude ?? null, groups };
  const tests = page.unassigned ?? [];
  const isPrinted = tests.some((test) => "css" in test && select(test.css, scope).length > 0);
  return (
    Object.entries(page.fields).some(
      ([name, sources]) =>
        !(isPrinted && ABOUT_ASSIGNEE.includes(name)) && reachesPointer(sources ?? [], scope),
    ) ||
    (!isPrinted && tests.some((test) => "json" in test) && readField(page.fields.assignee, scope) === null)
  );
}

function reachesPointer(sources: readonly FieldSource[], scope: Scope): boolean {
  const first = sources.findIndex(isPointer);
  return first >= 0 && readField(sources.slice(0, first), scope) === null;
}
