import { CircleCheck, CircleHelp, KeyRound, RotateCw, Trash2, TriangleAlert } from "lucide-preact";
import { i18n } from "#i18n";
import type { ScopeCheck } from "../../lib/scheduler/account/account";
import { type Account, schedulerName } from "../../lib/settings/accounts";
import { Choice } from "./Choice";
import { IconButton } from "./IconButton";

export interface AccountRowProps {
  account: Account;
  /** What the token may do; `null` when it was not tried since the page was opened. */
  scopes: readonly ScopeCheck[] | null;
  onChange(part: Partial<Pick<Account, "native" | "direct">>): void;
  onCheck(): void;
  onReplace(): void;
  onRemove(): void;
}

/** One account: whose it is, what its token may do, and how it is used. */
export function AccountRow({ account, scopes, onChange, onCheck, onReplace, onRemove }: AccountRowProps) {
  const { owner, scheduler, native, direct, refused } = account;
  const name = owner.name || owner.email;
  const product = schedulerName(scheduler);
  return (
    <>
      <div class="row-text">
        <p class="row-title">
          <bdi>{i18n.t("options.accounts.title", [product, name])}</bdi>
        </p>
        <p class="quiet">{i18n.t("options.accounts.belongsTo", [name, owner.email])}</p>
        <p class="quiet">
          <bdi>{owner.link}</bdi>
        </p>
        {refused && (
          <p class="warning">
            <TriangleAlert size={20} aria-hidden="true" />
            <span>{i18n.t("options.accounts.refused", [product])}</span>
          </p>
        )}
        {scopes && <Scopes scopes={scopes} product={product} />}
        <Choice
          text={i18n.t("options.accounts.native")}
          hint={i18n.t("options.accounts.nativeHint", [product])}
          checked={native}
          onChange={(checked) => onChange({ native: checked })}
        />
        {scheduler === "calendly" && native && (
          <Choice
            text={i18n.t("options.accounts.direct")}
            hint={i18n.t("options.accounts.directHint")}
            checked={direct}
            onChange={(checked) => onChange({ direct: checked })}
          />
        )}
      </div>
      <div class="actions">
        <IconButton
          icon={RotateCw}
          text={i18n.t("options.accounts.check")}
          name={i18n.t("options.accounts.checkNamed", [product, name])}
          onClick={onCheck}
        />
        <IconButton
          icon={KeyRound}
          text={i18n.t("options.accounts.replace")}
          name={i18n.t("options.accounts.replaceNamed", [product, name])}
          onClick={onReplace}
        />
        <IconButton
          icon={Trash2}
          text={i18n.t("options.accounts.remove")}
          name={i18n.t("options.accounts.removeNamed", [product, name])}
          onClick={onRemove}
        />
      </div>
    </>
  );
}

function Scopes({ scopes, product }: { scopes: readonly ScopeCheck[]; product: string }) {
  if (scopes.length === 0) return <p class="good">{i18n.t("options.accounts.mayAll", [product])}</p>;
  return (
    <ul class="scopes">
      {scopes.map(({ scope, allowed }) => (
        <li key={scope} class={allowed === true ? "good" : allowed === false ? "warning" : "quiet"}>
          {allowed === true ? (
            <CircleCheck size={16} aria-hidden="true" />
          ) : allowed === false ? (
            <TriangleAlert size={16} aria-hidden="true" />
          ) : (
            <CircleHelp size={16} aria-hidden="true" />
          )}
          <span>
            {allowed === true
              ? i18n.t("options.accounts.may", [scopeName(scope)])
              : allowed === false
                ? i18n.t("options.accounts.mayNot", [scopeName(scope), scope])
                : i18n.t("options.accounts.mayUnknown", [scopeName(scope), scope])}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a scope is for, in words. */
function scopeName(scope: string): string {
  switch (scope) {
    case "users:read":
      return i18n.t("options.accounts.scope.user");
    case "event_types:read":
      return i18n.t("options.accounts.scope.types");
    case "availability:read":
      return i18n.t("options.accounts.scope.times");
    case "scheduled_events:read":
      return i18n.t("options.accounts.scope.calls");
    case "scheduling_links:write":
      return i18n.t("options.accounts.scope.links");
    default:
      return scope;
  }
}
