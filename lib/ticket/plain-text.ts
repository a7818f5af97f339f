const NOT_TEXT = "script, style, template, noscript, button, select, textarea, input, svg, [hidden]";
const BLOCK =
  "address, article, blockquote, dd, div, dl, dt, figure, footer, h1, h2, h3, h4, h5, h6, header, hr, li, ol, p, pre, section, table, tr, ul";
/** Deeper elements are left out: nobody wrote them by hand. */
const DEEPEST = 100;

/** What an element says, as text with line breaks. Also where nothing is laid out, unlike `innerText`. */
export function plainText(element: Element): string {
  const parts: string[] = [];
  collect(element, parts, 0);
  return parts
    .join("")
    .replace(/[\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/g, "")
    .split("\n")
    .map((line) => line.replace(/[^\S\n]+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function collect(element: Element, parts: string[], depth: number): void {
  if (depth > DEEPEST) return;
  const isPre = element.matches("pre");
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue ?? "";
      parts.push(isPre ? text : text.replace(/\s+/g, " "));
    } else if (node instanceof Element) {
      if (node.matches(NOT_TEXT)) continue;
      if (node.matches("br")) parts.push("\n");
      else if (node.matches(BLOCK)) {
        parts.push("\n");
        collect(node, parts, depth + 1);
        parts.push("\n");
      } else {
        collect(node, parts, depth + 1);
        if (node.matches("td, th")) parts.push(" ");
      }
    }
  }
}
