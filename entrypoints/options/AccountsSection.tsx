import { i18n } from "#i18n";
import { Accounts } from "../../components/options/Accounts";
import { Notice } from "../../components/options/Notice";
import { Progress } from "../../components/options/Progress";
import { looks } from "../../lib/booking/sync/looks";
import { accounts } from "../../lib/settings/accounts";
import { requestOrigin } from "../../lib/settings/permissions";
import { useAccounts } from "./use-accounts";
import { useNotice } from "./use-notice";
import { useStored } from "./use-stored";

/** Accounts at schedulers: wiring. */
export function AccountsSection() {
  const known = useStored(accounts);
  const { notice, good, bad, undoable, refused } = useNotice();
  const { scopes, save, checkAgain, change, remove } = useAccounts({ good, bad, undoable, refused });
  const last = useStored(looks);
  return (
    <>
      <p>{i18n.t("options.accounts.intro")}</p>
      {known && last ? (
        <Accounts
          accounts={known}
          scopes={scopes}
          looks={last}
          onSave={save}
          onAllow={requestOrigin}
          onChange={(account, part) => void change(account, part).catch(refused)}
          onCheck={(account) => void checkAgain(account).catch(refused)}
          onRemove={(account) => void remove(account).catch(refused)}
        />
      ) : (
        <Progress text={i18n.t("options.loading")} />
      )}
      <Notice notice={notice} />
    </>
  );
}
