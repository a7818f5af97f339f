import { i18n } from "#i18n";
import { Accounts } from "../../components/options/Accounts";
import { Attempts } from "../../components/options/Attempts";
import { Notice } from "../../components/options/Notice";
import { Progress } from "../../components/options/Progress";
import { accounts } from "../../lib/settings/accounts";
import { requestOrigin } from "../../lib/settings/permissions";
import { useAccounts } from "./use-accounts";
import { useAttempts } from "./use-attempts";
import { useNotice } from "./use-notice";
import { useStored } from "./use-stored";

/** Accounts at schedulers, and the bookings that were started by them: wiring. */
export function AccountsSection() {
  const known = useStored(accounts);
  const { notice, good, bad, undoable, refused } = useNotice();
  const { scopes, save, checkAgain, change, remove } = useAccounts({ good, bad, undoable, refused });
  const { attempts, renew, copy, remove: forget } = useAttempts({ good, bad });
  const accountOf = (id: string) => known?.find((one) => one.id === id);
  return (
    <>
      <p>{i18n.t("options.accounts.intro")}</p>
      {known ? (
        <Accounts
          accounts={known}
          scopes={scopes}
          onSave={save}
          onAllow={requestOrigin}
          onChange={(account, part) => void change(account, part).catch(refused)}
          onCheck={(account) => void checkAgain(account).catch(refused)}
          onRemove={(account) => void remove(account).catch(refused)}
        />
      ) : (
        <Progress text={i18n.t("options.loading")} />
      )}
      {attempts && known && (
        <section>
          <h2>{i18n.t("options.attempts.heading")}</h2>
          <p class="quiet">{i18n.t("options.attempts.intro")}</p>
          <Attempts
            attempts={attempts}
            canRenew={({ account }) => accountOf(account) !== undefined}
            onRenew={(attempt) => {
              const account = accountOf(attempt.account);
              if (account) void renew(attempt, account).catch(refused);
            }}
            onCopy={(link) => void copy(link)}
            onRemove={(attempt) => void forget(attempt).catch(refused)}
          />
        </section>
      )}
      <Notice notice={notice} />
    </>
  );
}
