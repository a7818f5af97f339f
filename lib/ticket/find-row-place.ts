import type { FoundPlace } from "./find-place";
import type { PageDefinition } from "./page-definition";
import { select } from "./read-field";

const CELLS = 'td, th, [role="cell"], [role="gridcell"]';

/**
 * Where a row's button goes: the first of the page's places that is in the row, else the end of the last cell that can
 * be seen, else the end of the row. Never beside a cell: a table would get another column.
 */
export function findRowPlace(row: Element, page: Pick<PageDefinition, "place" | "exclude">): FoundPlace {
  for (const { at, position } of page.place) {
    const [anchor] = select(at, { root: row, exclude: page.exclude ?? null });
    if (anchor) return insideCell({ anchor, position });
  }
  const own = [...row.querySelectorAll(CELLS)].filter((cell) => cell.closest("tr, [role=row]") === row);
  const cells = own.length > 0 ? own : [...row.querySelectorAll(CELLS)];
  const anchor = cells.reverse().find((cell) => cell.checkVisibility()) ?? row;
  return { anchor, position: "append" };
}

function insideCell({ anchor, position }: FoundPlace): FoundPlace {
  if (!anchor.matches(CELLS)) return { anchor, position };
  return { anchor, position: position === "before" || position === "prepend" ? "prepend" : "append" };
}
