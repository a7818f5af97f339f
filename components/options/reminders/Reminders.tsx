import { CircleAlert } from "lucide-preact";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import type { Reminders as Settings } from "../../../lib/settings/reminders";
import { Leads } from "./Leads";
import { QuietFields } from "./QuietFields";

export interface RemindersProps {
  settings: Settings;
  /** Whether the browser lets notifications be shown. */
  allowed: boolean;
  /** IANA zone of this device. */
  timeZone: string;
  /** The keys that open the call brief, as the browser writes them; empty when there are none. */
  shortcut: string;
  /** Called in the click itself, so that the browser may be asked. */
  onSwitch(on: boolean): void;
  onAllow(): void;
  onChange(settings: Settings): void;
  onChangeShortcut(): void;
}

/** When one is reminded of booked calls, and the key for the call brief. */
export function Reminders(props: RemindersProps) {
  const { settings, allowed, timeZone, shortcut, onSwitch, onAllow, onChange, onChangeShortcut } = props;
  const id = useId();
  return (
    <>
      <p>{i18n.t("reminders.intro")}</p>
      <section>
        <div class="choice">
          <input
            type="checkbox"
            id={id}
            aria-describedby={`${id}-text`}
            checked={settings.on}
            onClick={(event) => {
              // It shows what is stored, and that comes after the browser's answer.
              event.preventDefault();
              if (event.isTrusted) onSwitch(!settings.on);
            }}
          />
          <div>
            <label for={id}>{i18n.t("reminders.on")}</label>
            <p class="quiet" id={`${id}-text`}>
              {i18n.t("reminders.onText")}
            </p>
          </div>
        </div>
        {settings.on && !allowed && (
          <>
            <p class="warning" role="alert">
              <CircleAlert size={16} aria-hidden="true" />
              {i18n.t("reminders.notAllowed")}
            </p>
            <div class="buttons">
              <button type="button" onClick={onAllow}>
                {i18n.t("reminders.allow")}
              </button>
            </div>
          </>
        )}
      </section>
      {settings.on && (
        <>
          <section>
            <h2>{i18n.t("reminders.when")}</h2>
            <Leads leads={settings.leads} onChange={(leads) => onChange({ ...settings, leads })} />
          </section>
          <section>
            <h2>{i18n.t("reminders.quiet.heading")}</h2>
            <QuietFields
              quiet={settings.quiet}
              timeZone={timeZone}
              onChange={(quiet) => onChange({ ...settings, quiet })}
            />
          </section>
        </>
      )}
      <section>
        <h2>{i18n.t("brief.title")}</h2>
        <p>{shortcut ? i18n.t("reminders.shortcut", [shortcut]) : i18n.t("reminders.noShortcut")}</p>
        <div class="buttons">
          <button type="button" onClick={onChangeShortcut}>
            {i18n.t("reminders.changeShortcut")}
          </button>
        </div>
      </section>
    </>
  );
}
