import { Download, Trash2 } from "lucide-preact";
import { i18n } from "#i18n";
import { type LedgerEntry, purposes } from "../../lib/ledger/leaving";
import type { LedgerFilter } from "../../lib/ledger/ledger";
import { uiLocale } from "../../lib/ui-locale";
import { Choice } from "./Choice";
import { hostText, LedgerList, purposeText } from "./LedgerList";
import { Select } from "./Select";
import { TextField } from "./TextField";

export interface LedgerProps {
  /** Whether it is kept. */
  on: boolean;
  /** When an entry could not be kept. */
  notKept: string | null;
  filter: LedgerFilter;
  /** As far as they are shown. */
  entries: readonly LedgerEntry[];
  /** How many the filter lets through, and how many there are in all. */
  found: number;
  total: number;
  hosts: readonly string[];
  /** Names of portals by id. */
  portals: Readonly<Record<string, string>>;
  onSwitch(on: boolean): void;
  onFilter(filter: LedgerFilter): void;
  onMore(): void;
  onExport(format: "csv" | "json"): void;
  onErase(): void;
}

/** What left this browser: to be looked through, taken along, erased, and switched off. */
export function Ledger(props: LedgerProps) {
  const { on, notKept, filter, entries, found, total, hosts, onFilter } = props;
  const number = new Intl.NumberFormat(uiLocale());
  const everything = { value: "", name: i18n.t("bookings.everything") };
  return (
    <section>
      <h2>{i18n.t("privacy.ledger")}</h2>
      <p class="quiet">{i18n.t("privacy.ledgerText")}</p>
      <Choice text={i18n.t("privacy.keep")} hint={null} checked={on} onChange={props.onSwitch} />
      {!on && <p class="warning">{i18n.t("privacy.off")}</p>}
      {notKept !== null && (
        <p class="problem" role="alert">
          {i18n.t("privacy.notKept", [whenText(notKept)])}
        </p>
      )}
      {total > 0 && (
        <search>
          <TextField
            label={i18n.t("privacy.search")}
            hint={i18n.t("privacy.searchHint")}
            type="search"
            value={filter.text}
            onInput={(text) => onFilter({ ...filter, text })}
          />
          <div class="filters">
            <Select
              label={i18n.t("privacy.host")}
              value={filter.host}
              options={[everything, ...hosts.map((host) => ({ value: host, name: hostText(host) }))]}
              onChange={(host) => onFilter({ ...filter, host })}
            />
            <Select
              label={i18n.t("privacy.purpose")}
              value={filter.purpose}
              options={[
                everything,
                ...purposes.map((purpose) => ({ value: purpose, name: purposeText(purpose) })),
              ]}
              onChange={(chosen) =>
                onFilter({ ...filter, purpose: purposes.find((purpose) => purpose === chosen) ?? "" })
              }
            />
          </div>
        </search>
      )}
      <p class="quiet" role="status">
        {total > 0 && i18n.t("privacy.shown", [number.format(entries.length), number.format(found)])}
      </p>
      {found === 0 && (on || total > 0) && (
        <p class="empty">{i18n.t(total === 0 ? "privacy.empty" : "privacy.nothingFound")}</p>
      )}
      <LedgerList entries={entries} portals={props.portals} />
      {found > entries.length && (
        <div class="buttons">
          <button type="button" onClick={props.onMore}>
            {i18n.t("bookings.more")}
          </button>
        </div>
      )}
      {total > 0 && <Foot {...props} />}
    </section>
  );
}

function Foot({ onExport, onErase }: LedgerProps) {
  return (
    <>
      <h3>{i18n.t("privacy.files")}</h3>
      <div class="buttons">
        <button type="button" onClick={() => onExport("csv")}>
          <Download size={16} aria-hidden="true" />
          {i18n.t("privacy.csv")}
        </button>
        <button type="button" onClick={() => onExport("json")}>
          <Download size={16} aria-hidden="true" />
          {i18n.t("privacy.json")}
        </button>
        <button type="button" onClick={onErase}>
          <Trash2 size={16} aria-hidden="true" />
          {i18n.t("privacy.erase")}
        </button>
      </div>
    </>
  );
}

function whenText(at: string): string {
  const format = new Intl.DateTimeFormat(uiLocale(), { dateStyle: "long", timeStyle: "short" });
  return format.format(new Date(at));
}
