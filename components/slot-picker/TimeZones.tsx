import { useEffect, useId, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { writeZone } from "../../lib/scheduler/slots/zones";
import { isTimeZone } from "../../lib/zoned-time";
import { ZoneChooser } from "./ZoneChooser";

export interface TimeZonesProps {
  technician: { name: string; timeZone: string | null };
  timeZone: string;
  /** The distances from UTC are those of this instant. */
  at: Date;
  locale: string;
  onTimeZone(timeZone: string): void;
}

/** In which zones the times are, and the way to another one. */
export function TimeZones({ technician, timeZone, at, locale, onTimeZone }: TimeZonesProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const there = technician.timeZone && isTimeZone(technician.timeZone) ? technician.timeZone : null;

  // The chooser takes the focus with it when it closes.
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);

  return (
    <div class="time-zones">
      <p>
        {i18n.t("slots.yourZone", [writeZone(timeZone, at, locale)])}{" "}
        <button
          type="button"
          class="link"
          ref={button}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {i18n.t("slots.changeZone")}
        </button>
      </p>
      <div id={id} hidden={!open}>
        {open && (
          <ZoneChooser
            timeZone={timeZone}
            others={there ? [there] : []}
            at={at}
            locale={locale}
            onChoose={(zone) => {
              setOpen(false);
              if (zone !== timeZone) onTimeZone(zone);
            }}
            onCancel={() => setOpen(false)}
          />
        )}
      </div>
      <p class="quiet">
        {there
          ? i18n.t("slots.theirZone", [technician.name, writeZone(there, at, locale)])
          : i18n.t("slots.theirZoneUnknown", [technician.name])}
      </p>
    </div>
  );
}
