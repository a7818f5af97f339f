import type { PageDefinition } from "./page-definition";
import { type Scope, select } from "./read-field";

/**
 * What a page says in the place of a name: that nobody is in charge, or that the viewer is ("Me").
 * @returns `null` when it says neither
 */
export function readUnnamed(
  page: Pick<PageDefinition, "self" | "fields">,
  scope: Scope,
): "nobody" | "self" | null {
  if (page.self?.some(({ css }) => select(css, scope).length > 0)) return "self";
  for (const source of page.fields.assignee ?? []) {
    if ("css" in source || "url" in source || "json" in source) continue;
    const kind = scope.labels?.(source.label, { ...scope, weak: source.weak }).kind;
    if (kind === "nobody" || kind === "self") return kind;
  }
  return null;
}
