import { i18n } from "#i18n";
import type { CheckedField } from "../../lib/ticket/teach/check-page";
import type { TaughtField } from "../../lib/ticket/teach/draft";
import type { PointProblem } from "../../lib/ticket/teach/look-at";

/** A field's name: "In charge". */
export function fieldName(field: TaughtField): string {
  return i18n.t(`teach.field.${field}`);
}

/** What to point at. */
export function pointText(field: TaughtField): string {
  return i18n.t(`teach.pointAt.${field}`);
}

const problems = {
  own: "teach.problem.own",
  thread: "teach.problem.thread",
  "no-text": "teach.problem.noText",
  empty: "teach.problem.empty",
  label: "teach.problem.label",
  nobody: "teach.problem.nobody",
  self: "teach.problem.self",
  "not-a-person": "teach.problem.notAPerson",
  "not-a-number": "teach.problem.notANumber",
  "too-much": "teach.problem.tooMuch",
  "no-selector": "teach.problem.noSelector",
} as const;

/** Why what was pointed at cannot be taken, and what to do. */
export function problemText(problem: PointProblem): string {
  return i18n.t(problems[problem]);
}

/** What is suspicious about a value on the second ticket. */
export function checkedText(problem: NonNullable<CheckedField["problem"]>): string {
  return i18n.t(`teach.checked.${problem}`);
}
