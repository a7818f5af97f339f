import { i18n } from "#i18n";

/** Why a delivery has failed, and what to do about it, in words. @param problem see SendProblem */
export function problemText(problem: string, host: string): string {
  switch (problem) {
    case "no-permission":
      return i18n.t("automation.problem.noPermission", [host]);
    case "offline":
      return i18n.t("automation.problem.offline", [host]);
    case "too-slow":
      return i18n.t("automation.problem.tooSlow", [host]);
    case "redirect":
      return i18n.t("automation.problem.redirect", [host]);
    case "401":
    case "403":
      return i18n.t("automation.problem.refused", [host, problem]);
    case "404":
      return i18n.t("automation.problem.notFound", [host]);
    case "410":
      return i18n.t("automation.problem.gone", [host]);
    case "429":
      return i18n.t("automation.problem.tooMany", [host]);
    default:
      return i18n.t("automation.problem.status", [host, problem]);
  }
}
