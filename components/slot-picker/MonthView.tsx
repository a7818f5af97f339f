import { ChevronLeft, ChevronRight } from "lucide-preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { addMonths, type Day, type Month, monthOf } from "../../lib/scheduler/slots/calendar";
import type { Slot } from "../../lib/scheduler/slots/slot";
import { nameOfDay, nameOfMonth } from "../../lib/scheduler/slots/week";
import { uiDirection } from "../../lib/ui-locale";
import { Progress } from "../options/Progress";
import { DayGrid } from "./DayGrid";
import { LoadProblem } from "./LoadProblem";
import type { Loadable } from "./loadable";

export interface MonthViewProps {
  month: Month;
  earliest: Month;
  latest: Month;
  state: Loadable<unknown>;
  /** All days that are known to have slots, of other months too, in order. */
  days: ReadonlyMap<Day, readonly Slot[]>;
  selected: Day | null;
  today: Day;
  locale: string;
  onMonth(month: Month): void;
  onDay(day: Day): void;
  onRetry(): void;
}

/** One month with its name, the days, and what is to be said when there are none. */
export function MonthView(props: MonthViewProps) {
  const { month, days, selected, state, locale } = props;
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [visited, setVisited] = useState<Day | null>(null);
  const free = [...days.keys()].filter((day) => monthOf(day) === month);
  const inView = [visited, selected, free[0], props.today].find((day) => day && monthOf(day) === month);
  const active = inView ?? `${month}-01`;

  // Focus follows the keys, also into a month that is shown a moment later. Before the browser paints: of keys that come
  // fast, none may fall on a day that is gone.
  const goal = useRef<Day | null>(null);
  useLayoutEffect(() => {
    if (goal.current !== active) return;
    goal.current = null;
    grid.current?.querySelector<HTMLElement>(`[data-day="${active}"]`)?.focus();
  });
  function go(day: Day): void {
    goal.current = day;
    setVisited(day);
    if (monthOf(day) !== month) props.onMonth(monthOf(day));
    else if (day === active) grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }
  function turn(next: Month): void {
    setVisited(null);
    props.onMonth(next);
  }

  const next = [...days.keys()].find((day) => monthOf(day) > month);
  return (
    <div class="month">
      <div class="month-head">
        <h2 id={id}>{nameOfMonth(month, locale)}</h2>
        <TurnPage
          text={i18n.t("slots.previousMonth")}
          back
          to={addMonths(month, -1)}
          possible={month > props.earliest}
          onTurn={turn}
        />
        <TurnPage
          text={i18n.t("slots.nextMonth")}
          to={addMonths(month, 1)}
          possible={month < props.latest}
          onTurn={turn}
        />
      </div>
      <p class="visually-hidden" role="status">
        {state.state === "ready" &&
          i18n.t("slots.monthNews", [nameOfMonth(month, locale), i18n.t("slots.freeDays", free.length)])}
      </p>
      <DayGrid
        grid={grid}
        labelledby={id}
        active={active}
        busy={state.state === "loading"}
        onMove={go}
        {...props}
      />
      {state.state === "loading" && <Progress text={i18n.t("slots.loading", [nameOfMonth(month, locale)])} />}
      {state.state === "failed" && (
        <LoadProblem
          problem={state}
          onRetry={() => {
            go(active); // the button goes away
            props.onRetry();
          }}
        />
      )}
      {state.state === "ready" && free.length === 0 && (
        <div class="no-days">
          <p>{i18n.t("slots.noDays", [nameOfMonth(month, locale)])}</p>
          {next ? (
            <button type="button" onClick={() => go(next)}>
              {i18n.t("slots.nextFree", [nameOfDay(next, locale)])}
            </button>
          ) : (
            month < props.latest && (
              <button type="button" onClick={() => go(`${addMonths(month, 1)}-01`)}>
                {i18n.t("slots.lookAt", [nameOfMonth(addMonths(month, 1), locale)])}
              </button>
            )
          )}
        </div>
      )}
    </div>
  );
}

interface TurnPageProps {
  text: string;
  to: Month;
  possible: boolean;
  back?: boolean;
  onTurn(month: Month): void;
}

/** Stays focusable at the last page, so that the focus is not lost there. */
function TurnPage({ text, to, possible, back = false, onTurn }: TurnPageProps) {
  const Icon = back === (uiDirection() === "ltr") ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      class="turn"
      aria-label={text}
      title={text}
      aria-disabled={!possible}
      onClick={() => possible && onTurn(to)}
    >
      <Icon size={20} aria-hidden="true" />
    </button>
  );
}
