import { Copy, RotateCw, Trash2 } from "lucide-preact";
import { i18n } from "#i18n";
import { shortTime } from "../../lib/booking/describe-times";
import type { Attempt } from "../../lib/booking/native/attempts";
import { uiLocale } from "../../lib/ui-locale";
import { IconButton } from "./IconButton";

export interface AttemptsProps {
  attempts: readonly Attempt[];
  /** Whether the account of an attempt is still there. */
  canRenew(attempt: Attempt): boolean;
  onRenew(attempt: Attempt): void;
  onCopy(link: string): void;
  onRemove(attempt: Attempt): void;
}

/** What was started and not booked, the latest first. */
export function Attempts({ attempts, canRenew, onRenew, onCopy, onRemove }: AttemptsProps) {
  if (attempts.length === 0) return <p class="quiet">{i18n.t("options.attempts.none")}</p>;
  return (
    <ul class="rows">
      {attempts.map((attempt) => {
        const { id, link, attendee, ticket, type, technician, start, startedAt } = attempt;
        const who = attendee.name || attendee.email || i18n.t("options.attempts.nobody");
        return (
          <li key={id}>
            <div class="row-text">
              <p class="row-title">
                <bdi>{i18n.t("options.attempts.title", [who, technician])}</bdi>
              </p>
              <p class="quiet">
                {[
                  type.name,
                  ticket && i18n.t("dialog.ticket", [ticket.number]),
                  start && i18n.t("options.attempts.for", [shortTime({ start }, uiLocale()) ?? ""]),
                  i18n.t("options.attempts.started", [shortTime({ start: startedAt }, uiLocale()) ?? ""]),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <div class="actions">
              {canRenew(attempt) && (
                <IconButton
                  icon={RotateCw}
                  text={i18n.t("options.attempts.renew")}
                  name={i18n.t("options.attempts.renewNamed", [who])}
                  onClick={() => onRenew(attempt)}
                />
              )}
              {link !== null && (
                <IconButton
                  icon={Copy}
                  text={i18n.t("card.copy")}
                  name={i18n.t("options.attempts.copyNamed", [who])}
                  onClick={() => onCopy(link)}
                />
              )}
              <IconButton
                icon={Trash2}
                text={i18n.t("options.accounts.remove")}
                name={i18n.t("options.attempts.removeNamed", [who])}
                onClick={() => onRemove(attempt)}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
