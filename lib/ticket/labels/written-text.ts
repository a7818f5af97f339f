/** Parts that people write, or that show something else than this ticket. Never read inside. */
const WRITTEN = [
  "blockquote, q, article, pre, code, figure, iframe, object, svg, template, noscript, script, style, datalist",
  "nav, footer, menu, [role=navigation], [role=article], [role=log], [role=feed], [role=search], [role=menu]",
  "[role=listbox], [role=tooltip], [role=alert], [role=status], [role=document], [role=grid], [role=columnheader]",
  "[role=dialog], dialog, [contenteditable]:not([contenteditable=false i]), [hidden], [aria-hidden=true]",
  '[itemprop="text" i], [itemprop="comment" i], [itemprop="articleBody" i], [style*="display:none" i]',
  '[style*="display: none" i], form[method="get" i], a[href] dl, a[href] table, thead, tfoot, caption',
].join(", ");

/** Words in class names and ids of such parts: `.message-body`, `.ticketComments`, `#history`, `.related_tickets`. */
const WORDS = new Set(
  (
    "message messages messagebody msg comment comments description note notes reply replies replybox answer answers " +
    "response thread threads conversation conversations post posts article articles markdown prose wiki quote quoted " +
    "signature editor richtext wysiwyg prosemirror trix redactor ckeditor tinymce ql journal journals history histories " +
    "changelog changes activity activities timeline feed audit log logs related similar linked subtask subtasks children " +
    "suggestion suggestions recent search filter filters facet template templates example examples tooltip popover " +
    "preview attachment attachments survey help faq bodytext usertext usercontent stanza solution chat bubble letter " +
    "custom emailbody emailcontent mailbody mailcontent ticketbody ticketcontent ticketmessage userhtml bodyhtml htmlbody"
  ).split(" "),
);
/** "description-list": labels and values, not a description. */
const LIST = /^(?:list|lists|term|terms|item|items|group|details)$/;
/** Longest run of prose beside labelled values before they count as part of that prose, in characters. */
const MAX_PROSE = 60;

/**
 * Whether an element stands in a part that people write; remembers its ancestors for one reading.
 * @param main the page's main part; whatever stands around it is a frame, however it is called
 */
export function createWrittenTest(
  exclude: string | null,
  main: Element | null = null,
): (element: Element) => boolean {
  const own = exclude ? `${WRITTEN}, ${exclude}` : WRITTEN;
  const known = new Map<Element, boolean>();
  return function isWritten(element: Element): boolean {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = element.parentElement;
    const isFrame = main !== null && element.contains(main);
    const written = (!isFrame && isWrittenItself(element, own)) || (parent !== null && isWritten(parent));
    known.set(element, written);
    return written;
  };
}

function isWrittenItself(element: Element, selectors: string): boolean {
  if (element.matches(selectors)) return true;
  if (element.localName === "body" || element.localName === "html") return false;
  return namesWritten(`${element.getAttribute("class") ?? ""} ${element.id}`);
}

/** Whether class names or ids say that people write there. */
export function namesWritten(names: string): boolean {
  const words = wordsOf(names);
  return words.some((word, index) => {
    const next = words[index + 1] ?? "";
    const isList = word === "description" && LIST.test(next);
    return (WORDS.has(word) && !isList) || WORDS.has(word + next);
  });
}

/** The words of class names and ids: "message-body", "messageBody" and "message_body" are "message" and "body". */
export function wordsOf(names: string): string[] {
  return names
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
}

/** Whether a block with labelled values stands among sentences, as a table in a message does. */
export function isAmongProse(block: Element): boolean {
  for (let at = block, level = 0; level < 4; level++) {
    const parent = at.parentElement;
    if (!parent) return false;
    for (const node of parent.childNodes) {
      if (node !== at && isProse(node)) return true;
    }
    if (parent.matches("body, main, aside")) return false;
    at = parent;
  }
  return false;
}

function isProse(node: Node): boolean {
  const isParagraph = node instanceof Element && /^(?:p|blockquote|pre)$/.test(node.localName);
  if (!isParagraph && node.nodeType !== Node.TEXT_NODE) return false;
  const text = node.textContent?.trim() ?? "";
  return (
    text.length > MAX_PROSE || /\p{L}{2,}[.!?…。！？](?:\s|$)/u.test(text) || (isParagraph && /,$/.test(text))
  );
}
