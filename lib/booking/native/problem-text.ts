import { i18n } from "#i18n";
import type { NativeProblem } from "./problem";

/** What went wrong between CallCard and a scheduler's API, and what to do about it, in words. */
export function problemText(problem: NativeProblem, scheduler: string): string {
  switch (problem.cause) {
    case "token-refused":
      return i18n.t("native.problem.tokenRefused", [scheduler]);
    case "not-allowed":
      return i18n.t("native.problem.notAllowed", [scheduler, problem.scope]);
    case "not-found":
      return i18n.t("native.problem.notFound", [scheduler]);
    case "slot-taken":
      return i18n.t("native.problem.slotTaken");
    case "not-accepted":
      return i18n.t("native.problem.notAccepted", [scheduler, problem.detail]);
    case "rate-limited":
      return i18n.t("native.problem.rateLimited", [scheduler]);
    case "server":
      return i18n.t("native.problem.server", [scheduler, String(problem.status)]);
    case "offline":
      return i18n.t("native.problem.offline", [scheduler]);
    case "too-slow":
      return i18n.t("native.problem.tooSlow", [scheduler]);
    case "not-the-format":
      return i18n.t("native.problem.notTheFormat", [scheduler]);
    case "no-access":
      return i18n.t("native.problem.noAccess", [new URL(problem.origin).host]);
    case "no-session":
      return i18n.t("native.problem.noSession");
  }
}
