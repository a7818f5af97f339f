import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { type Day, type Month, monthOf } from "../../lib/scheduler/slots/calendar";
import { groupByDay, type Slot } from "../../lib/scheduler/slots/slot";
import { uiLocale } from "../../lib/ui-locale";
import { dayIn } from "../../lib/zoned-time";
import { ChosenSlot } from "./ChosenSlot";
import type { Loadable } from "./loadable";
import { MonthView } from "./MonthView";
import { SlotList } from "./SlotList";
import { TimeZones } from "./TimeZones";

export interface SlotPickerProps {
  technician: {
    name: string;
    /** IANA name; `null` when the scheduler does not tell. UTC is written then. */
    timeZone: string | null;
  };
  /** The person's own zone, an IANA name. Days and times are those of this zone. */
  timeZone: string;
  /** The month that is shown, "2026-11". */
  month: Month;
  /** The months between which the person can turn pages; usually this one, and the last that may be booked. */
  earliest: Month;
  latest: Month;
  /**
   * What is known of each month's slots. A month that is not here counts as loading. Slots may lie in any month's list,
   * in any order, more than once: they are put into days of `timeZone` here, so that another zone needs no fetching.
   * For days at a month's edge, fetch from a day before the month to a day after it.
   */
  months: Readonly<Record<Month, Loadable<readonly Slot[]>>>;
  /** The chosen day, "2026-11-23". */
  day: Day | null;
  /** The chosen slot: its `start`, as it was given. A slot that is no longer among the given ones is not chosen. */
  slot: string | null;
  /** Another month is to be shown. Set `month`, and fetch what is missing. */
  onMonth(month: Month): void;
  /** A day with free slots was chosen. Set `day`, and `slot` to `null`. */
  onDay(day: Day): void;
  /** A slot was chosen; also by each arrow key on the way to another one. */
  onSlot(slot: Slot): void;
  /** The person is done with choosing, and goes on with this slot. */
  onContinue(slot: Slot): void;
  /** Fetch this month once more. */
  onRetry(month: Month): void;
  /** The person chose another zone. Set `timeZone`; the chosen slot stays. */
  onTimeZone(timeZone: string): void;
  /** For tests: what counts as today. */
  now?: Date;
}

/** Chooses a day in a month and a slot of that day, with both time zones in sight. */
export function SlotPicker(props: SlotPickerProps) {
  const { technician, timeZone, month, now = new Date() } = props;
  const locale = uiLocale();
  const list = useRef<HTMLFieldSetElement>(null);
  const known = props.months[month] ?? { state: "loading" };
  const all = useMemo(() => readySlots(props.months), [props.months]);
  const days = useMemo(() => groupByDay(all, timeZone), [all, timeZone]);
  const chosen = all.find(({ start }) => start === props.slot) ?? null;
  // Another zone may have put the chosen slot into another day.
  const day = chosen ? dayIn(new Date(chosen.start), timeZone) : props.day;
  const slots = (day && days.get(day)) || [];

  // Whoever has chosen a day goes on among its slots, as soon as they are there.
  const wanted = useRef<Day | null>(null);
  function focusSlots(): void {
    const radios = list.current?.querySelectorAll("input") ?? [];
    ([...radios].find((radio) => radio.checked) ?? radios[0])?.focus();
  }
  function choose(next: Day): void {
    if (next === day) focusSlots();
    else {
      wanted.current = next;
      props.onDay(next);
    }
  }
  useLayoutEffect(() => {
    if (wanted.current !== day || !list.current) return;
    wanted.current = null;
    focusSlots();
  });

  return (
    <div class="slot-picker">
      <TimeZones
        technician={technician}
        timeZone={timeZone}
        at={chosen ? new Date(chosen.start) : now}
        locale={locale}
        onTimeZone={props.onTimeZone}
      />
      <div class="columns">
        <MonthView
          month={month}
          earliest={props.earliest}
          latest={props.latest}
          state={known}
          days={days}
          selected={day}
          today={dayIn(now, timeZone)}
          locale={locale}
          onMonth={props.onMonth}
          onDay={choose}
          onRetry={() => props.onRetry(month)}
        />
        {day && slots.length > 0 ? (
          <SlotList
            key={day}
            day={day}
            slots={slots}
            chosen={chosen?.start ?? null}
            technician={technician}
            timeZone={timeZone}
            locale={locale}
            list={list}
            onSlot={props.onSlot}
          />
        ) : (
          known.state === "ready" &&
          monthHasDays(days, month) && <p class="slots-hint quiet">{i18n.t("slots.chooseDay")}</p>
        )}
      </div>
      {chosen && (
        <ChosenSlot
          slot={chosen}
          technician={technician}
          timeZone={timeZone}
          locale={locale}
          onContinue={props.onContinue}
        />
      )}
    </div>
  );
}

function readySlots(months: SlotPickerProps["months"]): Slot[] {
  return Object.values(months).flatMap((one) => (one.state === "ready" ? one.value : []));
}

function monthHasDays(days: ReadonlyMap<Day, unknown>, month: Month): boolean {
  return [...days.keys()].some((day) => monthOf(day) === month);
}
