import type { RefObject } from "preact";
import { useId, useMemo } from "preact/hooks";
import { i18n } from "#i18n";
import type { Day } from "../../lib/scheduler/slots/calendar";
import {
  PARTS_OF_DAY,
  partOfDay,
  type Slot,
  type SlotTimes,
  slotTimes,
} from "../../lib/scheduler/slots/slot";
import { nameOfDay } from "../../lib/scheduler/slots/week";

export interface SlotListProps {
  day: Day;
  /** The day's slots, in order. */
  slots: readonly Slot[];
  /** The chosen slot's `start`. */
  chosen: string | null;
  technician: { name: string; timeZone: string | null };
  timeZone: string;
  locale: string;
  list: RefObject<HTMLFieldSetElement | null>;
  onSlot(slot: Slot): void;
}

/** The slots of one day, one of which can be chosen: native radio buttons by parts of the day. */
export function SlotList(props: SlotListProps) {
  const { day, slots, list } = props;
  const id = useId();
  const { timeZone, locale } = props;
  const there = props.technician.timeZone;
  // Each arrow key renders all slots again; their times stay.
  const times = useMemo(
    () => new Map(slots.map((slot) => [slot, slotTimes(slot, locale, timeZone, there)])),
    [slots, locale, timeZone, there],
  );
  const parts = PARTS_OF_DAY.map((part) => ({
    part,
    slots: slots.filter((slot) => partOfDay(slot, props.timeZone) === part),
  })).filter((one) => one.slots.length > 0);
  return (
    <fieldset class="slots" ref={list} onKeyDown={(event) => jump(event, list.current)}>
      <legend>
        <span class="slots-day">{nameOfDay(day, props.locale)}</span>
        <span class="slots-count quiet">{i18n.t("slots.freeTimes", slots.length)}</span>
      </legend>
      <div class="parts">
        {parts.map(({ part, slots }) => (
          <fieldset key={part} class="part" data-part={part}>
            <legend>{i18n.t(`slots.${part}`)}</legend>
            <div class="times">
              {slots.map((slot) => (
                <SlotChoice
                  key={slot.start}
                  name={id}
                  slot={slot}
                  times={times.get(slot) ?? slotTimes(slot, locale, timeZone, there)}
                  {...props}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}

type SlotChoiceProps = SlotListProps & { name: string; slot: Slot; times: SlotTimes };

function SlotChoice({ name, slot, times, chosen, technician, ...props }: SlotChoiceProps) {
  const { yours, theirs, zone } = times;
  return (
    <label class="slot">
      <input
        type="radio"
        name={name}
        value={slot.start}
        checked={slot.start === chosen}
        onChange={() => props.onSlot(slot)}
      />
      <span class="time">{yours}</span>
      <span class="quiet">
        {zone ? i18n.t("slots.theirTime", [theirs, technician.name]) : i18n.t("booked.utc", [theirs])}
      </span>
    </label>
  );
}

/** Long lists: first and last slot, and the next part of the day. Arrow keys are the browser's own. */
function jump(event: KeyboardEvent, list: HTMLElement | null): void {
  const radios = [...(list?.querySelectorAll("input") ?? [])];
  const at = radios.indexOf(event.target as HTMLInputElement);
  const part = (radio: HTMLElement | undefined) => radio?.closest<HTMLElement>("[data-part]")?.dataset.part;
  const firstOf = (name: string | undefined) => radios.find((radio) => part(radio) === name);
  const before = radios.slice(0, at).findLast((radio) => part(radio) !== part(radios[at]));
  const targets: Record<string, HTMLInputElement | undefined> = {
    Home: radios[0],
    End: radios.at(-1),
    PageUp: firstOf(part(before ?? radios[0])),
    PageDown: radios.slice(at).find((radio) => part(radio) !== part(radios[at])) ?? radios.at(-1),
  };
  const target = targets[event.key];
  if (!target || at < 0) return;
  event.preventDefault();
  target.focus();
  target.click(); // as the arrow keys of radio buttons do
}
