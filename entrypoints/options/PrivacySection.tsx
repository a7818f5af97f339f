import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Ledger } from "../../components/options/Ledger";
import { Notice } from "../../components/options/Notice";
import { Progress } from "../../components/options/Progress";
import { Retention } from "../../components/options/Retention";
import { retentionState } from "../../lib/booking/retention/state";
import { ledgerCsv, ledgerJson } from "../../lib/ledger/export-ledger";
import { type LedgerFilter, ledger } from "../../lib/ledger/ledger";
import { type Privacy, privacy } from "../../lib/settings/privacy";
import { downloadText } from "./download";
import { useLedger } from "./use-ledger";
import { useNotice } from "./use-notice";
import { useDue } from "./use-retention";
import { useStored } from "./use-stored";

const PAGE = 50;

/** Privacy: wiring. */
export function PrivacySection() {
  const [filter, setFilter] = useState<LedgerFilter>({ host: "", purpose: "", text: "" });
  const [limit, setLimit] = useState(PAGE);
  const settings = useStored(privacy);
  const state = useStored(retentionState);
  const due = useDue(settings);
  const { loaded, failure, look } = useLedger(filter, limit);
  const { notice, good, undoable, refused } = useNotice();

  function change(changed: Partial<Privacy>, text: string): void {
    privacy.update((now) => ({ ...now, ...changed })).then(() => good(text), refused);
  }

  function keepFor(days: Pick<Privacy, "bookingDays"> | Pick<Privacy, "ledgerDays">): void {
    change({ ...days, changedAt: new Date().toISOString() }, i18n.t("privacy.saved"));
  }

  async function erase(): Promise<void> {
    const erased = await ledger.erase();
    look();
    undoable(i18n.t("privacy.erased", erased.length), () => {
      ledger.restore(erased).then(() => {
        look();
        good(i18n.t("privacy.restored", erased.length));
      }, refused);
    });
  }

  async function exportAs(format: "csv" | "json"): Promise<void> {
    const entries = await ledger.list(filter);
    if (format === "csv") downloadText(ledgerCsv(entries), "privacy-ledger.csv", "text/csv");
    else downloadText(ledgerJson(entries), "privacy-ledger.json", "application/json");
    good(i18n.t("privacy.exported", entries.length));
  }

  return (
    <>
      <p>{i18n.t("privacy.never")}</p>
      {failure !== null && (
        <p class="problem" role="alert">
          {i18n.t("bookings.failed", [String(failure)])}{" "}
          <button type="button" class="link" onClick={look}>
            {i18n.t("bookings.again")}
          </button>
        </p>
      )}
      {loaded && settings && state ? (
        <>
          <Ledger
            {...loaded}
            on={settings.ledger}
            filter={filter}
            onSwitch={(on) => change({ ledger: on }, i18n.t("options.saved"))}
            onFilter={(next) => {
              setFilter(next);
              setLimit(PAGE);
            }}
            onMore={() => setLimit(limit + PAGE)}
            onExport={(format) => void exportAs(format).catch(refused)}
            onErase={() => void erase().catch(refused)}
          />
          <Retention
            bookingDays={settings.bookingDays}
            ledgerDays={settings.ledgerDays}
            due={due}
            deletions={state.deletions}
            onBookingDays={(bookingDays) => keepFor({ bookingDays })}
            onLedgerDays={(ledgerDays) => keepFor({ ledgerDays })}
          />
        </>
      ) : (
        failure === null && <Progress text={i18n.t("options.loading")} />
      )}
      <Notice notice={notice} />
    </>
  );
}
