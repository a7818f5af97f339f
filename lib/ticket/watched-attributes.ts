import type { FieldSource, PageDefinition } from "./page-definition";

type CssSource = Extract<FieldSource, { css: string }>;

/**
 * The attributes that a page definition looks at, as values or in its selectors: when one of them changes, another
 * ticket, person or place may be meant.
 */
export function attributesOf(page: PageDefinition): string[] {
  const fields: (FieldSource[] | undefined)[] = Object.values(page.fields);
  const sources = fields
    .flatMap((field) => field ?? [])
    .filter((source): source is CssSource => "css" in source);
  const tests = (page.unassigned ?? []).flatMap((test) => ("css" in test ? [String(test.css)] : []));
  const selectors = [
    page.root ?? "",
    page.row ?? "",
    ...page.place.map(({ at }) => at),
    ...sources.flatMap(({ css, sameTextAs }) => [css, sameTextAs ?? ""]),
    ...tests,
  ];
  const selected = selectors.flatMap((css) =>
    [...css.matchAll(/\[\s*([\w-]+)/g)].map(([, name]) => name ?? ""),
  );
  const read = sources.flatMap(({ attr }) => attr ?? []);
  return [...new Set([...read, ...selected])].sort();
}
