import { i18n } from "#i18n";

/** The fields that the form of a page offers; others that a definition has are kept as they are. */
export const SHOWN_FIELDS = [
  "assignee",
  "assigneeEmail",
  "number",
  "subject",
  "requesterName",
  "requesterEmail",
  "priority",
] as const;
export type ShownField = (typeof SHOWN_FIELDS)[number];

export function fieldLabel(field: ShownField): string {
  return i18n.t(`options.pages.field.${field}`);
}
