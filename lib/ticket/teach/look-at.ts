import { findLabels } from "../labels/find-labels";
import { fold } from "../labels/fold";
import { asLine, asNumber, asPerson } from "../labels/value-shape";
import { labelMeanings, specialValue } from "../labels/words";
import type { FieldSource } from "../page-definition";
import { isEmail } from "../parse-person";
import { readField, type Scope, select } from "../read-field";
import { chooseSelector } from "./choose-selector";
import type { Choice, TaughtField } from "./draft";
import { isInThread } from "./thread";

/** Why an element cannot be taken for a field. */
export type PointProblem =
  | "own"
  | "thread"
  | "no-text"
  | "empty"
  | "label"
  | "nobody"
  | "self"
  | "not-a-person"
  | "not-a-number"
  | "too-much"
  | "no-selector";

export type Looked = { ok: true; choice: Choice } | { ok: false; problem: PointProblem };

const NO_TEXT =
  "iframe, frame, img, picture, canvas, video, audio, object, embed, svg, svg *, script, style, html, body";
const PERSONS: readonly TaughtField[] = ["assignee", "requester"];
/** "Assigned to: Tess Tech" in one element. */
const AFTER_COLON = "^(?:[^:：]{1,60}[:：]\\s*)?(.+)$";
/** "Tess Tech/Level I Support": a person and the team. */
const BEFORE_TEAM = "^([^/]+?)\\s*(?:/.*)?$";
const NAME_ATTRIBUTES = ["title", "aria-label", "alt", "data-name"];
const EMAIL_ATTRIBUTES = ["data-email", "data-user-email", "title", "data-mail"];

/**
 * Looks at what was pointed at: what would be read there, and by which sources it will be found on the next ticket. The
 * field's label comes first where it says the same; the values are read as the overlay reads them.
 * @param id the ticket's id in the address; no selector is made of it
 */
export function lookAt(field: TaughtField, element: Element, scope: Scope, id: string): Looked {
  if (element.localName.startsWith("callcard-")) return refuse("own");
  if (element.matches(NO_TEXT)) return refuse("no-text");
  if (isInThread(element)) return refuse("thread");
  const shown = element.textContent.trim();
  const css = chooseSelector(element, [id, ...(shown.length < 100 ? [shown] : [])]);
  if (css === null || select(css, scope)[0] !== element) return refuse("no-selector");

  const found = [{ css }, ...attributes(field, css)].find((source) => readField([source], scope) !== null);
  const text = found ? readField([found], scope) : null;
  if (!found || text === null) return refuse("empty");
  const isLabelInside = findLabels(element, () => false).length > 0;
  const source = shape(field, found, text, id, isLabelInside);
  if (typeof source === "string") return refuse(source);
  const read = readField([source], scope);
  if (read === null) return refuse("empty");

  const label = labelSources(field).find((one) => fold(readField([one], scope) ?? "") === fold(read));
  const sources = label ? [label, source] : [source];
  const email = PERSONS.includes(field) ? emailSources(element, scope, id) : [];
  return { ok: true, choice: { sources, ...(email.length > 0 && { email }), text: read } };
}

function refuse(problem: PointProblem): Looked {
  return { ok: false, problem };
}

/** Weak labels ("Owner") may count alone: the person has shown that this one means the field. */
function labelSources(field: TaughtField): FieldSource[] {
  return [{ label: field }, { label: field, weak: true }];
}

/** People may be printed as pictures: their name is an attribute then. */
function attributes(field: TaughtField, css: string): { css: string; attr: string }[] {
  return PERSONS.includes(field) ? NAME_ATTRIBUTES.map((attr) => ({ css, attr })) : [];
}

/** The source with the expression that cuts the value out of its text, or why this is no value of the field. */
function shape(
  field: TaughtField,
  source: { css: string; attr?: string },
  text: string,
  id: string,
  isLabelInside: boolean,
): FieldSource | PointProblem {
  if (labelMeanings(text).length > 0) return "label";
  if (isLabelInside) return "too-much";
  if (field === "subject" || field === "priority") {
    return asLine(text) === null || (field === "priority" && text.length > 60) ? "too-much" : source;
  }
  if (field === "number") {
    if (asNumber(text) === text) return source;
    const match = numberIn(text, id);
    return match === null ? "not-a-number" : { ...source, match };
  }
  const match = /^[^:：/]{1,60}[:：]/.test(text)
    ? AFTER_COLON
    : /^[^/]{2,80}\/[^/]+$/.test(text)
      ? BEFORE_TEAM
      : undefined;
  const value = (match && new RegExp(match, "u").exec(text)?.[1]) ?? text;
  const special = specialValue(value);
  if (special === "nobody" || special === "self") return special;
  if (text.length > 160) return "too-much";
  if (asPerson(value) === null) return "not-a-person";
  return match === undefined ? source : { ...source, match };
}

/** The expression for a number among other words: "Ticket #123: Printer", "HD-12 – Printer". */
function numberIn(text: string, id: string): string | null {
  const shapes = ["#\\s?(\\d+)", "(?<![\\w-])([A-Z][A-Z\\d]*-\\d+)(?![\\w-])", "(?<!\\w)(\\d+)(?!\\w)"];
  const found = shapes.flatMap((match) => {
    const [, number] = new RegExp(match, "u").exec(text) ?? [];
    return number === undefined ? [] : [{ match, number }];
  });
  const own = found.find(({ number }) => number === id || number.endsWith(`-${id}`));
  return (own ?? found[0])?.match ?? null;
}

/** Where an address of the same person stands: a mail link, or an attribute. */
function emailSources(element: Element, scope: Scope, id: string): FieldSource[] {
  const near = [element, element.closest("a"), element.querySelector("a[href^='mailto:' i]")];
  for (const at of near) {
    const attr =
      at && [...EMAIL_ATTRIBUTES, "href"].find((name) => mailOf(at.getAttribute(name), name) !== null);
    const css = at && attr ? chooseSelector(at, [id, element.textContent.trim()]) : null;
    if (!attr || css === null) continue;
    const source = { css, attr, ...(attr === "href" && { match: "^mailto:([^?]+)" }) };
    if (isEmail(readField([source], scope) ?? "")) return [source];
  }
  return [];
}

function mailOf(value: string | null, attr: string): string | null {
  const mail = attr === "href" ? /^mailto:([^?]+)/.exec(value ?? "")?.[1] : value;
  return mail && isEmail(mail.trim()) ? mail : null;
}
