import { i18n } from "#i18n";
import type { LedgerEntry, Purpose } from "../../lib/ledger/leaving";
import { uiLocale } from "../../lib/ui-locale";

/** What left the browser, by day, the newest first; each entry unfolds into its fields. */
export function LedgerList({
  entries,
  portals,
}: {
  entries: readonly LedgerEntry[];
  portals: Readonly<Record<string, string>>;
}) {
  const days = Map.groupBy(entries, ({ at }) => dayText(at));
  return (
    <div class="ledger">
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h3>{day}</h3>
          <ul class="rows">
            {ofDay.map((entry) => (
              <li key={entry.id}>
                <Entry entry={entry} portal={portals[entry.ticket?.portal ?? ""] ?? entry.ticket?.portal} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Entry({ entry, portal }: { entry: LedgerEntry; portal: string | undefined }) {
  const { at, lastAt, count, host, purpose, request, ticket, fields } = entry;
  return (
    <details>
      <summary>
        <span class="ledger-head">
          <time dateTime={at}>{timeText(at)}</time>
          <bdi class="row-title">{hostText(host)}</bdi>
          <span>{purposeText(purpose)}</span>
        </span>
        <span class="quiet">
          {[
            ticket && i18n.t("privacy.ticket", [ticket.number, portal ?? ""]),
            count > 1 && i18n.t("privacy.times", count, [String(count), timeText(lastAt)]),
            i18n.t("privacy.fields", fields.length),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </summary>
      {request && (
        <p class="ledger-request">
          <bdi dir="ltr">{request}</bdi>
        </p>
      )}
      <dl>
        {fields.map(({ name, value }) => (
          <div key={name}>
            <dt>
              <bdi dir="ltr">{name}</bdi>
            </dt>
            <dd>{value ? <bdi>{value}</bdi> : <em>{emptyText(value)}</em>}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function emptyText(value: string | null): string {
  return i18n.t(value === null ? "privacy.notShown" : "privacy.emptyValue");
}

/** What something was sent for, in words. */
export function purposeText(purpose: Purpose): string {
  return i18n.t(`privacy.purposes.${purpose}`);
}

/** To whom; a draft goes to a program, not to a host. */
export function hostText(host: string): string {
  return host === "mailto" ? i18n.t("privacy.mailProgram") : host;
}

function dayText(at: string): string {
  return new Intl.DateTimeFormat(uiLocale(), { dateStyle: "full" }).format(new Date(at));
}

function timeText(at: string): string {
  return new Intl.DateTimeFormat(uiLocale(), { timeStyle: "short" }).format(new Date(at));
}
