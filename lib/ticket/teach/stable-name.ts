import { wordsOf } from "../labels/written-text";

/** Words of classes that come and go with the ticket or the pointer: `.is-active`, `.status-open`, `.priority-high`. */
const PASSING = new Set(
  (
    "active inactive selected hover hovered focus focused open opened closed close new resolved solved pending hold urgent " +
    "high low normal medium critical unassigned none empty filled dirty pristine touched untouched valid invalid " +
    "loading loaded ready busy even odd first last current expanded collapsed visible hidden show shown hide dark light " +
    "unread read online offline away sticky dragging animate animated transition fade enter leave ltr rtl"
  ).split(" "),
);
/** What style tools write: `css-1q2w3e`, `sc-bdVaJa`, `jss12`, `ng-tns-c12-3`, `svelte-1abc`, `data-v-1a2b3c`, `_ngcontent-abc`. */
const TOOL =
  /^(?:css|sc|jss\d+|ng|_?ng\w+|svelte|emotion|chakra|v|ember\d+|react|radix|headlessui|mui\d*|makeStyles)(?:$|[-_])/i;
/** Helpers for looks alone tell nothing about what is inside: `text-sm`, `mt-4`, `col-md-6`, `flex`. */
const LOOKS =
  /^(?:text|font|bg|border|rounded|shadow|flex|grid|col|row|order|gap|space|[mp][trblxyse]?|w|h|min|max|d|items?|justify|self|align|float|pull|inline|block|relative|absolute|fixed|overflow|truncate|whitespace|leading|tracking|opacity|z|top|left|right|bottom|start|end|sm|md|lg|xl|container|clearfix|small|muted|bold|strong|nowrap|ellipsis)(?:[-_:]|$)/i;

/**
 * Whether a class, an id or an attribute's value was given by people and will be the same on the next ticket: made of
 * words, without generated parts, states, numbers of tickets, or what stands on the page.
 * @param texts what belongs to this ticket alone: its id, the value that was pointed at
 */
export function isStableName(name: string, texts: readonly string[] = []): boolean {
  if (name.length < 2 || name.length > 60 || !/^[A-Za-z_][\w.:-]*$/.test(name)) return false;
  if (TOOL.test(name) || !name.split(/[-_.:]+/).every(isWord)) return false;
  const words = wordsOf(name).filter(Boolean);
  if (words.some((word) => PASSING.has(word))) return false;
  const all = [...words, ...name.toLowerCase().split(/[^\p{L}\p{N}]+/u), name.toLowerCase()];
  return !texts.some((text) => text.length > 1 && all.includes(text.toLowerCase()));
}

/** Whether a class says something about what is inside, and not only how it looks. */
export function isTellingClass(name: string, texts: readonly string[] = []): boolean {
  return isStableName(name, texts) && !LOOKS.test(name);
}

/** The part of a generated class that people gave: `MessageBody_root__x1Y2z` → `MessageBody_root`; `null`: none. */
export function stablePart(name: string): string | null {
  const parts = name.split(/(?=[-_])/);
  const kept: string[] = [];
  for (const part of parts) {
    if (!isWord(part.replace(/^[-_]/, ""))) break;
    kept.push(part);
  }
  const stable = kept.join("").replace(/[-_]+$/, "");
  return stable.length >= 4 && isStableName(stable) ? stable : null;
}

/** One part between dashes: a word, an abbreviation, or a short count; not `3fK2a`, `bdVaJa`, `x7` or `20431`. */
function isWord(part: string): boolean {
  if (part === "" || /^\d{1,2}$/.test(part)) return true;
  const [, letters = "", digits = ""] = /^([A-Za-z]+)(\d*)$/.exec(part) ?? [];
  if (letters === "" || digits.length > 1) return false;
  const words = letters.split(/(?<=[a-z])(?=[A-Z])/);
  // "bdVaJa", "eVIXkT": pieces too short for words.
  if (words.length > 1 && words.filter((word) => word.length < 3).length > words.length / 2) return false;
  return words.every((word) => word.length < 4 || /[aeiouy]/i.test(word)) && !/[^aeiouy]{6,}/i.test(letters);
}
