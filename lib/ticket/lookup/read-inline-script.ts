/** Longer scripts are not looked through, in characters. */
const MAX_SCRIPT = 200_000;

/**
 * Reads a value that a page keeps in a variable, from the text of the inline script that sets it: what the variables
 * hold is out of reach for extensions.
 * @param expression with one group, in the `u` syntax
 */
export function readInlineScript(expression: string, document: Document): string | null {
  const wanted = new RegExp(expression, "u");
  for (const { src, text } of document.scripts) {
    const found = src === "" && text.length <= MAX_SCRIPT ? wanted.exec(text)?.[1] : undefined;
    if (found) return found;
  }
  return null;
}
