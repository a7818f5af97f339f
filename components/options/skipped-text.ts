import { i18n } from "#i18n";

// Codes of lib/settings/configuration.ts: our own, those of LinkProblem, and zod's.
const words = {
  twice: "problem.skipped.twice",
  "not-a-list": "problem.skipped.notAList",
  "not-an-id": "problem.skipped.notAnId",
  "not-an-origin": "problem.skipped.notAnOrigin",
  "not-a-base-path": "problem.skipped.notABasePath",
  "not-a-host": "problem.skipped.notAHost",
  "too-long": "problem.skipped.linkTooLong",
  "not-a-link": "problem.skipped.notALink",
  "not-https": "problem.skipped.notHttps",
  "has-credentials": "problem.skipped.hasCredentials",
  "host-not-allowed": "problem.skipped.hostNotAllowed",
  "no-calendar": "problem.skipped.noCalendar",
  "not-a-lookup-url": "problem.skipped.notALookup",
  invalid_type: "problem.skipped.wrongType",
  too_big: "problem.skipped.tooBig",
  too_small: "problem.skipped.tooSmall",
  invalid_format: "problem.skipped.wrongFormat",
  invalid_value: "problem.skipped.wrongValue",
} as const;

/** Why a part of a configuration document is left out, in words. */
export function skippedText(reason: string): string {
  return i18n.t(reason in words ? words[reason as keyof typeof words] : "problem.skipped.other");
}
