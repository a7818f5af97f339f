import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { AccountRefusal } from "../../components/options/AccountForm";
import type { TypedAccount } from "../../components/options/account-draft";
import { type Asked, ask, type NativeProblem } from "../../lib/booking/native/problem";
import { problemText } from "../../lib/booking/native/problem-text";
import type { AccountOwner, CalendarAccount, ScopeCheck } from "../../lib/scheduler/account/account";
import { accountApi, openAccount } from "../../lib/scheduler/account/open-account";
import { type Account, accountSecret, accounts, schedulerName } from "../../lib/settings/accounts";
import { getSecret, removeSecret, setSecret } from "../../lib/settings/secrets";

/** Accounts with their tokens: checked, kept, changed and removed. */
export function useAccounts(notice: {
  good(text: string): void;
  bad(text: string): void;
  undoable(text: string, undo: () => void): void;
  refused(error: unknown): void;
}) {
  const [scopes, setScopes] = useState<Record<string, readonly ScopeCheck[]>>({});

  async function save(typed: TypedAccount, original: Account | null): Promise<AccountRefusal | null> {
    const told = await check(typed.api, accountApi(typed, typed.token));
    if (!told.ok) return refusalOf(told.problem, schedulerName(typed.scheduler));
    const { name, email, timeZone, link } = told.value.owner;
    // A server of one's own may have its API at another place than its pages.
    const page = typed.site === null ? link : new URL(new URL(link).pathname, typed.site).href;
    const account: Account = {
      native: true,
      direct: false,
      sync: true,
      ...original,
      id: original?.id ?? crypto.randomUUID(),
      scheduler: typed.scheduler,
      api: typed.api,
      owner: { name, email, timeZone, link: page },
      refused: false,
    };
    await setSecret(accountSecret(account.id), typed.token);
    await accounts.update((all) =>
      all.some(({ id }) => id === account.id)
        ? all.map((one) => (one.id === account.id ? account : one))
        : [...all, account],
    );
    setScopes((now) => ({ ...now, [account.id]: told.value.scopes }));
    notice.good(i18n.t("options.accounts.saved", [name || email]));
    return null;
  }

  async function checkAgain(account: Account): Promise<void> {
    const told = await ask(account.api, async () => openAccount(account));
    const checked = told.ok ? await check(account.api, told.value) : told;
    const isRefused = !checked.ok && checked.problem.cause === "token-refused";
    await keep(account, { refused: isRefused });
    if (!checked.ok) return notice.bad(problemText(checked.problem, schedulerName(account.scheduler)));
    setScopes((now) => ({ ...now, [account.id]: checked.value.scopes }));
    notice.good(i18n.t("options.accounts.works"));
  }

  async function change(account: Account, part: Partial<Account>): Promise<void> {
    await keep(account, part);
    notice.good(i18n.t("options.saved"));
  }

  async function remove(account: Account): Promise<void> {
    const name = accountSecret(account.id);
    const token = await getSecret(name);
    await removeSecret(name);
    await accounts.update((all) => all.filter(({ id }) => id !== account.id));
    const restore = async () => {
      if (token !== null) await setSecret(name, token);
      await accounts.update((all) => [...all, account]);
      notice.good(i18n.t("options.saved"));
    };
    notice.undoable(
      i18n.t("options.accounts.removed", [account.owner.name || account.owner.email]),
      () => void restore().catch(notice.refused),
    );
  }

  return { scopes, save, checkAgain, change, remove };
}

function keep(account: Account, part: Partial<Account>): Promise<void> {
  return accounts.update((all) => all.map((one) => (one.id === account.id ? { ...one, ...part } : one)));
}

function check(
  api: string,
  account: CalendarAccount,
): Promise<Asked<{ owner: AccountOwner; scopes: ScopeCheck[] }>> {
  return ask(api, async () => ({ owner: await account.owner(), scopes: await account.checkScopes() }));
}

function refusalOf(problem: NativeProblem, scheduler: string): AccountRefusal {
  if (problem.cause === "token-refused")
    return { text: i18n.t("options.accounts.problem.refused", [scheduler]), allow: null };
  return {
    text: problemText(problem, scheduler),
    allow: problem.cause === "no-access" ? problem.origin : null,
  };
}
