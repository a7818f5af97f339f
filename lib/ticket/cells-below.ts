/** The columns in which a heading is looked for. */
const COLUMNS = 20;

/**
 * Selectors for the cells of one column, wherever people have put it: one selector for each place where it may be.
 * @param table selector of the table
 * @param heading what its heading cell is told by, such as `.Owner`
 * @param counted which heading cells have a cell below them
 */
export function cellsBelow(table: string, heading: string, counted = "th"): string[] {
  return Array.from({ length: COLUMNS }, (_, at) => {
    const head = `th:nth-child(${at + 1} of ${counted})${heading}`;
    return `${table}:has(> thead > tr > ${head}) > tbody > tr > td:nth-child(${at + 1})`;
  });
}
