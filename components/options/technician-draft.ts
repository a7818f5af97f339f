import { i18n } from "#i18n";
import { describeLink, type HostRules } from "../../lib/offer/describe-link";
import { normaliseIdentity } from "../../lib/offer/identity";
import { Technician } from "../../lib/offer/technician";

/** A technician as typed, before anything is checked. */
export interface TechnicianDraft {
  email: string;
  name: string;
  aliases: string;
  link: string;
}

export type DraftProblems = Partial<Record<keyof TechnicianDraft, string>>;

/** A technician's values as a form shows them; `null` is a new one. */
export function draftOf(technician: Technician | null): TechnicianDraft {
  if (!technician) return { email: "", name: "", aliases: "", link: "" };
  return { ...technician, aliases: technician.aliases.join(", ") };
}

/**
 * Reads a typed technician. The link may be empty, and is completed to https.
 * @param original the stored entry, whose unknown keys are kept
 */
export function readDraft(
  draft: TechnicianDraft,
  original: Technician | null,
  hosts: HostRules,
): { technician: Technician } | { problems: DraftProblems } {
  const link = describeLink(draft.link, hosts);
  const parsed = Technician.safeParse({
    ...original,
    email: draft.email,
    name: draft.name,
    aliases: splitAliases(draft.aliases),
    link: link.ok ? link.link : "",
  });
  const problems: DraftProblems = {};
  if (!link.ok && link.code !== "empty") problems.link = link.text;
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.path[0] === "email") problems.email = emailProblem(draft.email);
    if (issue.path[0] === "name") problems.name = i18n.t("problem.name.tooLong");
    if (issue.path[0] === "aliases") {
      problems.aliases = i18n.t(
        issue.path.length > 1 ? "problem.aliases.tooLong" : "problem.aliases.tooMany",
      );
    }
  }
  return parsed.success && !problems.link ? { technician: parsed.data } : { problems };
}

/** What is wrong with an address that was not accepted. */
export function emailProblem(email: string): string {
  return i18n.t(email.trim() === "" ? "problem.email.empty" : "problem.email.invalid");
}

/** Aliases are separated by commas, semicolons or lines; one that is written twice counts once. */
function splitAliases(text: string): string[] {
  const aliases = text
    .split(/[,;،\n]/)
    .map((alias) => alias.trim())
    .filter(Boolean);
  return [...new Map(aliases.map((alias) => [normaliseIdentity(alias), alias])).values()];
}

/** Which form is open: that of a new technician, or that of the entry with this e-mail. */
export type OpenForm =
  | { kind: "add"; start: Partial<TechnicianDraft> }
  | { kind: "edit"; email: string }
  | null;
