import { TriangleAlert } from "lucide-preact";
import { i18n } from "#i18n";
import { shortTime } from "../../lib/booking/describe-times";
import type { Look } from "../../lib/booking/sync/looks";
import { lookProblemText } from "../../lib/booking/sync/problem-text";
import { EVERY } from "../../lib/booking/sync/wait";
import { type Account, schedulerName } from "../../lib/settings/accounts";
import { uiLocale } from "../../lib/ui-locale";
import { Choice } from "./Choice";

export interface KeepInStepProps {
  account: Account;
  /** The last look; `null`: there was none yet. */
  look: Look | null;
  onChange(sync: boolean): void;
}

/** Whether an account is asked which of its bookings have changed, when it was asked last, and what went wrong. */
export function KeepInStep({ account, look, onChange }: KeepInStepProps) {
  const product = schedulerName(account.scheduler);
  return (
    <>
      <Choice
        text={i18n.t("sync.keep")}
        hint={i18n.t("sync.keepHint", [String(EVERY), product])}
        checked={account.sync}
        onChange={onChange}
      />
      {account.sync && !account.refused && (
        <div class="last-look">
          <LastLook look={look} product={product} />
        </div>
      )}
    </>
  );
}

function LastLook({ look, product }: { look: Look | null; product: string }) {
  if (!look) return <p class="quiet">{i18n.t("sync.notYet", [product])}</p>;
  const at = shortTime({ start: look.at }, uiLocale()) ?? "";
  if (!look.problem) return <p class="quiet">{lookText(look.changed, at)}</p>;
  const next = shortTime({ start: look.notBefore }, uiLocale());
  return (
    <p class="warning">
      <TriangleAlert size={20} aria-hidden="true" />
      <span>
        {i18n.t("sync.failed", [at, lookProblemText(look.problem, product)])}{" "}
        {next && i18n.t("sync.again", [next])}
      </span>
    </p>
  );
}

function lookText(changed: number, at: string): string {
  if (changed === 0) return i18n.t("sync.lastNothing", [at]);
  return i18n.t("sync.last", changed, [at, String(changed)]);
}
