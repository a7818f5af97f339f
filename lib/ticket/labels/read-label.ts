import { parsePerson } from "../parse-person";
import { findAriaLabels } from "./find-aria-labels";
import { findLabels, valueElement } from "./find-labels";
import { fold, tidy } from "./fold";
import { asLine, asNumber, asPerson } from "./value-shape";
import { valueText } from "./value-text";
import { type LabelField, labelMeanings, specialValue } from "./words";
import { createWrittenTest, isAmongProse } from "./written-text";

/** What a page says beside a label. */
export type Labelled =
  | { kind: "value"; text: string }
  /** The page says that there is nobody. */
  | { kind: "nobody" }
  /** The page says "Me". Some of these words are names in other languages: never take it for a name. */
  | { kind: "self" }
  /** The page says nothing, or several things. */
  | { kind: "none" };

export interface LabelScope {
  root: ParentNode & Node;
  /** Never read inside; comes on top of what is never read on any page. */
  exclude: string | null;
  /** Second signal for weak labels: whether a value is known already, such as a technician's name. */
  isKnown?: (value: string) => boolean;
  /** Whether weak labels need no second signal. */
  weak?: boolean | undefined;
}

interface Candidate {
  strong: boolean;
  /** Whether there is a second signal. */
  hasSignal: () => boolean;
  answer: Exclude<Labelled, { kind: "none" }>;
  /** The value's element. */
  element: Element;
}

const NONE: Labelled = { kind: "none" };
/** What a page says beside a label, and where. */
export type LocatedLabel = { answer: Labelled; element: Element | null };
/** A label that stands on a page more often belongs to a list. */
const MAX_ANSWERS = 3;

/**
 * Reads a field by its label, in 36 languages, on a page that nobody has described. Guesses nothing: weak labels ("Owner")
 * need a second signal, two different answers are none, and what people write (messages, comments) is not read.
 */
export function readLabel(field: LabelField, scope: LabelScope): Labelled {
  return locateLabel(field, scope).answer;
}

/** The same, with the element of the value. */
export function locateLabel(field: LabelField, scope: LabelScope): LocatedLabel {
  const all = candidates(field, scope);
  const strong = all.filter((candidate) => candidate.strong);
  if (strong.length > 0) return settle(strong);
  const isSure = scope.weak || all.some(({ hasSignal }) => hasSignal());
  return isSure ? settle(all) : { answer: NONE, element: null };
}

function candidates(field: LabelField, { root, exclude, isKnown }: LabelScope): Candidate[] {
  const isWritten = createWrittenTest(exclude);
  const labels = findLabels(root, isWritten);
  const answers: { label: string; element: Element; value: Element; text: string | null }[] = [];
  for (const found of labels) {
    const value = labelMeanings(found.text).some((meaning) => meaning.field === field)
      ? valueElement(found)
      : null;
    if (value) answers.push({ label: found.text, element: found.element, value, text: null });
  }
  for (const { label, element, value } of findAriaLabels(root, isWritten)) {
    answers.push({ label, element, value: element, text: value });
  }

  return answers.flatMap(({ label, element, value, text }): Candidate[] => {
    const meaning = labelMeanings(label).find((meant) => meant.field === field);
    if (!meaning || isWritten(value) || value.querySelector("p, dl, table, h1, h2, h3, h4")) return [];
    const answer = answerOf(field, text ?? valueText(value));
    if (!answer || isAmongProse(blockOf(element))) return [];
    const hasSignal = () =>
      isBesideStatus(element, labels) || (answer.kind === "value" && isKnown?.(answer.text) === true);
    return [{ strong: meaning.strong, hasSignal, answer, element: value }];
  });
}

/** `null`: an empty value, or one that cannot be this field's. */
function answerOf(field: LabelField, text: string | null): Candidate["answer"] | null {
  if (text === null || tidy(text) === "") return null;
  if (field === "number") return toAnswer(asNumber(text));
  if (field === "subject" || field === "priority") return toAnswer(asLine(text));
  const special = specialValue(text);
  if (special === "nothing") return null;
  return special ? { kind: special } : toAnswer(asPerson(text));
}

function toAnswer(text: string | null): Candidate["answer"] | null {
  return text === null ? null : { kind: "value", text };
}

/** One answer, however often it is given; the longest form of it. */
function settle(all: readonly Candidate[]): LocatedLabel {
  const length = ({ answer }: Candidate) => (answer.kind === "value" ? answer.text.length : 0);
  const [longest] = [...all].sort((a, b) => length(b) - length(a));
  const isOne =
    longest && all.length <= MAX_ANSWERS && all.every(({ answer }) => isSame(answer, longest.answer));
  return isOne ? longest : { answer: NONE, element: null };
}

function isSame(a: Labelled, b: Labelled): boolean {
  if (a.kind !== "value" || b.kind !== "value") return a.kind === b.kind;
  const others = keysOf(b.text);
  return keysOf(a.text).some((key) => others.includes(key));
}

/** By what two printed forms of one person are known to be the same. */
function keysOf(text: string): string[] {
  const person = parsePerson(text);
  const keys = [text, person?.name, person?.login, person?.email];
  return keys.filter((key) => typeof key === "string").map(fold);
}

/** The list or table that a label belongs to. */
function blockOf(label: Element): Element {
  return label.closest("dl, table") ?? label;
}

/** Second signal: status and priority are labelled in the same container. */
function isBesideStatus(label: Element, labels: readonly { element: Element; text: string }[]): boolean {
  const others = (field: string) =>
    labels.filter(({ text }) => labelMeanings(text).some((meaning) => meaning.field === field));
  const [status, priority] = [others("status"), others("priority")];
  let container = label.parentElement;
  for (let level = 0; container && level < 6 && !container.matches("body, main"); level++) {
    const at = container;
    if ([status, priority].every((some) => some.some(({ element }) => at.contains(element)))) return true;
    container = at.parentElement;
  }
  return false;
}
