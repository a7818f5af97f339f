import { i18n } from "#i18n";
import { type OwnHosts, type Recognition, recogniseScheduler } from "../scheduler";
import { checkLink, type LinkProblem, MAX_LINK_LENGTH } from "./link";

/** What a typed booking link is, in words: the link as it is stored and what it opens, or what is wrong with it. */
export type LinkReading =
  | { ok: true; link: string; text: string; completed: boolean }
  | { ok: false; code: LinkProblem["code"]; text: string; host: string | null };

/** The hosts that links may lead to, and whose pages those of somebody's own have. */
export interface HostRules {
  bookingHosts: readonly string[];
  schedulers: OwnHosts;
}

/** Reads a booking link for the live check in the options. */
export function describeLink(typed: string, { bookingHosts, schedulers }: HostRules): LinkReading {
  const check = checkLink(typed, bookingHosts);
  if (!check.ok) return refused(check.problem);
  const recognised = recogniseScheduler(check.url, schedulers);
  if (!recognised) return refused({ code: "no-calendar" });
  const link = check.url.href;
  if (link.length > MAX_LINK_LENGTH) return refused({ code: "too-long" });
  const text = words(check.url, recognised);
  return { ok: true, link, text, completed: !typed.trim().startsWith("http") };
}

/** What is wrong with a booking link, as a sentence. */
export function linkProblemText(problem: LinkProblem): string {
  switch (problem.code) {
    case "empty":
      return i18n.t("problem.link.empty");
    case "too-long":
      return i18n.t("problem.link.tooLong");
    case "not-a-link":
      return i18n.t("problem.link.notALink");
    case "not-https":
      return i18n.t("problem.link.notHttps");
    case "has-credentials":
      return i18n.t("problem.link.hasCredentials");
    case "host-not-allowed":
      return i18n.t("problem.link.hostNotAllowed", [problem.host]);
    case "no-calendar":
      return i18n.t("problem.link.noCalendar");
  }
}

function refused(problem: LinkProblem): LinkReading {
  const host = problem.code === "host-not-allowed" ? problem.host.replace(/\.$/, "") : null;
  return { ok: false, code: problem.code, text: linkProblemText(problem), host };
}

function words(url: URL, { scheduler: { name: scheduler, hosts, names }, kind }: Recognition): string {
  const parts = (names?.(url) ?? url.pathname.split("/").filter(Boolean)).map(decode);
  const [who, ...what] = parts;
  if (scheduler === "") return i18n.t("options.link.other", [url.host]);
  const where = hosts.includes(url.host) ? scheduler : i18n.t("options.link.atHost", [scheduler, url.host]);
  switch (kind) {
    case "profile":
      return who ? i18n.t("options.link.profile", [where, who]) : i18n.t("options.link.page", [where]);
    case "event":
      if (!who) return i18n.t("options.link.page", [where]);
      return what.length > 0
        ? i18n.t("options.link.event", [where, who, what.join("/")])
        : i18n.t("options.link.calendar", [where, who]);
    case "team":
      return parts.length > 2
        ? i18n.t("options.link.teamEvent", [where, parts[1] ?? "", parts.slice(2).join("/")])
        : i18n.t("options.link.team", [where, parts[1] ?? ""]);
    case "private":
      return i18n.t("options.link.private", [where]);
    case "form":
      return i18n.t("options.link.form", [where]);
    case "page":
      return i18n.t("options.link.page", [where]);
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray "%" in a link
  }
}
