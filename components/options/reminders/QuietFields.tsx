import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import type { QuietHours } from "../../../lib/settings/reminders";
import { useChosen } from "../use-chosen";

export interface QuietFieldsProps {
  quiet: QuietHours | null;
  /** IANA zone of this device. */
  timeZone: string;
  onChange(quiet: QuietHours | null): void;
}

/** From when to when nothing is told; off, or from the evening until the morning to begin with. */
export function QuietFields({ quiet, timeZone, onChange }: QuietFieldsProps) {
  const id = useId();
  const [isOn, choose] = useChosen(quiet !== null, (on) =>
    onChange(on ? { from: "22:00", to: "07:00" } : null),
  );
  return (
    <>
      <label class="choice">
        <input type="checkbox" checked={isOn} onChange={(event) => choose(event.currentTarget.checked)} />
        <span>{i18n.t("reminders.quiet.on")}</span>
      </label>
      {quiet && (
        <div class="filters">
          {(["from", "to"] as const).map((end) => (
            <div key={end} class="field">
              <label for={`${id}-${end}`}>{i18n.t(`reminders.quiet.${end}`)}</label>
              <input
                id={`${id}-${end}`}
                type="time"
                required
                value={quiet[end]}
                onChange={({ currentTarget: { value } }) => value && onChange({ ...quiet, [end]: value })}
              />
            </div>
          ))}
        </div>
      )}
      {quiet?.from === quiet?.to && quiet && <p class="warning">{i18n.t("reminders.quiet.empty")}</p>}
      <p class="quiet">{i18n.t("reminders.quiet.text", [timeZone])}</p>
    </>
  );
}
