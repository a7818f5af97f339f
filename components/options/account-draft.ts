import { i18n } from "#i18n";
import { calComApi } from "../../lib/scheduler/account/cal-com-account";
import type { Account, AccountScheduler } from "../../lib/settings/accounts";
import { isLoopback } from "../../lib/settings/origin-pattern";

/** Where an account can be. */
export const ACCOUNT_KINDS = ["calendly", "cal-com", "cal-com-eu", "cal-com-own"] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** What stands in the form. */
export interface AccountDraft {
  kind: AccountKind;
  token: string;
  /** Own server: where people book. */
  site: string;
  /** Where the API is, when it is not at its usual place. */
  api: string;
}

/** What the form says, read. */
export interface TypedAccount {
  scheduler: AccountScheduler;
  api: string;
  token: string;
  /** Own server: its origin. */
  site: string | null;
}

export type AccountProblems = Partial<Record<keyof AccountDraft, string>>;

const USUAL = {
  calendly: "https://api.calendly.com/",
  "cal-com": "https://api.cal.com/v2/",
  "cal-com-eu": "https://api.cal.eu/v2/",
} as const;

/** The form of a new account, or of one whose token is to be replaced. */
export function draftOf(account: Account | null): AccountDraft {
  const empty = { token: "", site: "", api: "" };
  if (!account) return { kind: "calendly", ...empty };
  const usual = (Object.keys(USUAL) as (keyof typeof USUAL)[]).find((kind) => USUAL[kind] === account.api);
  if (usual) return { kind: usual, ...empty };
  if (account.scheduler === "calendly") return { kind: "calendly", ...empty, api: account.api };
  return { kind: "cal-com-own", token: "", site: new URL(account.owner.link).origin, api: account.api };
}

/** Reads the form: an account to be checked, or what is wrong with each field. */
export function readDraft(draft: AccountDraft): { typed: TypedAccount } | { problems: AccountProblems } {
  const problems: AccountProblems = {};
  const token = draft.token.trim();
  if (token === "") problems.token = i18n.t("options.accounts.problem.token");
  else if (/[^\x21-\x7e]/.test(token)) problems.token = i18n.t("options.accounts.problem.tokenForm");
  const site = draft.kind === "cal-com-own" ? addressOf(draft.site) : null;
  if (draft.kind === "cal-com-own" && !site) problems.site = i18n.t("options.accounts.problem.address");
  const typedApi = draft.api.trim() === "" ? null : addressOf(draft.api);
  if (takesApi(draft.kind) && draft.api.trim() !== "" && !typedApi)
    problems.api = i18n.t("options.accounts.problem.address");
  const api = (takesApi(draft.kind) && typedApi?.href) || usualApi(draft.kind, site);
  if (Object.keys(problems).length > 0 || api === null) return { problems };
  const scheduler = draft.kind === "calendly" ? "calendly" : "cal-com";
  return {
    typed: { scheduler, api: api.endsWith("/") ? api : `${api}/`, token, site: site?.origin ?? null },
  };
}

/** Whether the API's address can be told: in the clouds of Cal.com it is known. */
export function takesApi(kind: AccountKind): boolean {
  return kind === "calendly" || kind === "cal-com-own";
}

function usualApi(kind: AccountKind, site: URL | null): string | null {
  if (kind !== "cal-com-own") return USUAL[kind];
  return site && calComApi(site);
}

/** A token goes there: https, or http on this machine. */
function addressOf(text: string): URL | null {
  const typed = text.trim();
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  return isSafe && url.username === "" && url.search === "" && url.hash === "" ? url : null;
}
