import type { RefObject } from "preact";
import { i18n } from "#i18n";
import {
  addDays,
  addMonths,
  type Day,
  inMonth,
  type Month,
  monthOf,
  weeksOf,
} from "../../lib/scheduler/slots/calendar";
import type { Slot } from "../../lib/scheduler/slots/slot";
import { firstDayOfWeek, nameOfDay, namesOfDays, numberOfDay } from "../../lib/scheduler/slots/week";

export interface DayGridProps {
  month: Month;
  earliest: Month;
  latest: Month;
  days: ReadonlyMap<Day, readonly Slot[]>;
  selected: Day | null;
  today: Day;
  /** The day that Tab reaches. */
  active: Day;
  busy: boolean;
  labelledby: string;
  locale: string;
  grid: RefObject<HTMLTableElement | null>;
  onMove(day: Day): void;
  onDay(day: Day): void;
}

/**
 * The days of a month after the date grid of the ARIA Authoring Practices (Date Picker Dialog): one stop for Tab, arrow
 * keys from day to day. Days that are not free can be reached, and say so.
 */
export function DayGrid(props: DayGridProps) {
  const { month, locale, onMove } = props;
  const firstDay = firstDayOfWeek(locale);
  const weeks = weeksOf(month, firstDay);

  function press(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const { active } = props;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (props.days.has(active)) props.onDay(active);
      return;
    }
    const rightToLeft = getComputedStyle(event.currentTarget as Element).direction === "rtl";
    const target = targetOf(event, active, weeks, rightToLeft);
    if (!target) return;
    event.preventDefault();
    onMove(within(target, props.earliest, props.latest, active));
  }

  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA pattern makes its grid from a table
      role="grid"
      ref={props.grid}
      class="days"
      aria-labelledby={props.labelledby}
      aria-busy={props.busy}
    >
      <thead>
        <tr>
          {namesOfDays(locale, firstDay).map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              <span aria-hidden="true">{short}</span>
              <span class="visually-hidden">{long}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, place) =>
              day ? (
                <DayCell key={day} day={day} onKeyDown={press} {...props} />
              ) : (
                <td key={`empty-${place}`} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({
  day,
  onKeyDown,
  ...props
}: DayGridProps & { day: Day; onKeyDown(event: KeyboardEvent): void }) {
  const { days, selected, today, active, busy, locale } = props;
  const count = days.get(day)?.length ?? 0;
  const name = nameOfDay(day, locale);
  const state = count > 0 ? i18n.t("slots.freeTimes", count) : busy ? null : i18n.t("slots.notFree");
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid above
      role="gridcell"
      data-day={day}
      tabIndex={day === active ? 0 : -1}
      aria-label={state ? i18n.t("slots.dayName", [name, state]) : name}
      aria-selected={day === selected}
      aria-disabled={count === 0}
      aria-current={day === today ? "date" : undefined}
      onKeyDown={onKeyDown}
      onClick={() => {
        props.onMove(day);
        if (count > 0) props.onDay(day);
      }}
    >
      <span class="day">{numberOfDay(day, locale)}</span>
    </td>
  );
}

/** Where a key leads to; `null` for a key that leads nowhere. */
function targetOf(
  { key, shiftKey }: KeyboardEvent,
  from: Day,
  weeks: (Day | null)[][],
  rightToLeft: boolean,
): Day | null {
  const week = weeks.find((days) => days.includes(from)) ?? [];
  const months = (count: number) => inMonth(from, addMonths(monthOf(from), count));
  switch (key) {
    case "ArrowLeft":
      return addDays(from, rightToLeft ? 1 : -1);
    case "ArrowRight":
      return addDays(from, rightToLeft ? -1 : 1);
    case "ArrowUp":
      return addDays(from, -7);
    case "ArrowDown":
      return addDays(from, 7);
    case "Home":
      return week.find((day) => day !== null) ?? null;
    case "End":
      return week.findLast((day) => day !== null) ?? null;
    case "PageUp":
      return months(shiftKey ? -12 : -1);
    case "PageDown":
      return months(shiftKey ? 12 : 1);
    default:
      return null;
  }
}

/** A year may be more than there is: then its last month. A day beyond the edge stays where it is. */
function within(target: Day, earliest: Month, latest: Month, from: Day): Day {
  const month = monthOf(target);
  if (month >= earliest && month <= latest) return target;
  const edge = month < earliest ? earliest : latest;
  return monthOf(from) === edge ? from : inMonth(target, edge);
}
