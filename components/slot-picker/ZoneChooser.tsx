import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { findZones, listZones } from "../../lib/scheduler/slots/zones";
import { TextField } from "../options/TextField";

export interface ZoneChooserProps {
  timeZone: string;
  /** Zones that have to be in the list, under the names by which they came. */
  others: readonly string[];
  at: Date;
  locale: string;
  onChoose(timeZone: string): void;
  onCancel(): void;
}

/** All time zones, to be searched: a field, and below it a native list. */
export function ZoneChooser({ timeZone, others, at, locale, onChoose, onCancel }: ZoneChooserProps) {
  const [search, setSearch] = useState("");
  const [marked, setMarked] = useState(timeZone);
  const zones = useMemo(() => listZones([timeZone, ...others], at, locale), []);
  const found = findZones(zones, search);
  const choice = found.find(({ id }) => id === marked) ?? found[0];

  function submit(event: Event): void {
    event.preventDefault();
    if (choice) onChoose(choice.id);
  }
  return (
    <form
      class="zone-chooser"
      aria-label={i18n.t("slots.zoneHeading")}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextField
        label={i18n.t("slots.zoneSearch")}
        hint={i18n.t("slots.zoneSearchHint")}
        type="search"
        value={search}
        onInput={setSearch}
        focus={1}
      >
        <p>{i18n.t("slots.zonesFound", found.length)}</p>
      </TextField>
      {choice && (
        <select
          size={6}
          aria-label={i18n.t("slots.zoneHeading")}
          value={choice.id}
          onChange={(event) => setMarked(event.currentTarget.value)}
          onDblClick={submit}
          onKeyDown={(event) => event.key === "Enter" && submit(event)}
        >
          {found.map(({ id, text }) => (
            <option key={id} value={id} dir="ltr">
              {text}
            </option>
          ))}
        </select>
      )}
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={!choice}>
          {i18n.t("slots.zoneUse")}
        </button>
        <button type="button" onClick={onCancel}>
          {i18n.t("options.cancel")}
        </button>
      </div>
    </form>
  );
}
