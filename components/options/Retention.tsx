import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import type { Deletion } from "../../lib/booking/retention/state";
import { type KeepingTime, keepingTimes } from "../../lib/settings/privacy";
import { uiLocale } from "../../lib/ui-locale";
import { DeletionText, daysText } from "./DeletionText";

export interface RetentionProps {
  bookingDays: KeepingTime;
  ledgerDays: KeepingTime;
  /** What the coming night will delete. */
  due: Readonly<Record<Deletion["what"], number>>;
  /** What was deleted, the newest first. */
  deletions: readonly Deletion[];
  onBookingDays(days: KeepingTime): void;
  onLedgerDays(days: KeepingTime): void;
}

/** How long things are kept, what goes next, and what has gone. */
export function Retention({ bookingDays, ledgerDays, due, deletions, ...on }: RetentionProps) {
  const parts = [
    due.bookings > 0 && i18n.t("privacy.dueBookings", due.bookings),
    due.started > 0 && i18n.t("privacy.dueStarted", due.started),
    due.entries > 0 && i18n.t("privacy.dueEntries", due.entries),
  ].filter((part) => part !== false);
  const list = new Intl.ListFormat(uiLocale(), { type: "conjunction" });
  return (
    <section>
      <h2>{i18n.t("privacy.retention")}</h2>
      <p class="quiet">{i18n.t("privacy.retentionText")}</p>
      <Days
        label={i18n.t("privacy.bookingDays")}
        hint={i18n.t("privacy.bookingDaysHint")}
        value={bookingDays}
        onChange={on.onBookingDays}
      />
      <Days label={i18n.t("privacy.ledgerDays")} value={ledgerDays} onChange={on.onLedgerDays} />
      <p class="warning" role="status">
        {parts.length > 0 && i18n.t("privacy.due", [list.format(parts)])}
      </p>
      {deletions.length > 0 && (
        <ul class="lines">
          {deletions.map((deletion) => (
            <li key={`${deletion.at} ${deletion.what} ${deletion.days}`}>
              <DeletionText deletion={deletion} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface DaysProps {
  label: string;
  hint?: string;
  value: KeepingTime;
  onChange(days: KeepingTime): void;
}

function Days({ label, hint, value, onChange }: DaysProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        id={id}
        value={String(value)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) =>
          onChange(keepingTimes.find((days) => String(days) === event.currentTarget.value) ?? null)
        }
      >
        {keepingTimes.map((days) => (
          <option key={days} value={String(days)}>
            {daysText(days)}
          </option>
        ))}
      </select>
    </div>
  );
}
