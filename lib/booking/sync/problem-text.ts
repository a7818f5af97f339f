import { i18n } from "#i18n";
import type { NativeProblem } from "../native/problem";

/** Why an account could not be asked for its bookings, and what to do about it, in words. */
export function lookProblemText(problem: NativeProblem, scheduler: string): string {
  switch (problem.cause) {
    case "token-refused":
      return i18n.t("sync.problem.tokenRefused", [scheduler]);
    case "not-allowed":
      return i18n.t("sync.problem.notAllowed", [scheduler, problem.scope]);
    case "rate-limited":
      return i18n.t("sync.problem.rateLimited", [scheduler]);
    case "server":
      return i18n.t("sync.problem.server", [scheduler, String(problem.status)]);
    case "offline":
      return i18n.t("sync.problem.offline", [scheduler]);
    case "too-slow":
      return i18n.t("sync.problem.tooSlow", [scheduler]);
    case "no-access":
      return i18n.t("sync.problem.noAccess", [new URL(problem.origin).host]);
    default:
      return i18n.t("sync.problem.other", [scheduler, problem.detail]);
  }
}
