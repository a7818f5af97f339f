import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Look } from "../../lib/booking/sync/looks";
import type { ScopeCheck } from "../../lib/scheduler/account/account";
import type { Account } from "../../lib/settings/accounts";
import { AccountForm, type AccountFormProps, type AccountRefusal } from "./AccountForm";
import { AccountRow, type AccountRowProps } from "./AccountRow";
import type { TypedAccount } from "./account-draft";

export interface AccountsProps {
  accounts: readonly Account[];
  /** What each token may do, by account, as far as it was tried. */
  scopes: Readonly<Record<string, readonly ScopeCheck[]>>;
  /** When each was asked last for its bookings, by account. */
  looks: Readonly<Record<string, Look>>;
  /** Keeps a new account, or another token of one. */
  onSave(typed: TypedAccount, original: Account | null): Promise<AccountRefusal | null>;
  onAllow: AccountFormProps["onAllow"];
  onChange(account: Account, part: Parameters<AccountRowProps["onChange"]>[0]): void;
  onCheck(account: Account): void;
  onRemove(account: Account): void;
}

/** The accounts of this browser, and the form for one more. */
export function Accounts(props: AccountsProps) {
  const { accounts, scopes, looks } = props;
  const [open, setOpen] = useState<string | null>(null); // an account's id, or "new"

  const form = (original: Account | null) => (
    <AccountForm
      key={original?.id ?? "new"}
      original={original}
      onSave={async (typed) => {
        const refusal = await props.onSave(typed, original);
        if (refusal === null) setOpen(null);
        return refusal;
      }}
      onAllow={props.onAllow}
      onCancel={() => setOpen(null)}
    />
  );
  return (
    <>
      {accounts.length === 0 && open === null && <p class="quiet">{i18n.t("options.accounts.none")}</p>}
      {accounts.length > 0 && (
        <ul class="rows accounts">
          {accounts.map((account) => (
            <li key={account.id}>
              {open === account.id ? (
                form(account)
              ) : (
                <AccountRow
                  account={account}
                  scopes={scopes[account.id] ?? null}
                  look={looks[account.id] ?? null}
                  onChange={(part) => props.onChange(account, part)}
                  onCheck={() => props.onCheck(account)}
                  onReplace={() => setOpen(account.id)}
                  onRemove={() => props.onRemove(account)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {open === "new" ? (
        form(null)
      ) : (
        <div class="buttons">
          <button type="button" class="primary" onClick={() => setOpen("new")}>
            <Plus size={16} aria-hidden="true" />
            {i18n.t("options.accounts.add")}
          </button>
        </div>
      )}
    </>
  );
}
