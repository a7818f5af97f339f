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
  isKnown?: ((value: string) => boolean) | undefined;
  /** Whether weak labels need no second signal. */
  weak?: boolean | undefined;
}

/** A value beside its label. */
export interface Candidate {
  /** The label's own text. */
  label: string;
  element: Element;
  value: Element;
  strong: boolean;
  /** Whether there is a second signal. */
  hasSignal: () => boolean;
  answer: Exclude<Labelled, { kind: "none" }>;
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
  return findLabelled(field, scope)[0]?.answer ?? NONE;
}

/** All places where the field's one answer stands, the longest form of it first; none when there are two answers. */
export function findLabelled(field: LabelField, scope: LabelScope): Candidate[] {
  const all = candidates(field, scope);
  const strong = all.filter((candidate) => candidate.strong);
  if (strong.length > 0) return settle(strong);
  return scope.weak || all.some(({ hasSignal }) => hasSignal()) ? settle(all) : [];
}

/** The field's one answer, with the element of its value. */
export function locateLabel(field: LabelField, scope: LabelScope): LocatedLabel {
  const [found] = findLabelled(field, scope);
  return found ? { answer: found.answer, element: found.value } : { answer: NONE, element: null };
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
    return [{ label, element, value, strong: meaning.strong, hasSignal, answer }];
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

/** One answer, however often it is given. */
function settle(all: readonly Candidate[]): Candidate[] {
  if (all.length > MAX_ANSWERS) return [];
  const lengthOf = ({ answer }: Candidate) => (answer.kind === "value" ? answer.text.length : 0);
  const sorted = [...all].sort((a, b) => lengthOf(b) - lengthOf(a));
  const [longest] = sorted;
  return longest && all.every(({ answer }) => isSame(answer, longest.answer)) ? sorted : [];
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
